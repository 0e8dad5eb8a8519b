// Recording: an act becomes entries of the log in one transaction, and is called saved only once it has committed.
import { type Cell, cellKey, lessonOf } from '../domain/cell.ts'
import {
  type ClockReading,
  type Entry,
  entryHash,
  entrySchema,
  type LogOwner,
  type Role,
} from '../domain/entry.ts'
import { toInstant } from '../domain/time.ts'
import type { CellValue } from '../domain/value.ts'
import type { Append, Appended } from './append.ts'
import type { ActId, JournalDatabase, LogRow, Seen } from './database.ts'
import { type LogEnd, readAct } from './logs.ts'
import { type SaveFailure, saveFailure } from './save-failure.ts'
import type { WriteGate } from './write-gate.ts'

/** `saw` and `follows` are what the screen showed when the person decided. */
export interface CellChange extends Seen {
  cell: Cell
  value: CellValue | null
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
  append: Append
  now(): number
  newId(): string
  appBuild: string
  gate: WriteGate
  /** Takes what has been committed to the second copy; never awaited on a tap's way. */
  copy?(rows: readonly LogRow[]): void
}

export const createJournal = ({ db, append, now, newId, appBuild, gate, copy }: JournalPorts) => {
  const rowsOf = (
    author: Author,
    act: ActId,
    changes: readonly CellChange[],
    undoes: ActId | null,
    { head, hash }: LogEnd,
  ): Appended => {
    const recordedAt = toInstant(now())
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
    return { rows, end: { head: { ...head, lastSeq: head.lastSeq + rows.length }, hash: prevHash } }
  }

  /** One act, all or nothing. An empty list of changes is a bug of the caller. */
  const record = async (
    author: Author,
    changes: readonly CellChange[],
    undoes: ActId | null = null,
  ): Promise<RecordOutcome> => {
    if (changes.length === 0) throw new Error('an act must change something')
    const stopped = gate.stopped()
    if (stopped) return stopped
    const act = newId()
    try {
      const rows = await gate.inTime(append(author.log, (end) => rowsOf(author, act, changes, undoes, end)))
      return saved(act, rows)
    } catch (error) {
      const failure = gate.note(saveFailure(error))
      // The commit may have come through although its answer did not: the log alone knows. A read harms nothing.
      const kept = failure.why === 'slow' ? [] : await savedAct(author, act)
      return kept.length === changes.length ? saved(act, kept) : failure
    }
  }

  const saved = (act: ActId, rows: readonly LogRow[]): RecordOutcome => {
    copy?.(rows)
    return { kind: 'saved', act, entries: rows.map((row) => row.entry) }
  }

  const savedAct = async (author: Author, act: ActId): Promise<LogRow[]> => {
    try {
      return await readAct(db, author.log, act)
    } catch {
      return []
    }
  }

  return { record }
}

export type Journal = ReturnType<typeof createJournal>
