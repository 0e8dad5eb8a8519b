// Taking back the last act: new entries that put back what each of its entries saw.
import { type Entry, type EntryId, isOwnLog, type LogOwner } from '../domain/entry.ts'
import { sameValue } from '../domain/value.ts'
import { readCell } from './cell-view.ts'
import type { ActId, JournalDatabase, LogRow } from './database.ts'
import type { Author, CellChange, Journal, RecordOutcome } from './journal.ts'
import { readHeads, rowsAbove } from './logs.ts'

export interface ActView {
  act: ActId
  entries: readonly Entry[]
  undone: boolean
}

export type UndoOutcome = RecordOutcome | { kind: 'nothing' } | { kind: 'overtaken' }

/** Acts of a person on this tablet, newest first; those that only take back others are not listed. */
export const readActs = async (db: JournalDatabase, owner: LogOwner, limit: number): Promise<ActView[]> => {
  const acts: { act: ActId; rows: LogRow[] }[] = []
  const undone = new Set<ActId>()
  for (const head of (await readHeads(db, owner)).reverse()) {
    await rowsAbove(db, head.logKey, 0)
      .reverse()
      .until((row) => acts.length > limit && acts.at(-1)?.act !== row.act)
      .each((row) => {
        if (row.undoes !== null) undone.add(row.undoes)
        else if (acts.at(-1)?.act === row.act) acts.at(-1)?.rows.unshift(row)
        else acts.push({ act: row.act, rows: [row] })
      })
  }
  return acts
    .slice(0, limit)
    .map(({ act, rows }) => ({ act, entries: rows.map((row) => row.entry), undone: undone.has(act) }))
}

const ownEntries = (db: JournalDatabase, owner: LogOwner, ids: readonly EntryId[]): Promise<number> =>
  db.log
    .where('id')
    .anyOf(ids)
    .filter((row) => isOwnLog(owner, row.entry.log))
    .count()

/**
 * Takes back the newest act that still stands. `overtaken` when somebody else's value has come into one of its
 * cells since: then nothing is written, for it would overwrite what the person has not seen.
 */
export const undoLast = async (
  db: JournalDatabase,
  journal: Journal,
  author: Author,
): Promise<UndoOutcome> => {
  const last = (await readActs(db, author.log, 50)).find((act) => !act.undone)
  if (!last) return { kind: 'nothing' }
  const changes: CellChange[] = []
  for (const entry of last.entries) {
    const view = await readCell(db, entry.cell, author.log)
    // The holder is this entry, or the own one that came back to its value by taking back a later act.
    const own = view ? await ownEntries(db, author.log, view.follows) : 0
    const stands = view && view.state !== 'conflict' && own > 0 && sameValue(view.value, entry.value)
    if (!stands) return { kind: 'overtaken' }
    changes.push({ cell: entry.cell, value: entry.saw, saw: entry.value, follows: view.follows })
  }
  return journal.record(author, changes, last.act)
}
