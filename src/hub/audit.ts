// One line of the audit log: who did what to what. Values are kept in entries; nothing of a pupil stands here in words.
import type { Trx } from './database/tables.ts'

export interface AuditLine {
  id: string
  at: string
  who: string
  device: string | null
  action:
    | 'push'
    | 'pushFromFile'
    | 'outageOpened'
    | 'outageRestored'
    | 'fork'
    | 'outageRelapsed'
    | 'outageClosed'
    | 'outageAct'
    | 'transferRun'
    | 'lossDeclared'
    | 'incidentDealt'
    | 'paper'
    | 'setAside'
    | 'transferGivenUp'
    | 'import'
    | 'schoolEdit'
    | 'boundByHand'
    | 'reminder'
    | 'restored'
  subject: string
  before: string | null
  after: string | null
}

export const writeAudit = async (trx: Trx, line: AuditLine): Promise<void> => {
  await trx.insertInto('audit').values(line).execute()
}
