// Batches that come together share one commit: each is judged by itself, and none is answered before the commit.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { createGroupCommit } from '../../src/hub/intake/group-commit.ts'
import { takeBatch } from '../../src/hub/intake/intake.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

describe.each(databases)('a group of batches on $name', ({ name, open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const test = it.skipIf(skip)

  const start = async () => {
    const database = await open()
    const { hub, db, clock, signIn } = await createHubRig({ db: database.db })
    stop = async () => {
      await hub.close()
      await database.drop()
    }
    const [row] = await db.selectFrom('school_version').select('document').execute()
    const lists = { ...JSON.parse(row?.document ?? ''), version: 1 }
    const commit = createGroupCommit(db)
    const take = (entries: readonly Entry[]) =>
      takeBatch({ commit, now: clock.instant, newId: randomUUID }, async () => lists, pushOf(entries))
    const kept = async () =>
      (await db.selectFrom('entry').select('id').orderBy('id').execute()).map((one) => one.id)
    const commits = vi.spyOn(db, 'transaction')
    return { db, take, commit, kept, commits, signIn }
  }
  /** What the tablet `no` of one teacher says of one pupil. */
  const batchOf = (no: number): Entry[] =>
    [1, 2].map((seq) => ({
      ...makeEntry({
        ...{ id: `t${no}-${seq}`, seq, follows: seq === 1 ? [] : [`t${no}-1`] },
        cell: { kind: 'attendance', lesson: algebraFirst, pupil: `p${(no % 3) + 1}` },
      }),
      log: { device: `d${no}`, person: 'algebraist', epoch: 1 },
    }))
  /** A table whose rows break a promise that the database looks at only when it commits. */
  const makeDoomed = async (db: Database): Promise<void> => {
    await sql`create table parent (id integer primary key)`.execute(db)
    await sql`create table doomed (id integer references parent (id) deferrable initially deferred)`.execute(
      db,
    )
    if (name === 'SQLite') await sql`pragma foreign_keys = on`.execute(db)
  }
  const ids = (...batches: Entry[][]) =>
    batches
      .flat()
      .map((one) => one.id)
      .sort()

  test('is committed once, and each batch has its own receipts and place', async () => {
    const { take, kept, commits } = await start()
    const batches = [1, 2, 3, 4, 5].map((no) => batchOf(no))
    const answers = await Promise.all(batches.map((one) => take(one)))
    expect(commits).toHaveBeenCalledTimes(1)
    expect(answers).toMatchObject(
      batches.map((entries) => ({ kind: 'taken', lastSeq: 2, receipts: entries.map(({ id }) => ({ id })) })),
    )
    expect(new Set(answers.map((one) => one.kind === 'taken' && one.rev)).size).toBe(5)
    expect(await kept()).toEqual(ids(...batches))
  })

  test('takes a batch once that came twice in it', async () => {
    const { take, kept } = await start()
    const [first, second] = await Promise.all([take(batchOf(1)), take(batchOf(1))])
    expect(first).toMatchObject({ receipts: [{ state: 'accepted' }, { state: 'accepted' }] })
    expect(second).toMatchObject({ receipts: [{ state: 'accepted' }, { state: 'accepted' }] })
    expect(await kept()).toEqual(ids(batchOf(1)))
  })

  test('lets a batch that breaks fail alone, with all it had begun', async () => {
    const { take, commit, kept, db } = await start()
    const audit = { at: '', who: '', device: null, action: '', subject: '', before: null, after: null }
    const broken = commit(1, async (trx) => {
      await trx
        .insertInto('audit')
        .values({ id: 'begun', ...audit })
        .execute()
      throw new Error('a bug')
    })
    // So does one whose statement the database itself refuses.
    const refused = commit(1, (trx) => sql`insert into no_such_table values (1)`.execute(trx))
    const ends = await Promise.allSettled([
      take(batchOf(1)),
      broken,
      take(batchOf(2)),
      refused,
      take(batchOf(3)),
    ])
    expect(ends.map((one) => one.status)).toEqual([
      ...['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
    ])
    expect(ends[1]).toMatchObject({ reason: { message: 'a bug' } })
    expect(await kept()).toEqual(ids(batchOf(1), batchOf(2), batchOf(3)))
    expect(await db.selectFrom('audit').select('id').where('id', '=', 'begun').execute()).toEqual([])
  })

  test('gives nobody a receipt when the commit itself fails, and goes on with the next', async () => {
    const { take, commit, kept, db } = await start()
    await makeDoomed(db)
    const doomed = commit(1, (trx) => sql`insert into doomed values (1)`.execute(trx))
    const ends = await Promise.allSettled([take(batchOf(1)), doomed, take(batchOf(2))])
    expect(ends.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await kept()).toEqual([])
    expect(await take(batchOf(1))).toMatchObject({ kind: 'taken', lastSeq: 2 })
  })

  test('is answered with an error and no receipt where its commit fails', async () => {
    const { db, kept, signIn } = await start()
    const { send } = await signIn('algebraist', 'd1')
    await makeDoomed(db)
    if (name === 'SQLite') {
      await sql`create trigger fail after insert on entry begin insert into doomed values (1); end`.execute(
        db,
      )
    } else {
      await sql`create function fail() returns trigger as $$ begin insert into doomed values (1); return null; end $$ language plpgsql`.execute(
        db,
      )
      await sql`create trigger fail after insert on entry for each row execute function fail()`.execute(db)
    }
    const body = JSON.stringify(pushOf(batchOf(1)))
    const answer = await send({ method: 'POST', path: '/api/push', body, timeoutMs: 1000 })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([500, { error: 'internal' }])
    expect(await kept()).toEqual([])
  })

  test('is no larger than one full batch: whoever reads waits for it no longer', async () => {
    const { commit, commits } = await start()
    const sizes = [600, 300, 200, 5000, 1, 1]
    const groups: number[] = []
    await Promise.all(
      sizes.map((size) =>
        commit(size, async () => {
          groups[commits.mock.calls.length - 1] = (groups[commits.mock.calls.length - 1] ?? 0) + size
        }),
      ),
    )
    expect(groups).toEqual([900, 200, 5000, 2])
  })
})
