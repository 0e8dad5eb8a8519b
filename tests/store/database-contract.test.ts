// What the store may count on: sentences that Dexie over IndexedDB and its fast twin both keep.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { type JournalDatabase, type LogRow, openJournalDatabase } from '../../src/store/database.ts'
import { createMemoryDisk, openMemoryJournal } from '../simulation/twins/memory-journal.ts'

const openers: [string, () => () => JournalDatabase][] = [
  [
    'Dexie over IndexedDB',
    () => {
      const indexedDB = new IDBFactory()
      return () => openJournalDatabase({ indexedDB, IDBKeyRange })
    },
  ],
  [
    'the twin in memory',
    () => {
      const disk = createMemoryDisk()
      return () => openMemoryJournal(disk)
    },
  ],
]

const row = (seq: number, more: Partial<LogRow> = {}): LogRow =>
  ({
    ...{ logKey: 'a', seq, id: `id-${seq}`, cellKey: 'cell', lesson: 'lesson', act: 'act', undoes: null },
    ...{ entry: { value: { code: 'absent' } } as never },
    ...more,
  }) as LogRow
const seqs = (rows: readonly LogRow[]): number[] => rows.map((one) => one.seq)

describe.each(openers)('%s', (_, create) => {
  const open = create()
  const fresh = async (...rows: LogRow[]): Promise<JournalDatabase> => {
    const db = open()
    for (const table of [db.log, db.receipt, db.meta, db.verdict]) await table.clear()
    await db.log.bulkAdd(rows)
    return db
  }

  it('keeps rows in the order of their key, numbers by size', async () => {
    const db = await fresh(row(10), row(9), row(2, { logKey: 'b', id: 'b' }), row(1))
    expect(seqs(await db.log.toArray())).toEqual([1, 9, 10, 2])
  })

  it('asks a part of a log, from either end, up to a limit', async () => {
    const db = await fresh(row(1), row(2), row(3), row(4), row(1, { logKey: 'b', id: 'b' }))
    const part = () => db.log.where('[logKey+seq]').between(['a', 1], ['a', 100], false, true)
    expect(seqs(await part().toArray())).toEqual([2, 3, 4])
    expect(seqs(await part().reverse().limit(2).toArray())).toEqual([4, 3])
    expect(
      seqs(
        await part()
          .filter((one) => one.seq % 2 === 0)
          .toArray(),
      ),
    ).toEqual([2, 4])
    expect(await part().count()).toBe(3)
    expect(await part().primaryKeys()).toEqual((await part().toArray()).map((row) => [row.logKey, row.seq]))
    const walked: number[] = []
    await part()
      .until((one) => one.seq === 4)
      .each((one) => walked.push(one.seq))
    expect(walked).toEqual([2, 3])
  })

  it('gives what an index finds in the order of that index', async () => {
    const db = await fresh(row(1, { id: 'z' }), row(2, { id: 'm' }), row(3, { id: 'a' }))
    expect(seqs(await db.log.where('id').anyOf(['z', 'a', 'm']).toArray())).toEqual([3, 2, 1])
    expect(seqs(await db.log.where({ logKey: 'a', act: 'act' }).sortBy('seq'))).toEqual([1, 2, 3])
    expect((await db.log.where('id').anyOf(['m']).first())?.seq).toBe(2)
  })

  it('refuses a second row under one id or in one place, and takes the whole transaction back', async () => {
    const db = await fresh(row(1))
    const act = (bad: LogRow) =>
      db.transaction('rw', db.log, db.meta, async () => {
        await db.meta.put({ name: 'touched', value: true })
        await db.log.bulkAdd([row(5), bad])
      })
    await expect(act(row(2, { id: 'id-1' }))).rejects.toMatchObject({ name: 'BulkError' })
    await expect(act(row(1, { id: 'other' }))).rejects.toMatchObject({ name: 'BulkError' })
    expect(seqs(await db.log.toArray())).toEqual([1])
    expect(await db.meta.get('touched')).toBeUndefined()
  })

  it('keeps the good rows of a bulk that failed outside a transaction', async () => {
    const db = await fresh(row(1))
    await expect(db.log.bulkAdd([row(2), row(3, { id: 'id-1' }), row(4)])).rejects.toMatchObject({
      name: 'BulkError',
    })
    expect(seqs(await db.log.toArray())).toEqual([1, 2, 4])
  })

  it('sees its own writes within a transaction and loses all of them when it throws', async () => {
    const db = await fresh(row(1))
    const failing = db.transaction('rw', db.log, async () => {
      await db.log.delete(['a', 1])
      await db.log.put(row(7))
      expect(seqs(await db.log.toArray())).toEqual([7])
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(seqs(await db.log.toArray())).toEqual([1])
  })

  it('lets one transaction end before the next begins', async () => {
    const db = await fresh()
    const next = async (): Promise<void> => {
      const last = (await db.log.toArray()).length
      await db.log.add(row(last + 1))
    }
    await Promise.all([1, 2, 3].map(() => db.transaction('rw', db.log, async () => next())))
    expect(seqs(await db.log.toArray())).toEqual([1, 2, 3])
  })

  it('hands out and takes in copies: nobody changes a stored row by accident', async () => {
    const given = row(1)
    const db = await fresh(given)
    ;(given.entry as { value: unknown }).value = 'changed'
    const read = await db.log.get(['a', 1])
    try {
      ;(read?.entry as { value: unknown }).value = 'changed'
    } catch {
      // A frozen row may refuse.
    }
    expect((await db.log.get(['a', 1]))?.entry.value).toEqual({ code: 'absent' })
  })

  it('numbers receipts by itself and changes those it is asked to', async () => {
    const db = await fresh()
    const run = { logKey: 'a', fromSeq: 1, toSeq: 1, rev: 5, at: '' }
    await db.receipt.bulkAdd([run, { ...run, logKey: 'b' }])
    await db.receipt.where('logKey').equals('b').modify({ rev: 0 })
    const rows = await db.receipt.toArray()
    expect(rows.map((one) => [one.logKey, one.rev])).toEqual([
      ['a', 5],
      ['b', 0],
    ])
    expect(rows[1]?.id).toBe((rows[0]?.id ?? 0) + 1)
  })

  it('knows no row that is not there, in the places where it was asked for', async () => {
    const db = await fresh(row(1))
    expect(
      seqs(
        (
          await db.log.bulkGet([
            ['a', 2],
            ['a', 1],
          ])
        ).map((one) => one ?? row(0)),
      ),
    ).toEqual([0, 1])
    await db.log.bulkDelete([
      ['a', 2],
      ['a', 1],
    ])
    expect(await db.log.count()).toBe(0)
  })

  it('lets a transaction under way end when it is closed, and refuses everything after', async () => {
    const db = await fresh(row(1))
    await db.transaction('rw', db.log, async () => {
      await db.log.put(row(2))
      db.close()
      await db.log.put(row(3))
    })
    await expect(db.log.toArray()).rejects.toMatchObject({ name: 'DatabaseClosedError' })
    expect(seqs(await open().log.toArray())).toEqual([1, 2, 3])
  })
})
