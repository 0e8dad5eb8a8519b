// Taking back an act, and bringing it back again: new entries that put back what each of its entries saw.
import type { LessonId } from '../domain/cell.ts'
import { type Entry, isOwnLog, type LogOwner } from '../domain/entry.ts'
import { sameValue } from '../domain/value.ts'
import { type CellView, readCell } from './cell-view.ts'
import type { ActId, JournalDatabase, LogRow } from './database.ts'
import type { Author, CellChange, Journal, RecordOutcome } from './journal.ts'
import { countOwn, readAct, readHeads, rowsAbove } from './logs.ts'

export interface ActView {
  act: ActId
  entries: readonly Entry[]
  undone: boolean
}

/**
 * `overtaken` names the act, and the cell that holds another value by now; its view is null where it is blank.
 * `refused`: the hub took no entry of the act, so nothing of it stands.
 */
export type UndoOutcome =
  | RecordOutcome
  | { kind: 'nothing' }
  | { kind: 'refused'; act: ActId; entry: Entry }
  | { kind: 'overtaken'; act: ActId; entry: Entry; now: CellView | null }

/** So many acts back can be taken back. */
const undoSteps = 50

interface Act {
  act: ActId
  undoes: ActId | null
  rows: LogRow[]
}

/** Rows, the newest first, as the acts they were recorded in. */
const gather = (acts: Act[], row: LogRow): void => {
  const last = acts.at(-1)
  if (last?.act === row.act) last.rows.unshift(row)
  else acts.push({ act: row.act, undoes: row.undoes, rows: [row] })
}

/** Acts of all lessons, the newest first, until `limit` of them are neither an undo nor a redo. */
const newestActs = async (db: JournalDatabase, owner: LogOwner, limit: number): Promise<Act[]> => {
  const acts: Act[] = []
  const enough = (row: LogRow): boolean =>
    acts.filter((one) => one.undoes === null).length > limit && acts.at(-1)?.act !== row.act
  for (const head of (await readHeads(db, owner)).reverse()) {
    await rowsAbove(db, head.logKey, 0)
      .reverse()
      .until(enough)
      .each((row) => gather(acts, row))
  }
  return acts
}

/** A document about an absence fills many lessons in one act: that one is not taken back by one of them. */
const isOfOneLesson = async (db: JournalDatabase, owner: LogOwner, { act, rows }: Act): Promise<boolean> => {
  if (!rows.some((row) => row.entry.cell.kind === 'absenceReason')) return true
  return (await readAct(db, owner, act)).length === rows.length
}

/** Taken back, a settlement would leave the other value standing with nobody's word for it: it is made anew on its card. */
const settles = ({ rows }: Act): boolean => rows.some((row) => row.entry.follows.length > 1)

const actsOfLesson = async (db: JournalDatabase, owner: LogOwner, lesson: LessonId): Promise<Act[]> => {
  const rows = (await db.log.where('lesson').equals(lesson).toArray())
    .filter((row) => isOwnLog(owner, row.entry.log))
    .sort((a, b) => b.entry.log.epoch - a.entry.log.epoch || b.seq - a.seq)
  const acts: Act[] = []
  for (const row of rows) gather(acts, row)
  const whole = await Promise.all(acts.map((act) => isOfOneLesson(db, owner, act)))
  return acts.filter((act, at) => whole[at] && !settles(act))
}

/** Acts that a standing undo took back. An undo stands until a redo took it back in its turn. */
const takenBack = (acts: readonly Act[]): Set<ActId> => {
  const gone = new Set<ActId>()
  for (const { act, undoes } of acts) if (undoes !== null && !gone.has(act)) gone.add(undoes)
  return gone
}

const viewsOf = (acts: readonly Act[], limit: number): ActView[] => {
  const gone = takenBack(acts)
  return acts
    .filter((one) => one.undoes === null)
    .slice(0, limit)
    .map(({ act, rows }) => ({ act, entries: rows.map((row) => row.entry), undone: gone.has(act) }))
}

