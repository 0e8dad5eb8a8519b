// A tablet's store over fake-indexeddb: the real Dexie, the real rules, no browser.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Cell } from '../../src/domain/cell.ts'
import { type Entry, entryHash, type LogId } from '../../src/domain/entry.ts'
import type { HubState } from '../../src/domain/entry-state.ts'
import type { Receipt } from '../../src/domain/receipt.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { createAppend } from '../../src/store/append.ts'
import { readCell } from '../../src/store/cell-view.ts'
import { type LogRow, openJournalDatabase } from '../../src/store/database.ts'
import { signIn } from '../../src/store/device.ts'
import { type Author, createJournal } from '../../src/store/journal.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { applyPull, type PulledChanges } from '../../src/store/pulled.ts'
import { readCursor } from '../../src/store/reading/cursor.ts'
import { watchTransactions } from '../../src/store/transactions.ts'
import { createWriteGate } from '../../src/store/write-gate.ts'

export const createMemoryDevice = (indexedDB = new IDBFactory(), device = 'tablet') => {
  const db = openJournalDatabase({ indexedDB, IDBKeyRange })
  let ids = 0
  const copied: LogRow[] = []
  const gate = createWriteGate({ setTimer: () => () => {}, timeoutMs: 5_000, onStop: () => {} })
  const transactions = watchTransactions(db, gate)
  /** Where a test can make the disk fail. */
  const disk = { append: createAppend(db) }
  const journal = createJournal({
    db,
    append: (owner, make) => disk.append(owner, make),
    now: () => Date.parse('2026-11-24T01:10:00.000Z') + ids * 1000,
    newId: () => `${device}-${++ids}-${crypto.randomUUID().slice(0, 4)}`,
    appBuild: 'test',
    gate,
    copy: (rows) => void copied.push(...rows),
  })
  const log: LogId = { device, person: 'algebraist', epoch: 1 }
  const author: Author = {
    log,
    roleIn: () => 'subjectTeacher',
    refVersion: 1,
    clock: null,
  }
  /** Writes a cell the way a screen does: from what it shows. */
  const write = async (cell: Cell, value: CellValue | null) => {
    const view = await readCell(db, cell, author.log)
    return journal.record(author, [{ cell, value, saw: view?.value ?? null, follows: view?.follows ?? [] }])
  }
  /** Takes an answer as the engine does that has just asked for it. */
  const take = async (pulled: PulledChanges): Promise<boolean> => {
    await signIn(db, { person: log.person, name: '', board: false })
    return applyPull(db, pulled, { person: log.person, cursor: await readCursor(db) })
  }
  const outbox = createOutbox(db)
  return { db, disk, gate, transactions, copied, journal, author, log, outbox, write, take, indexedDB }
}

export const receiptFor = (entry: Entry, state: HubState = 'accepted'): Receipt => ({
  id: entry.id,
  seq: entry.seq,
  hash: entryHash(entry),
  state,
  reason: null,
})
