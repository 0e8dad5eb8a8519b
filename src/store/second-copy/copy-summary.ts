// What the second copy holds after a start: the device, how far each log is, and what still waits.
import type { JournalDatabase, LogRow } from '../database.ts'
import { rowsAbove } from '../logs.ts'
import { covers } from '../receipts.ts'
import { headLines, rowLines, writeLines } from './copy-lines.ts'

const unsentRows = async (db: JournalDatabase): Promise<LogRow[]> => {
  const heads = await db.logHead.toArray()
  const rows = await Promise.all(
    heads.map(async (head) => {
      const receipts = await db.receipt.where('logKey').equals(head.logKey).toArray()
      const above = await rowsAbove(db, head.logKey, head.watermark).toArray()
      return above.filter((row) => !covers(receipts, row.seq))
    }),
  )
  return rows.flat()
}

/** For `SecondCopy.replace`: so the file stays as small as what is unsent. */
export const summarizeForCopy = async (db: JournalDatabase, device: string): Promise<string> => {
  const heads = await db.logHead.toArray()
  return writeLines([{ kind: 'device', device }]) + headLines(heads) + rowLines(await unsentRows(db))
}
