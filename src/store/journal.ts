// Recording: an act becomes entries of the log in one transaction, and is called saved only once it has committed.
import { type Cell, cellKey, lessonOf } from '../domain/cell.ts'
import {
  type ClockReading,
  type Entry,
  type EntryId,
  entryHash,
  entrySchema,
  type LogOwner,
  type Role,
} from '../domain/entry.ts'
import { toInstant } from '../domain/time.ts'
import type { CellValue } from '../domain/value.ts'
import type { ActId, JournalDatabase, LogRow } from './database.ts'
import { readAct, readEnd } from './logs.ts'
import { type SaveFailure, saveFailure } from './save-failure.ts'

/** `saw` and `follows` are what the screen showed when the person decided. */
export interface CellChange {
  cell: Cell
  value: CellValue | null
  saw: CellValue | null
  follows: readonly EntryId[]
  reason?: string
}

export interface Author {
  log: LogOwner
  roleIn(cell: Cell): Role
  refVersion: number
  clock: ClockReading | null
}

export type RecordOutcome = { kind: 'saved'; act: ActId; entries: readonly Entry[] } | SaveFailure

export interface JournalPorts {
  db: JournalDatabase
  now(): number
  newId(): string
  appBuild: string
}

export const createJournal = ({ db, now, newId, appBuild }: JournalPorts) => {
  const append = async (author: Author, act: ActId, changes: readonly CellChange[], undoes: ActId | null) => {
    const recordedAt = toInstant(now())
    const { head, hash } = await readEnd(db, author.log)
    let prevHash = hash
    const rows = changes.map((change, at): LogRow => {
      const entry: Entry = {
        schema: entrySchema,
        id: newId(),
        log: head.log,
        seq: head.lastSeq + at + 1,
        prevHash,
        role: author.roleIn(change.cell),
        cell: change.cell,
        value: change.value,
        saw: change.saw,
        follows: change.follows,
        ...(change.reason === undefined ? {} : { reason: change.reason }),
        recordedAt,
        clock: author.clock,
        appBuild,
        refVersion: author.refVersion,
        source: 'device',
      }
      const { cell } = change
      prevHash = entryHash(entry)
      return {
        logKey: head.logKey,
        seq: entry.seq,
        id: entry.id,
        cellKey: cellKey(cell),
        lesson: lessonOf(cell) ?? '',
        act,
        undoes,
        entry,
      }
    })
    await db.log.bulkAdd(rows)
    await db.logHead.put({ ...head, lastSeq: head.lastSeq + rows.length })
    return rows.map((row) => row.entry)
  }

  /** One act, all or nothing. An empty list of changes is a bug of the caller. */
  const record = async (
    author: Author,
    changes: readonly CellChange[],
    undoes: ActId | null = null,
  ): Promise<RecordOutcome> => {
    if (changes.length === 0) throw new Error('an act must change something')
    const act = newId()
    try {
      // `async`, or Dexie lets the transaction go at the first native await within.
      const entries = await db.transaction('rw', db.log, db.logHead, async () =>
        append(author, act, changes, undoes),
      )
      return { kind: 'saved', act, entries }
    } catch (error) {
      // The commit may have come through although its answer did not: the log alone knows.
      const kept = await savedAct(author, act)
      return kept.length === changes.length ? { kind: 'saved', act, entries: kept } : saveFailure(error)
    }
  }

  const savedAct = async (author: Author, act: ActId): Promise<Entry[]> => {
    try {
      return (await readAct(db, author.log, act)).map((row) => row.entry)
    } catch {
      return []
    }
  }

  return { record }
}

export type Journal = ReturnType<typeof createJournal>
