// A tablet may have recorded against lists that have been replaced since: what was its own then is taken.
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import type { School } from '../../src/domain/school.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { attendanceOfP1, makeEntry } from '../domain/entries.ts'
import { algebraFirst, algebraLast, tinySchool } from '../domain/tiny-school.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const replaced = tinySchool.assignments.map((one) =>
  one.id === 'alg7a' ? { ...one, teacher: 'stranger' } : one,
)
const lastLesson = { cell: { kind: 'attendance', lesson: algebraLast, pupil: 'p1' } } as const
const withoutFirst = tinySchool.timetable.filter((one) => one.id !== 's1')

describe.each(databases)('lists replaced meanwhile, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  /** Version 2 of the lists comes at `replacedAt` of 24.11, UTC; the tablet speaks at 03:00. */
  const start = async (change: Partial<School>, replacedAt: string, before: Partial<School> = {}) => {
    const clock = createTurnableClock('2026-11-24T00:00:00.000Z')
    const database = await open()
    const rig = await createHubRig({ db: database.db, clock, school: { ...tinySchool, ...before } })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const { client } = await rig.signIn('algebraist', 'tablet')
    const apply = async (wanted: Partial<School>, at: string) => {
      clock.set(`2026-11-24T${at}:00.000Z`)
      const logins = tinySchool.staff.map((one) => ({ person: one.id, login: one.id }))
      const ports = { db: database.db, now: clock.instant, newId: randomUUID }
      await applySchool(ports, { ...tinySchool, ...wanted }, logins)
      clock.set('2026-11-24T03:00:00.000Z')
    }
    await apply(change, replacedAt)
    return { db: database.db, client, apply }
  }

  // The first algebra lesson of 24.11 begins at 01:00 UTC; the tablet's entry names version 1 of the lists.
  it.skipIf(skip).each<[string, Partial<School>, string, number, string]>([
    ['a lesson that has left the timetable', { timetable: withoutFirst }, '02:00', 1, 'accepted null 7a'],
    [
      'a teacher replaced after the lesson had begun',
      { assignments: replaced },
      '02:00',
      1,
      'accepted null 7a',
    ],
    ['a teacher replaced before it began', { assignments: replaced }, '00:30', 1, 'refused foreignLesson 7a'],
    ['a tablet that knew the new lists', { assignments: replaced }, '02:00', 2, 'refused foreignLesson 7a'],
    ['a lesson nobody ever had', { timetable: withoutFirst }, '00:30', 1, 'refused lessonUnknown '],
  ])('%s', async (_, change, replacedAt, refVersion, outcome) => {
    const { db, client } = await start(change, replacedAt)
    await client.push(pushOf([{ ...makeEntry({ id: 'a' }), refVersion }]))
    const row = await db.selectFrom('entry').selectAll().executeTakeFirstOrThrow()
    expect(`${row.state} ${row.reason} ${row.school_class}`).toBe(outcome)
  })

  // Moved to Thursday before it began; by the tablet's version 1 it had begun at 01:00 UTC, and it speaks at 03:00.
  const thursday = { lesson: algebraFirst, kind: 'moved', date: '2026-11-26', period: 2 } as const
  const stale = { ...makeEntry({ id: 'a' }), refVersion: 1 }
  const mark = {
    cell: { kind: 'mark', lesson: algebraFirst, pupil: 'p1', workType: 'oralAnswer', n: 1 },
    value: { marks: ['4'], owed: false },
  } as const
  it.skipIf(skip).each<[string, Partial<School>, Partial<Entry>, string]>([
    ['is taken', {}, {}, 'accepted null 7a'],
    ['takes its marks as well', {}, mark, 'accepted null 7a'],
    ['refuses who knew of the move', {}, { refVersion: 2 }, 'refused lessonNotBegun 7a'],
    ['refuses who recorded another lesson too early', {}, lastLesson, 'refused lessonNotBegun 7a'],
    ['refuses whose lesson it was no more', { assignments: replaced }, {}, 'refused foreignLesson 7a'],
    [
      'refuses a pupil who never was in the class',
      {},
      { cell: { ...attendanceOfP1, pupil: 'p4' } as never },
      'refused lessonNotBegun 8b',
    ],
  ])('a lesson moved to a later day %s', async (_, change, more, outcome) => {
    const { db, client } = await start({ ...change, changes: [thursday] }, '00:30')
    await client.push(pushOf([{ ...stale, ...more } as Entry]))
    const row = await db.selectFrom('entry').selectAll().executeTakeFirstOrThrow()
    expect(`${row.state} ${row.reason} ${row.school_class}`).toBe(outcome)
  })

  it.skipIf(skip)('a lesson that has left the timetable is on the tablet of whoever kept it', async () => {
    const { client } = await start({ timetable: withoutFirst }, '02:00')
    await client.push(pushOf([{ ...makeEntry({ id: 'a' }), refVersion: 1 }]))
    expect(await client.pull(0, '')).toMatchObject({
      value: { cells: [{ value: { code: 'absent' } }], entries: [{ id: 'a', state: 'accepted' }] },
    })
  })

  it.skipIf(skip)('a lesson that had begun is taken, though it was recorded when they had gone', async () => {
    const { db, client } = await start({ assignments: replaced }, '02:00')
    await client.push(pushOf([{ ...makeEntry({ id: 'a' }), recordedAt: '2026-11-24T02:30:00.000Z' }]))
    expect(await db.selectFrom('entry').select('state').execute()).toEqual([{ state: 'accepted' }])
  })

  it.skipIf(skip).each([
    ['that came before the lesson began', '00:30', '02:00', 'accepted null'],
    ['that came before it, as did the new teacher', '00:30', '00:40', 'refused foreignLesson'],
    ['that came after it had begun', '01:30', '02:00', 'accepted null'],
  ])('an edit of something else %s changes nothing for it', async (_, editedAt, replacedAt, outcome) => {
    const { db, client, apply } = await start({}, editedAt)
    await apply({ assignments: replaced }, replacedAt)
    await client.push(pushOf([{ ...makeEntry({ id: 'a' }), refVersion: 1 }]))
    const row = await db.selectFrom('entry').select(['state', 'reason']).executeTakeFirstOrThrow()
    expect(`${row.state} ${row.reason}`).toBe(outcome)
  })

  it.skipIf(skip).each([
    ['recorded while the lists had it is taken', '02:00', 1, 'accepted null'],
    ['recorded by the lists without it is refused', '02:00', 2, 'refused valueOutsideScale'],
  ])('a mark that the school has taken off its scale, %s', async (_, replacedAt, refVersion, outcome) => {
    const { db, client } = await start({}, replacedAt, { settings: { markScale: '5 4 3 2 б/о' } })
    const at = { lesson: algebraFirst, pupil: 'p1', workType: 'oralAnswer', n: 1 } as const
    const cell = { kind: 'mark', ...at } as const
    const entry = makeEntry({ id: 'a', cell, value: { marks: ['б/о'], owed: false } })
    await client.push(pushOf([{ ...entry, refVersion }]))
    const row = await db.selectFrom('entry').select(['state', 'reason']).executeTakeFirstOrThrow()
    expect(`${row.state} ${row.reason}`).toBe(outcome)
  })

  // Recorded at 01:10 UTC by a clock that is right.
  it.skipIf(skip).each([
    ['set before another took the subject over is taken', '02:00', 'accepted null'],
    ['set after it is refused', '00:30', 'refused foreignLesson'],
  ])('a final mark %s', async (_, replacedAt, outcome) => {
    const { db, client } = await start({ assignments: replaced }, replacedAt)
    const cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' } as const
    const mark = { ...makeEntry({ id: 'a', cell, value: { mark: '4' } }), clock: { offsetMs: 0, doubtMs: 0 } }
    await client.push(pushOf([mark]))
    const row = await db.selectFrom('entry').select(['state', 'reason']).executeTakeFirstOrThrow()
    expect(`${row.state} ${row.reason}`).toBe(outcome)
  })
})