/** The undo that a redo would take back: the newest that stands, with no fresh act after it. */
const undoToTakeBack = (acts: readonly Act[]): Act | null => {
  const gone = takenBack(acts)
  const undos = new Set(acts.filter((one) => one.undoes !== null).map((one) => one.act))
  for (const one of acts) {
    if (one.undoes === null) return null
    const isRedo = undos.has(one.undoes)
    if (!isRedo && !gone.has(one.act)) return one
  }
  return null
}

/** Acts of a person on this tablet, newest first; those that only take back others are not listed. */
export const readActs = async (db: JournalDatabase, owner: LogOwner, limit: number): Promise<ActView[]> =>
  viewsOf(await newestActs(db, owner, limit), limit)

/** What a lesson's screen shows of its acts, and whether there is one to bring back. */
export const readHistory = async (db: JournalDatabase, owner: LogOwner, lesson: LessonId) => {
  const acts = await actsOfLesson(db, owner, lesson)
  return { acts: viewsOf(acts, undoSteps), mayRedo: undoToTakeBack(acts) !== null }
}

/** Those that the hub has not refused: a refused one stands nowhere, and has nothing to be taken back. */
const notRefused = async (db: JournalDatabase, entries: readonly Entry[]): Promise<Entry[]> => {
  const verdicts = await db.verdict.bulkGet(entries.map((one) => one.id))
  return entries.filter((_, at) => verdicts[at]?.state !== 'refused')
}

/** Puts back what each entry of the act saw; nothing at all when one of its cells holds something else by now. */
const takeBack = async (
  db: JournalDatabase,
  journal: Journal,
  author: Author,
  { act, entries }: Pick<ActView, 'act' | 'entries'>,
): Promise<UndoOutcome> => {
  const standing = await notRefused(db, entries)
  const [first] = entries
  if (first && standing.length === 0) return { kind: 'refused', act, entry: first }
  const changes: CellChange[] = []
  for (const entry of standing) {
    const view = await readCell(db, entry.cell, author.log)
    // The holder is this entry, or the own one that came back to its value by taking back a later act.
    const own = view ? await countOwn(db, author.log, view.follows) : 0
    const stands = view && view.state !== 'conflict' && own > 0 && sameValue(view.value, entry.value)
    if (!stands) return { kind: 'overtaken', act, entry, now: view }
    changes.push({ cell: entry.cell, value: entry.saw, saw: entry.value, follows: view.follows })
  }
  return journal.record(author, changes, act)
}

/**
 * Takes back the newest act that still stands, of one lesson or of all. `overtaken` when somebody else's value has
 * come into one of its cells since: then nothing is written, for it would overwrite what the person has not seen.
 * `told` are acts of which the person knows that already: they are passed by.
 */
export const undoLast = async (
  db: JournalDatabase,
  journal: Journal,
  author: Author,
  { lesson, told }: { lesson?: LessonId; told?: ReadonlySet<ActId> } = {},
): Promise<UndoOutcome> => {
  const acts = lesson
    ? (await readHistory(db, author.log, lesson)).acts
    : await readActs(db, author.log, undoSteps)
  const last = acts.find((one) => !one.undone && !told?.has(one.act))
  return last ? takeBack(db, journal, author, last) : { kind: 'nothing' }
}

/** Brings back what was taken back last in a lesson, as long as nothing new has been recorded there since. */
export const redoLast = async (
  db: JournalDatabase,
  journal: Journal,
  author: Author,
  lesson: LessonId,
): Promise<UndoOutcome> => {
  const undo = undoToTakeBack(await actsOfLesson(db, author.log, lesson))
  if (!undo) return { kind: 'nothing' }
  return takeBack(db, journal, author, { act: undo.act, entries: undo.rows.map((row) => row.entry) })
}
