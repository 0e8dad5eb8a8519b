// The hot write: sentences that it keeps over IndexedDB and in the simulation's twin, and what only IndexedDB can show.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { entryHash } from '../../src/domain/entry.ts'
import { type Append, createAppend } from '../../src/store/append.ts'
import { type JournalDatabase, type LogRow, openJournalDatabase } from '../../src/store/database.ts'
import { createJournal } from '../../src/store/journal.ts'
import { openEpoch } from '../../src/store/logs.ts'
import { watchTables } from '../../src/store/watch-tables.ts'
import { createWriteGate } from '../../src/store/write-gate.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDisk, openMemoryJournal } from '../simulation/twins/memory-journal.ts'
import { createTwinAppend } from '../simulation/twins/twin-append.ts'
import { createMemoryDevice } from './memory-device.ts'

const owner = { device: 'tablet', person: 'algebraist' }
const cell = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const change = (pupil: string) => ({
  ...{ cell: cell(pupil), value: { code: 'absent' } as const, saw: null, follows: [] },
})

const tabOf = (db: JournalDatabase, append: Append) => {
  const gate = createWriteGate({ setTimer: () => () => {}, timeoutMs: 5_000, onStop: () => {} })
  let id: string | null = null
  const newId = () => id ?? crypto.randomUUID()
  const journal = createJournal({ db, append, gate, newId, now: () => 0, appBuild: 'test' })
  const author = { log: owner, roleIn: () => 'subjectTeacher' as const, refVersion: 1, clock: null }
  return {
    db,
    write: (...pupils: string[]) =>
      journal.record(
        author,
        pupils.map((pupil) => change(pupil)),
      ),
    /** Its second entry has the id of the first. */
    spoil: async () => {
      id = 'twice'
      const outcome = await journal.record(author, [change('p1'), change('p2')])
      id = null
      return outcome
    },
  }
}

const tablets: [string, () => () => ReturnType<typeof tabOf>][] = [
  [
    'IndexedDB',
    () => {
      const indexedDB = new IDBFactory()
      return () => {
        const db = openJournalDatabase({ indexedDB, IDBKeyRange })
        return tabOf(db, createAppend(db))
      }
    },
  ],
  [
    'the twin in memory',
    () => {
      const disk = createMemoryDisk()
      return () => {
        const db = openMemoryJournal(disk)
        return tabOf(db, createTwinAppend(db))
      }
    },
  ],
]

/** The numbers of the log, and whether each entry names the hash of the one before it. */
const chainOf = async (db: JournalDatabase, epoch = 1) => {
  const rows = (await db.log.toArray()).filter((row) => row.entry.log.epoch === epoch)
  const hashes = ['', ...rows.map((row) => entryHash(row.entry))]
  return {
    seqs: rows.map((row) => row.seq),
    linked: rows.every((row, at) => row.entry.prevHash === hashes[at]),
  }
}

describe.each(tablets)('an append to %s', (_, open) => {
  it('goes on behind the last entry, chained to it, whichever tab wrote that', async () => {
    const tab = open()
    const [one, two] = [tab(), tab()]
    await one.write('p1', 'p2')
    await one.write('p3')
    await two.write('p4')
    await one.write('p5')
    await two.write('p6')
    expect(await chainOf(one.db)).toEqual({ seqs: [1, 2, 3, 4, 5, 6], linked: true })
    expect(await one.db.logHead.toArray()).toMatchObject([{ lastSeq: 6, watermark: 0 }])
  })

  it('is wholly there or not at all, and the next one is chained to what is there', async () => {
    const one = open()()
    await one.write('p1')
    expect(await one.spoil()).toMatchObject({ kind: 'notSaved', why: 'failed' })
    await one.write('p2')
    expect(await chainOf(one.db)).toEqual({ seqs: [1, 2], linked: true })
  })

  it('goes into the newest epoch once another tab has opened it', async () => {
    const tab = open()
    const [one, two] = [tab(), tab()]
    await one.write('p1')
    await one.write('p2')
    const [head] = await two.db.logHead.toArray()
    if (!head) throw new Error('a log')
    await openEpoch(two.db, head, 2, '2026-11-24T02:00:00.000Z')
    await one.write('p3')
    expect(await chainOf(one.db, 2)).toEqual({ seqs: [1, 2], linked: true })
  })

  it('writes nothing behind a log whose end is not there', async () => {
    const one = open()()
    await one.write('p1')
    await one.db.logHead.put({ ...(await one.db.logHead.toArray())[0], lastSeq: 2 } as never)
    expect(await one.write('p2')).toMatchObject({ kind: 'notSaved', why: 'failed' })
    expect(await one.db.log.count()).toBe(1)
  })
})

