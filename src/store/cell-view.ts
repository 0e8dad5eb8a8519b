// What a screen shows of a cell: the own newest entry while the hub's word on it has not come back, else the hub's.
import { type Cell, type CellKey, cellKey, type LessonId } from '../domain/cell.ts'
import type { ReportedCandidate } from '../domain/cell-report.ts'
import { authorOf, type Entry, type EntryId, isOwnLog, type LogOwner } from '../domain/entry.ts'
import type { EntryState } from '../domain/entry-state.ts'
import type { NotCarried } from '../domain/transfer/not-carried.ts'
import { type CellValue, sameValue } from '../domain/value.ts'
import type { CellRow, JournalDatabase, LogRow } from './database.ts'
import { receiptsFrom } from './logs.ts'

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
  /** Why it is not carried, and who said so; of that state alone. */
  notCarried?: NotCarried
}

/** Whether a screen would draw both alike. */
export const sameView = (a: CellView | undefined, b: CellView | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.state === b.state &&
    a.author === b.author &&
    a.follows.join() === b.follows.join() &&
    sameValue(a.value, b.value))

export const sameViews = (a: ReadonlyMap<CellKey, CellView>, b: ReadonlyMap<CellKey, CellView>): boolean =>
  a.size === b.size && [...a].every(([key, view]) => sameView(view, b.get(key)))

/** What a view is made of. */
export const cellTables = ['log', 'receipt', 'verdict', 'cell'] as const

/** The hub's revision at which each entry of a log got its receipt; null while it has none. */
const receiptRevs = async (db: JournalDatabase, own: readonly LogRow[]) => {
  const first = new Map<string, number>()
  for (const { logKey, seq } of own) first.set(logKey, Math.min(seq, first.get(logKey) ?? seq))
  const found = await Promise.all([...first].map(([logKey, seq]) => receiptsFrom(db, logKey, seq)))
  const receipts = found.flat()
  return ({ logKey, seq }: LogRow): number | null => {
    const revs = receipts
      .filter((row) => row.logKey === logKey && row.fromSeq <= seq && seq <= row.toSeq)
      .map((row) => row.rev)
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
  ...(row.notCarried && { notCarried: row.notCarried }),
})

interface Told {
  state: EntryState
  notCarried?: NotCarried | undefined
}

const fromLog = (
  key: CellKey,
  entry: Entry,
  { state, notCarried }: Told,
  candidates: readonly ReportedCandidate[],
): CellView => ({
  key,
  cell: entry.cell,
  value: entry.value,
  state,
  follows: [entry.id],
  author: authorOf(entry),
  candidates,
  ...(notCarried && { notCarried }),
})

const viewCells = async (
  db: JournalDatabase,
  own: readonly LogRow[],
  pulled: readonly CellRow[],
): Promise<Map<CellKey, CellView>> => {
  const views = new Map(pulled.map((row) => [row.key, fromHub(row)]))
  const revs = new Map(pulled.map((row) => [row.key, row.rev]))
  const receiptRev = await receiptRevs(db, own)
  // What has no receipt has no verdict either.
  const received = own.filter((row) => receiptRev(row) !== null).map((row) => row.id)
  const told = received.length === 0 ? [] : await db.verdict.bulkGet(received)
  const verdicts = new Map(told.map((one) => [one?.id, one]))
  for (const row of own) {
    const { state, notCarried } = verdicts.get(row.id) ?? {}
    // A refused entry is listed in the outbox; the cell shows what stands.
    if (state === 'refused') continue
    const rev = receiptRev(row)
    const known = revs.get(row.cellKey) ?? -1
    // Sent again after a lost answer, it has been replaced meanwhile: its receipt is newer than what it has lost to.
    if (state === 'superseded' && known >= 0) continue
    if (rev === null || rev > known) {
      views.set(
        row.cellKey,
        fromLog(
          row.cellKey,
          row.entry,
          rev === null ? { state: 'queued' } : { state: state ?? 'accepted', notCarried },
          views.get(row.cellKey)?.candidates ?? [],
        ),
      )
    }
  }
  return views
}

