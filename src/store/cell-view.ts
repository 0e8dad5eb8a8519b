// What a screen shows of a cell: the own newest entry while the hub's word on it has not come back, else the hub's.
import { type Cell, type CellKey, cellKey, type LessonId } from '../domain/cell.ts'
import type { ReportedCandidate } from '../domain/cell-report.ts'
import { authorOf, type EntryId, type LogId, logKey } from '../domain/entry.ts'
import type { EntryState } from '../domain/entry-state.ts'
import type { CellValue } from '../domain/value.ts'
import type { CellRow, JournalDatabase, LogRow } from './database.ts'

export interface CellView {
  key: CellKey
  cell: Cell
  value: CellValue | null
  /** Null for a cell nobody has written. */
  state: EntryState | null
  /** What the next entry follows. */
  follows: readonly EntryId[]
  author: string | null
  candidates: readonly ReportedCandidate[]
}

/** The hub's revision at which each entry of a log got its receipt; null while it has none. */
const receiptRevs = async (db: JournalDatabase, log: LogId) => {
  const rows = await db.receipt.where('logKey').equals(logKey(log)).toArray()
  return (seq: number): number | null => {
    const revs = rows.filter((row) => row.fromSeq <= seq && seq <= row.toSeq).map((row) => row.rev)
    return revs.length > 0 ? Math.max(...revs) : null
  }
}

const fromHub = (row: CellRow): CellView => ({
  key: row.key,
  cell: row.cell,
  value: row.value,
  state: row.state,
  follows: row.holders.slice(-1).map((holder) => holder.entry),
  author: row.holders.at(-1)?.author ?? null,
  candidates: row.candidates,
})

const fromLog = (row: LogRow, state: EntryState, candidates: readonly ReportedCandidate[]): CellView => ({
  key: row.cellKey,
  cell: row.entry.cell,
  value: row.entry.value,
  state,
  follows: [row.id],
  author: authorOf(row.entry),
  candidates,
})

const viewCells = async (
  db: JournalDatabase,
  log: LogId,
  own: readonly LogRow[],
  pulled: readonly CellRow[],
): Promise<Map<CellKey, CellView>> => {
  const views = new Map(pulled.map((row) => [row.key, fromHub(row)]))
  const revs = new Map(pulled.map((row) => [row.key, row.rev]))
  const receiptRev = await receiptRevs(db, log)
  const verdicts = new Map((await db.verdict.bulkGet(own.map((row) => row.id))).map((one) => [one?.id, one]))
  for (const row of own) {
    const state = verdicts.get(row.id)?.state
    // A refused entry is listed in the outbox; the cell shows what stands.
    if (state === 'refused') continue
    const rev = receiptRev(row.seq)
    const known = revs.get(row.cellKey) ?? -1
    if (rev === null || rev > known) {
      views.set(
        row.cellKey,
        fromLog(
          row,
          rev === null ? 'queued' : (state ?? 'accepted'),
          views.get(row.cellKey)?.candidates ?? [],
        ),
      )
    }
  }
  return views
}

const ownRows = (log: LogId, rows: readonly LogRow[]): LogRow[] =>
  rows.filter((row) => row.logKey === logKey(log)).sort((a, b) => a.seq - b.seq)

/** Every cell of a lesson that somebody has written. */
export const readLessonCells = async (
  db: JournalDatabase,
  lesson: LessonId,
  log: LogId,
): Promise<Map<CellKey, CellView>> => {
  const own = ownRows(log, await db.log.where('lesson').equals(lesson).toArray())
  return viewCells(db, log, own, await db.cell.where('lesson').equals(lesson).toArray())
}

/** One cell, as its lesson's screen would show it. */
export const readCell = async (db: JournalDatabase, cell: Cell, log: LogId): Promise<CellView | null> => {
  const key = cellKey(cell)
  const own = ownRows(log, await db.log.where('cellKey').equals(key).toArray())
  const pulled = await db.cell.get(key)
  return (await viewCells(db, log, own, pulled ? [pulled] : [])).get(key) ?? null
}

/** Open conflicts as the hub reported them; one that the own unsent entry settles is shown with that entry. */
export const readConflicts = async (db: JournalDatabase, log: LogId): Promise<CellView[]> => {
  const pulled = await db.cell.where('state').equals('conflict').toArray()
  const views = await Promise.all(pulled.map((row) => readCell(db, row.cell, log)))
  return views.filter((view): view is CellView => view !== null && view.candidates.length > 0)
}
