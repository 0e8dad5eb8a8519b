// What the hub asks of its database, in the shapes in which it asks, with small values so that they meet.
import fc from 'fast-check'
import { isListed } from '../../../../src/hub/cells/listed.ts'
import type { Database, Trx } from '../../../../src/hub/database/tables.ts'

type Ask = (db: Database | Trx) => Promise<unknown>

const small = (most: number) => fc.integer({ min: 0, max: most })
const entryId = small(5).map((n) => `e${n}`)
const cellKey = small(4).map((n) => `lesson${n % 2}/p${n}`)
const person = fc.constantFrom('anna', 'boris')
const state = fc.constantFrom('accepted' as const, 'waiting' as const, 'verified' as const)
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const entry = fc
  .record({ id: entryId, person, epoch: small(1), seq: small(5), cell_key: cellKey, state, rev: small(9) })
  .chain((row) =>
    fc
      .record({ waiting_on: perhaps(entryId), outage: perhaps(small(3)), body: perhaps(fc.constant('{}')) })
      .map((more) => ({
        ...{ ...row, ...more, body: more.body as string, hash: `hash of ${row.id}`, device: 'tablet' },
        ...{ school_class: '7a', reason: null, recorded_at: '2026', received_at: '2026' },
        ...{ transferred_at: null, verified_at: null },
      })),
  )

const cell = fc
  .record({
    key: cellKey,
    teacher: perhaps(person),
    co_teachers: perhaps(fc.constantFrom(',anna,', ',Boris,', ',anna,boris,')),
    rev: small(9),
    conflict_opened_at: perhaps(fc.constant('2026')),
  })
  .chain((row) =>
    fc.constantFrom(',7a,', ',7b,', ',7a,7b,').map((classes) => ({
      ...{ ...row, classes, lesson: row.key.split('/')[0] ?? null, cell: '{}', value: 'null' },
      ...{ holders: '[]', candidates: '[]', ais_base: '' },
    })),
  )

/** What a write says of itself is the driver's own affair. */
const told =
  (work: Ask): Ask =>
  async (db) => {
    await work(db)
    return null
  }

const silent: fc.Arbitrary<Ask> = fc.oneof(
  fc
    .array(entry, { minLength: 1, maxLength: 3 })
    .map<Ask>((rows) => (db) => db.insertInto('entry').values(rows).execute()),
  fc.array(cell, { minLength: 1, maxLength: 3 }).map<Ask>(
    (rows) => (db) =>
      db
        .insertInto('cell')
        .values([...new Map(rows.map((row) => [row.key, row])).values()])
        .onConflict((oc) =>
          oc.column('key').doUpdateSet((eb) => ({
            teacher: eb.ref('excluded.teacher'),
            rev: eb.ref('excluded.rev'),
          })),
        )
        .execute(),
  ),
  fc.tuple(person, small(9)).map<Ask>(
    ([who, unsent]) =>
      (db) =>
        db
          .insertInto('device_report')
          .values({ device: 'tablet', person: who, report: '{}', unsent, seen_at: '2026' })
          .onConflict((oc) =>
            oc.columns(['device', 'person']).doUpdateSet((eb) => ({ unsent: eb.ref('excluded.unsent') })),
          )
          .execute(),
  ),
  fc.tuple(entryId, state, perhaps(entryId), small(9)).map<Ask>(
    ([id, next, waiting_on, rev]) =>
      (db) =>
        db.updateTable('entry').set({ state: next, waiting_on, rev }).where('id', '=', id).execute(),
  ),
  person.map<Ask>((who) => (db) => db.deleteFrom('entry').where('person', '=', who).execute()),
)

const writes: fc.Arbitrary<Ask> = fc.oneof(
  { weight: 6, arbitrary: silent.map(told) },
  {
    weight: 1,
    arbitrary: fc.constant<Ask>((db) =>
      db
        .updateTable('revision')
        .set((eb) => ({ rev: eb('rev', '+', 1) }))
        .where('id', '=', 1)
        .returning('rev')
        .executeTakeFirstOrThrow(),
    ),
  },
)

const reads: fc.Arbitrary<Ask> = fc.oneof(
  fc
    .array(entryId, { minLength: 1 })
    .map<Ask>(
      (ids) => (db) => db.selectFrom('entry').selectAll().where('id', 'in', ids).orderBy('id').execute(),
    ),
  fc
    .array(entryId, { minLength: 1 })
    .map<Ask>(
      (ids) => (db) =>
        db
          .selectFrom('entry')
          .select(['id', 'rev', 'seq'])
          .where('waiting_on', 'in', ids)
          .orderBy('rev')
          .orderBy('seq', 'desc')
          .orderBy('id')
          .execute(),
    ),
  fc.tuple(person, fc.constantFrom('7b', '7_'), small(9), small(9), small(3)).map<Ask>(
    ([who, led, above, upTo, most]) =>
      (db) =>
        db
          .selectFrom('cell')
          .selectAll()
          .where('rev', '>', above)
          .where('rev', '<=', upTo)
          .where((eb) =>
            eb.or([eb('teacher', '=', who), isListed(eb, 'co_teachers', who), isListed(eb, 'classes', led)]),
          )
          .orderBy('rev')
          .orderBy('key')
          .limit(most + 1)
          .execute(),
  ),
  fc.tuple(person, state).map<Ask>(
    ([who, wanted]) =>
      (db) =>
        db
          .selectFrom('entry')
          .innerJoin('cell', 'cell.key', 'entry.cell_key')
          .select('cell.lesson')
          .distinct()
          .where('entry.person', '=', who)
          .where('entry.state', '=', wanted)
          .where('cell.lesson', 'is not', null)
          .orderBy('cell.lesson')
          .execute(),
  ),
  person.map<Ask>((who) => async (db) => {
    const sums = await db
      .selectFrom('entry')
      .where('person', '=', who)
      .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.max('seq').as('last')])
      .executeTakeFirstOrThrow()
    // A count is a number to one database and a text to the other.
    return { count: Number(sums.count), last: sums.last }
  }),
  fc.constant<Ask>((db) =>
    db.selectFrom('cell').select('key').where('conflict_opened_at', 'is not', null).orderBy('key').execute(),
  ),
  person.map<Ask>(
    (who) => (db) =>
      db
        .selectFrom('cell')
        .select('key')
        .where('teacher', '!=', who)
        .orderBy('key', 'desc')
        .executeTakeFirst(),
  ),
)

const ask = fc.oneof(writes, reads)
/** One ask, or some of them in a transaction, which may be taken back. */
export const step: fc.Arbitrary<(db: Database) => Promise<unknown>> = fc.oneof(
  { weight: 3, arbitrary: ask },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.array(ask, { maxLength: 4 }), fc.boolean()).map(
      ([asks, breaks]) =>
        (db: Database) =>
          db.transaction().execute(async (trx) => {
            const answers: unknown[] = []
            for (const one of asks) answers.push(await one(trx))
            if (breaks) throw new Error('on purpose')
            return answers
          }),
    ),
  },
)
