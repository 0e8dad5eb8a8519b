// How far the hub has a log without a gap.
import type { LogId } from '../../domain/entry.ts'
import type { Trx } from '../database/tables.ts'

export interface LogEnd {
  /** The highest `seq` below which the hub has every entry of the log; 0 when it has none. */
  lastSeq: number
  /** The hash of that entry; '' when there is none. */
  lastHash: string
}

export const logEndOf = async (trx: Trx, log: LogId): Promise<LogEnd> => {
  const ofLog = trx
    .selectFrom('entry')
    .where('device', '=', log.device)
    .where('person', '=', log.person)
    .where('epoch', '=', log.epoch)
  const { count, last } = await ofLog
    .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.max('seq').as('last')])
    .executeTakeFirstOrThrow()
  let lastSeq = Number(last ?? 0)
  // Numbers are unique and start at one, so as many of them as the highest says means no gap.
  if (Number(count) !== lastSeq) {
    const seqs = await ofLog.select('seq').orderBy('seq').execute()
    lastSeq = seqs.findIndex((row, at) => row.seq !== at + 1)
  }
  const end = await ofLog.select('hash').where('seq', '=', lastSeq).executeTakeFirst()
  return { lastSeq, lastHash: end?.hash ?? '' }
}