const ownRows = (owner: LogOwner, rows: readonly LogRow[]): LogRow[] =>
  rows
    .filter((row) => row.entry.log.person === owner.person)
    .sort(
      (a, b) =>
        Number(isOwnLog(owner, a.entry.log)) - Number(isOwnLog(owner, b.entry.log)) ||
        a.entry.log.epoch - b.entry.log.epoch ||
        a.seq - b.seq,
    )

/** Every cell of a lesson that somebody has written. */
export const readLessonCells = async (
  db: JournalDatabase,
  lesson: LessonId,
  owner: LogOwner,
): Promise<Map<CellKey, CellView>> => {
  const own = ownRows(owner, await db.log.where('lesson').equals(lesson).toArray())
  return viewCells(db, own, await db.cell.where('lesson').equals(lesson).toArray())
}

/** Every final mark that this tablet knows of: their cells belong to no lesson. */
export const readTermCells = (db: JournalDatabase, owner: LogOwner): Promise<Map<CellKey, CellView>> =>
  readLessonCells(db, '', owner)

/** The same of several lessons at once. A lesson is one request: `anyOf` would walk its rows one by one. */
export const readCellsOf = async (
  db: JournalDatabase,
  lessons: readonly LessonId[],
  owner: LogOwner,
): Promise<Map<CellKey, CellView>> => {
  const rows = lessons.map((lesson) => db.log.where('lesson').equals(lesson).toArray())
  const pulled = lessons.map((lesson) => db.cell.where('lesson').equals(lesson).toArray())
  return viewCells(db, ownRows(owner, (await Promise.all(rows)).flat()), (await Promise.all(pulled)).flat())
}

/** Some cells alone, by their keys; those that nobody has written are left out. */
export const readCells = (
  db: JournalDatabase,
  keys: readonly CellKey[],
  owner: LogOwner,
): Promise<Map<CellKey, CellView>> =>
  db.transaction('r', cellTables, async () => {
    const log = await db.log.where('cellKey').anyOf(keys).toArray()
    const pulled = await db.cell.bulkGet([...keys])
    return viewCells(
      db,
      ownRows(owner, log),
      pulled.filter((row) => row !== undefined),
    )
  })

/**
 * The cells of entries that have just been committed, as the log gave them back: queued, for no receipt is as fast.
 * `known` is what a screen shows of them.
 */
export const viewsOfRecorded = (
  entries: readonly Entry[],
  known: ReadonlyMap<CellKey, CellView>,
): Map<CellKey, CellView> => {
  const views = new Map<CellKey, CellView>()
  for (const entry of entries) {
    const key = cellKey(entry.cell)
    views.set(key, fromLog(key, entry, { state: 'queued' }, known.get(key)?.candidates ?? []))
  }
  return views
}

/** Every reason of an absence that this tablet knows of. */
export const readReasonCells = async (db: JournalDatabase, owner: LogOwner): Promise<CellView[]> => {
  const isReason = (cell: Cell): boolean => cell.kind === 'absenceReason'
  const own = ownRows(owner, await db.log.filter((row) => isReason(row.entry.cell)).toArray())
  const views = await viewCells(db, own, await db.cell.filter((row) => isReason(row.cell)).toArray())
  return [...views.values()]
}

/** One cell, as its lesson's screen would show it. */
export const readCell = async (
  db: JournalDatabase,
  cell: Cell,
  owner: LogOwner,
): Promise<CellView | null> => {
  const key = cellKey(cell)
  const own = ownRows(owner, await db.log.where('cellKey').equals(key).toArray())
  const pulled = await db.cell.get(key)
  return (await viewCells(db, own, pulled ? [pulled] : [])).get(key) ?? null
}

/** Open conflicts as the hub reported them; one that the own unsent entry settles is shown with that entry. */
export const readConflicts = async (db: JournalDatabase, owner: LogOwner): Promise<CellView[]> => {
  const pulled = await db.cell.where('state').equals('conflict').toArray()
  const views = await Promise.all(pulled.map((row) => readCell(db, row.cell, owner)))
  return views.filter((view): view is CellView => view !== null && view.candidates.length > 0)
}

/** What the person has recorded in one cell on this tablet, the newest first. */
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
