// Terms that move without an act: an open outage grows old enough to count, the lists of days are edited. They are told.
import type { OutageReport } from '../../domain/cell-report.ts'
import type { CurrentSchool } from '../database/current-school.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import type { Doorbell } from '../doorbell.ts'
import { createRepeat, type RepeatPorts } from '../repeat.ts'
import { readRegister } from './register.ts'

export interface MovedTermsPorts extends RepeatPorts {
  db: Database
  school: CurrentSchool
  doorbell: Doorbell
  now(): string
}

const termText = ({ due, strict, firstDue, extendedBy }: OutageReport): string =>
  JSON.stringify([due, strict, firstDue ?? null, extendedBy ?? null])

/** Looks whether a term (п. 3.2) is another than a look ago, and gives its outage a new revision for tablets to pull. */
export const createMovedTerms = (ports: MovedTermsPorts) => {
  const { db, school, doorbell, now } = ports
  /** As of the last look; null before the first, when nobody knows what was told and all that run are told again. */
  let known: ReadonlyMap<number, string> | null = null

  const hasMoved = (outage: OutageReport, at: string): boolean =>
    known === null
      ? (outage.due ?? at) >= at
      : known.has(outage.no) && known.get(outage.no) !== termText(outage)

  const look = async (): Promise<void> => {
    const lists = await school()
    if (!lists) return
    const at = now()
    const register = await readRegister(db, lists, at)
    const moved = register.filter((one) => hasMoved(one, at)).map((one) => one.no)
    if (moved.length > 0) {
      const rev = await inWriting<number>(db, async ({ trx, rev: taken }) => {
        await inChunks(moved, async (some) => {
          await trx.updateTable('outage').set({ rev: taken }).where('no', 'in', some).execute()
          return []
        })
        return taken
      })
      doorbell.ring(rev)
    }
    known = new Map(register.map((one) => [one.no, termText(one)]))
  }
  return createRepeat(ports, look)
}