/** Gives the transaction up at the `at`-th answer to a request within it, counted from 0 in each. */
const breakAt = ({ db }: ReturnType<typeof createMemoryDevice>, at: number): void => {
  const asking = ['get', 'getAll', 'add', 'put'] as const
  db.use({
    stack: 'dbcore',
    name: 'breaking',
    create: (core) => ({
      ...core,
      transaction: (...asked) => {
        const transaction = core.transaction(...asked) as unknown as IDBTransaction
        let answers = 0
        for (const name of asked[0]) {
          const store = transaction.objectStore(name)
          for (const request of asking) {
            const plain = store[request].bind(store) as (...given: unknown[]) => IDBRequest
            const broken = (...given: unknown[]): IDBRequest => {
              const sent = plain(...given)
              sent.addEventListener('success', () => {
                if (answers === at) transaction.abort()
                answers += 1
              })
              return sent
            }
            Object.assign(store, { [request]: broken })
          }
        }
        return transaction as never
      },
    }),
  })
}

describe('an append under Dexie', () => {
  it('that breaks at any of its requests leaves nothing of itself, and the log goes on', async () => {
    let breaks = 0
    for (let outcome = 'notSaved'; outcome === 'notSaved'; breaks += 1) {
      const before = createMemoryDevice()
      await before.journal.record(before.author, [change('p1')])
      before.db.close()
      const broken = createMemoryDevice(before.indexedDB)
      breakAt(broken, breaks)
      outcome = (await broken.journal.record(broken.author, [change('p2'), change('p3')])).kind
      broken.db.close()
      const after = createMemoryDevice(before.indexedDB)
      expect(await after.db.log.count()).toBe(outcome === 'saved' ? 3 : 1)
      await after.journal.record(after.author, [change('p4')])
      expect((await chainOf(after.db)).linked).toBe(true)
      const [head] = await after.db.logHead.toArray()
      expect(head?.lastSeq).toBe(outcome === 'saved' ? 4 : 2)
    }
    // The heads, the last row, two rows, the head, two rows read back: it breaks at each, and once nowhere.
    expect(breaks).toBe(8)
  })

  it('is heard by whoever watches its tables, with the rows on the disk by then', async () => {
    const device = createMemoryDevice()
    await device.db.open()
    const counts: Promise<number>[] = []
    const stops = ['log', 'logHead'].map((table) =>
      watchTables(device.db, [table], () => void counts.push(Promise.resolve(device.db.log.count()))),
    )
    const other = vi.fn()
    stops.push(watchTables(device.db, ['receipt'], other))
    await device.journal.record(device.author, [change('p1')])
    for (const stop of stops) stop()
    expect(await Promise.all(counts)).toEqual([1, 1])
    expect(other).not.toHaveBeenCalled()
  })

  it('gives the rows as the log holds them, not as they were handed in', async () => {
    const { db } = createMemoryDevice()
    await db.open()
    const row = { logKey: 'tablet/algebraist/1', seq: 1, id: 'one', cellKey: 'cell', lesson: '', act: 'act' }
    const handedIn = { ...row, undoes: null, entry: { value: { code: 'absent' } } } as unknown as LogRow
    const [kept] = await createAppend(db)(owner, ({ head }) => ({
      rows: [handedIn],
      end: { head: { ...head, lastSeq: 1 }, hash: '' },
    }))
    expect(kept).toEqual(await db.log.get([row.logKey, 1]))
    expect(kept).not.toBe(handedIn)
  })

  it('asks for a commit that has reached the disk', async () => {
    const device = createMemoryDevice()
    const asked: (string | undefined)[] = []
    device.db.use({
      stack: 'dbcore',
      name: 'asked',
      create: (core) => ({
        ...core,
        transaction: (stores, mode, options) => {
          if (mode === 'readwrite') asked.push(options?.durability)
          return core.transaction(stores, mode, options)
        },
      }),
    })
    await device.journal.record(device.author, [change('p1')])
    expect(asked).toEqual(['strict'])
  })

  it('is saved once it is committed, whoever fails to hear of it', async () => {
    const device = createMemoryDevice()
    await device.db.open()
    const heard = vi.fn()
    const ours = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.on('uncaughtException', heard)
    const stop = watchTables(device.db, ['log'], () => {
      throw new Error('a screen that cannot be drawn')
    })
    try {
      expect(await device.journal.record(device.author, [change('p1')])).toMatchObject({ kind: 'saved' })
      // It is not swallowed: whoever looks after the page hears of it.
      await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce())
    } finally {
      stop()
      process.removeAllListeners('uncaughtException')
      for (const one of ours) process.on('uncaughtException', one)
    }
  })

  it('is given up with the page that is put aside, and is not called saved', async () => {
    const device = createMemoryDevice()
    await device.db.open()
    const saving = device.journal.record(device.author, [change('p1')])
    device.transactions.putAside()
    expect(await saving).toMatchObject({ kind: 'notSaved', why: 'storage' })
    expect(device.transactions.takeUp()).toBe(true)
    expect(await device.db.log.count()).toBe(0)
  })

  it('opens a connection anew that the browser has cut without a word', async () => {
    const device = createMemoryDevice()
    await device.journal.record(device.author, [change('p1')])
    device.db.backendDB().close()
    expect(await device.journal.record(device.author, [change('p2')])).toMatchObject({ kind: 'saved' })
    expect(await chainOf(device.db)).toEqual({ seqs: [1, 2], linked: true })
  })
})
