// What one person has recorded in one cell on this tablet, the newest first.
import type { CellKey } from '../domain/cell.ts'
import { type Entry, isOwnLog, type LogOwner } from '../domain/entry.ts'
import type { JournalDatabase } from './database.ts'

export const readCellHistory = async (
  db: JournalDatabase,
  key: CellKey,
  owner: LogOwner,
): Promise<Entry[]> => {
  const rows = await db.log.where('cellKey').equals(key).toArray()
  return rows
    .filter((row) => isOwnLog(owner, row.entry.log))
    .sort((a, b) => b.entry.log.epoch - a.entry.log.epoch || b.seq - a.seq)
    .map((row) => row.entry)
}
