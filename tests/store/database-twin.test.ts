// Dexie over IndexedDB and its twin in memory, asked the same generated sequences: equal answers, equal rows at the end.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type JournalDatabase, type LogRow, openJournalDatabase } from '../../src/store/database.ts'
import { createMemoryDisk, openMemoryJournal } from '../simulation/twins/memory-journal.ts'

type Ask = (db: JournalDatabase) => PromiseLike<unknown>

const small = (most: number) => fc.integer({ min: 0, max: most })
const logKey = fc.constantFrom('a', 'b')
const id = small(6).map((n) => `id${n}`)
const lesson = fc.constantFrom('', 'algebra', 'essay')

const row: fc.Arbitrary<LogRow> = fc
  .record({
    logKey,
    seq: small(6),
    id,
    cellKey: fc.constantFrom('x', 'y'),
    lesson,
    act: fc.constantFrom('1', '2'),
  })
  .map((one) => ({ ...one, undoes: null, entry: { value: { code: one.id } } }) as unknown as LogRow)
const receipt = fc
  .record({ logKey, fromSeq: small(5), toSeq: small(5), rev: small(5) })
  .map((one) => ({ ...one, at: '2026' }))

const writes: fc.Arbitrary<Ask> = fc.oneof(
  row.map<Ask>((one) => (db) => db.log.add(one)),
  row.map<Ask>((one) => (db) => db.log.put(one)),
  fc.array(row, { maxLength: 4 }).map<Ask>((rows) => (db) => db.log.bulkAdd(rows).then(() => null)),
  fc.array(row, { maxLength: 3 }).map<Ask>((rows) => (db) => db.log.bulkPut(rows).then(() => null)),
  fc.tuple(logKey, small(6)).map<Ask>((key) => (db) => db.log.delete(key)),
  fc.array(fc.tuple(logKey, small(6)), { maxLength: 3 }).map<Ask>((keys) => (db) => db.log.bulkDelete(keys)),
  receipt.map<Ask>((one) => (db) => db.receipt.add(one)),
  fc.tuple(logKey, small(9)).map<Ask>(
    ([key, rev]) =>
      (db) =>
        db.receipt.where('logKey').equals(key).modify({ rev }),
  ),
  small(9).map<Ask>((value) => (db) => db.meta.put({ name: 'cursor', value })),
  fc.constant<Ask>((db) => db.meta.delete('cursor')),
)

const reads: fc.Arbitrary<Ask> = fc.oneof(
  fc.constant<Ask>((db) => db.log.toArray()),
  fc.constant<Ask>((db) => db.meta.get('cursor')),
  fc.array(fc.tuple(logKey, small(6)), { maxLength: 4 }).map<Ask>((keys) => (db) => db.log.bulkGet(keys)),
  fc.tuple(logKey, small(6), small(6), fc.boolean(), fc.boolean()).map<Ask>(
    ([key, low, high, withLow, withHigh]) =>
      (db) =>
        db.log
          .where('[logKey+seq]')
          .between([key, Math.min(low, high)], [key, Math.max(low, high) + 1], withLow, withHigh)
          .toArray(),
  ),
  fc.tuple(logKey, small(4)).map<Ask>(
    ([key, most]) =>
      (db) =>
        db.log.where('[logKey+seq]').between([key, 0], [key, 99]).reverse().limit(most).toArray(),
  ),
  fc.array(id, { maxLength: 4 }).map<Ask>((ids) => (db) => db.log.where('id').anyOf(ids).toArray()),
  lesson.map<Ask>((one) => (db) => db.log.where('lesson').equals(one).toArray()),
  fc.array(lesson, { maxLength: 2 }).map<Ask>((some) => (db) => db.log.where('lesson').anyOf(some).count()),
  logKey.map<Ask>((key) => (db) => db.log.where({ logKey: key, act: '1' }).sortBy('seq')),
  fc.constant<Ask>((db) => db.log.filter((one) => one.seq % 2 === 0).toArray()),
  logKey.map<Ask>((key) => (db) => db.receipt.where('logKey').equals(key).toArray()),
)

const ask = fc.oneof(writes, reads)
const step: fc.Arbitrary<Ask> = fc.oneof(
  { weight: 3, arbitrary: ask },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.array(ask, { maxLength: 4 }), fc.boolean()).map<Ask>(
      ([asks, breaks]) =>
        (db) =>
          db.transaction('rw', [db.log, db.receipt, db.meta], async () => {
            const answers: unknown[] = []
            for (const one of asks) answers.push(await one(db))
            if (breaks) throw new Error('on purpose')
            return answers
          }),
    ),
  },
)

const tell = async (db: JournalDatabase, steps: readonly Ask[]) => {
  const answers: unknown[] = []
  for (const one of steps) {
    answers.push(
      await one(db).then(
        (answer) => answer,
        (error) => `refused: ${error.name}`,
      ),
    )
  }
  const rows = [await db.log.toArray(), await db.receipt.toArray(), await db.meta.toArray()]
  db.close()
  return JSON.parse(JSON.stringify({ answers, rows }))
}

it('answer the same and end with the same rows', async () => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.array(step, { maxLength: 20 }),
      async (first, rest) => {
        const steps: Ask[] = [(db) => db.log.bulkPut(first).then(() => null), ...rest]
        const real = await tell(openJournalDatabase({ indexedDB: new IDBFactory(), IDBKeyRange }), steps)
        refused += real.answers.filter((one: unknown) => String(one).startsWith('refused')).length
        expect(await tell(openMemoryJournal(createMemoryDisk()), steps)).toEqual(real)
      },
    ),
    { numRuns: 200, seed: 20261124 },
  )
  expect(refused).toBeGreaterThan(50)
}, 120_000)
