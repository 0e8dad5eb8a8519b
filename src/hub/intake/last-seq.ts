// How far the hub has a log without a gap.
import type { LogId } from '../../domain/entry.ts'
import type { Trx } from '../database/tables.ts'

/** The highest `seq` below which the hub has every entry of the log; 0 when it has none. */
export const lastSeqOf = async (trx: Trx, log: LogId): Promise<number> => {
  const ofLog = trx
    .selectFrom('entry')
    .where('device', '=', log.device)
    .where('person', '=', log.person)
    .where('epoch', '=', log.epoch)
  const { count, last } = await ofLog
    .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.max('seq').as('last')])
    .executeTakeFirstOrThrow()
  // Numbers are unique and start at one, so as many of them as the highest says means no gap.
  if (Number(count) === Number(last ?? 0)) return Number(last ?? 0)
  const seqs = await ofLog.select('seq').orderBy('seq').execute()
  return seqs.findIndex((row, at) => row.seq !== at + 1)
}
