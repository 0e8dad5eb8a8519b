// The chain of a log on the device: each entry names the hash of the one before it.
import { entryHash } from '../domain/entry.ts'
import type { JournalDatabase, LogHead } from './database.ts'
import { rowsAbove } from './logs.ts'

const isAltered = async (db: JournalDatabase, head: LogHead): Promise<boolean> => {
  // What has a receipt is the hub's; its hash was compared when the receipt came.
  const rows = await rowsAbove(db, head.logKey, Math.max(0, head.watermark - 1)).toArray()
  return rows.some((row, at) => {
    const before = rows[at - 1]
    const linked = before?.seq === row.seq - 1 && row.entry.prevHash !== undefined
    return linked && row.entry.prevHash !== entryHash(before.entry)
  })
}

/** Logs of this device whose unsent part is not what was once written. */
export const alteredLogs = async (db: JournalDatabase): Promise<string[]> => {
  const altered: string[] = []
  for (const head of await db.logHead.toArray()) if (await isAltered(db, head)) altered.push(head.logKey)
  return altered
}
