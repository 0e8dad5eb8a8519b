// A tablet goes to a newer build and back to the former one: what the one has kept, the other reads and goes on with.
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { createAppend } from '../../src/store/append.ts'
import { type JournalDatabase, journalVersions, openJournalDatabase } from '../../src/store/database.ts'
import { createJournal } from '../../src/store/journal.ts'
import { createWriteGate } from '../../src/store/write-gate.ts'
import { attendanceOfP1 } from '../domain/entries.ts'

const author = {
  log: { device: 'tablet', person: 'algebraist' },
  roleIn: () => 'subjectTeacher' as const,
  refVersion: 1,
  clock: null,
}
const change = { cell: attendanceOfP1, value: { code: 'absent' } as const, saw: null, follows: [] }

/** The database as the build of that version opens it. */
const openAt = (version: number): JournalDatabase => {
  const db = new Dexie('temporary-journal') as JournalDatabase
  for (const [at, tables] of journalVersions.slice(0, version).entries()) db.version(at + 1).stores(tables)
  return db
}
let made = 0
const record = async (db: JournalDatabase): Promise<string> => {
  const gate = createWriteGate({ setTimer: () => () => {}, timeoutMs: 1_000, onStop: () => {} })
  const journal = createJournal({
    db,
    append: createAppend(db),
    gate,
    now: () => 0,
    newId: () => `id-${++made}`,
    appBuild: 'test',
  })
  return (await journal.record(author, [change])).kind
}

afterEach(() => Dexie.delete('temporary-journal'))

describe('a journal of version', () => {
  it.each(journalVersions.slice(1).map((_, at) => at + 1))(
    '%i takes up what the next one has kept, and gives it back',
    async (former) => {
      const newer = openJournalDatabase()
      expect(await record(newer)).toBe('saved')
      newer.close()
      const older = openAt(former)
      expect(await record(older)).toBe('saved')
      expect(await older.log.toCollection().primaryKeys()).toHaveLength(2)
      older.close()
      const again = openJournalDatabase()
      expect(await record(again)).toBe('saved')
      expect((await again.log.toArray()).map((row) => row.seq)).toEqual([1, 2, 3])
      expect((await again.logHead.toArray()).map((head) => head.lastSeq)).toEqual([3])
      again.close()
    },
  )
})
