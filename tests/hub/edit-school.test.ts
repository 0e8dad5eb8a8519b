// A deputy edits the lists by hand: a new version by the import's checks, or nothing; tablets get it with the pull.
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { ListEdit, SchoolAnswer } from '../../src/contract/school-edit-schema.ts'
import { prepareDemoSchool } from '../../src/demo/prepare-school.ts'
import { lessonById, lessonsOn } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { buildFromTexts, buildSchool } from '../../src/hub/import/build-school.ts'
import { listTexts } from '../../src/hub/school/list-texts.ts'
import { algebraFirst, algebraLast, tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'

const logins = (school: School) => school.staff.map((one) => ({ person: one.id, login: one.id }))

/** Everything that a school's document can say. */
const rich: School = {
  ...tinySchool,
  version: 0,
  terms: [
    { id: 'q2', name: '2-я четверть', from: '2026-11-09', to: '2026-12-30', parallels: [7] },
    { id: 'h1', name: '1-е полугодие', from: '2026-09-01', to: '2026-12-30', parallels: [8] },
  ],
  bells: [
    ...tinySchool.bells.filter((one) => one.period !== 6),
    { shift: 1, period: 6, begins: '12:50', ends: '13:35', to: '2026-12-10' },
    { shift: 1, period: 6, begins: '13:00', ends: '13:45', from: '2026-12-11' },
    { shift: 1, period: 1, begins: '08:00', ends: '08:40', weekday: 1 },
    { shift: 1, period: 1, begins: '08:00', ends: '08:30', shortened: true },
  ],
  classes: tinySchool.classes.map((one) => ({ ...one, building: 'Новый' })),
  groups: tinySchool.groups.map((one) => ({
    ...one,
    individualPlan: true,
    memberDates: [{ pupil: 'p2', from: '2026-11-09', to: null }],
  })),
  timetable: tinySchool.timetable.map((one) =>
    one.id === 's6' ? { ...one, from: '2026-11-14', to: '2026-12-12' } : one,
  ),
  substitutions: [{ lesson: algebraFirst, teacher: 'stranger' }],
  days: [{ kind: 'frost', from: '2026-12-01', to: '2026-12-02', classes: ['7a'] }],
  changes: [
    { kind: 'cancelled', lesson: algebraLast },
    { kind: 'moved', lesson: 's2@2026-12-08', date: '2026-12-09', period: 2 },
    { kind: 'merged', lesson: 's3@2026-12-15', into: 's1@2026-12-15' },
  ],
  statuses: [{ pupil: 'p1', kind: 'exempt', subject: null, from: '2026-11-09', to: '2026-11-20' }],
  workYears: [
    {
      year: 2027,
      source: 'Постановление № 1',
      transfers: [{ from: '2027-01-03', to: '2027-12-31' }],
      daysOff: ['2027-11-05'],
      shortDays: ['2027-11-03'],
    },
  ],
  endOfWork: { usual: '17:00', shortDay: '16:00' },
  settings: {
    termReading: 'strict',
    quietMinutes: 15,
    unsentMinutes: 20,
    markScale: '5 4 3 2 б/о',
    lateLetter: 'З',
  },
}

describe('a school written out as lists', () => {
  it.each([
    ['the smallest', { ...tinySchool, version: 0 }],
    ['one with everything', rich],
  ])('reads back as the same: %s', (_, school) => {
    expect(buildFromTexts(listTexts(school, logins(school)))).toEqual({
      ...{ ok: true, school },
      logins: logins(school),
    })
  })

  it('reads back as the same at true scale', () => {
    const built = buildSchool(prepareDemoSchool('2026-11-24T05:00:00.000Z'))
    if (!built.ok) throw new Error('the made-up school was refused')
    const again = buildFromTexts(listTexts(built.school, built.logins))
    expect(again).toEqual({ ok: true, school: built.school, logins: built.logins })
  })
})

describe.each(databases)('editing by hand on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const deputy = (await rig.signIn('deputy')).client
    const edit = async (...edits: ListEdit[]): Promise<SchoolAnswer> => {
      const known = await deputy.school()
      if (known.kind !== 'ok') throw new Error(known.kind)
      const outcome = await deputy.editSchool({ version: known.value.school.version, edits })
      if (outcome.kind !== 'ok') throw new Error(outcome.kind)
      return outcome.value
    }
    return { ...rig, deputy, edit }
  }
  const test = it.skipIf(skip)

  test('a substitution reaches the substitute’s tablet with its class, and says who entered it', async () => {
    const { edit, signIn } = await start()
    const substitute = (await signIn('stranger', 'tablet')).client
    const before = await substitute.reference()
    expect(before.kind === 'ok' && before.value.reference.classes.map((one) => one.id)).toEqual(['8b'])
    const answer = await edit({ list: 'substitutions', add: { lesson: algebraFirst, teacher: 'stranger' } })
    expect(answer.history[0]).toMatchObject({
      ...{ version: 2, at: '2026-11-24T05:00:00.000Z', name: 'Завьялова И.' },
      lists: [{ list: 'substitutions', added: 1, removed: 0 }],
    })
    const pulled = await substitute.pull(0, '')
    expect(pulled).toMatchObject({ value: { refVersion: 2 } })
    const after = await substitute.reference()
    if (after.kind !== 'ok') throw new Error(after.kind)
    expect(lessonById(after.value.reference, algebraFirst)).toMatchObject({
      ...{ teacher: 'stranger', insteadOf: 'algebraist' },
    })
  })

  test('a moved lesson keeps its id, a cancelled one is gone, and either can be taken back', async () => {
    const { edit } = await start()
    const moved = { lesson: algebraFirst, kind: 'moved', date: '2026-11-25', period: '2' }
    const { school } = await edit(
      { list: 'changes', add: moved },
      { list: 'changes', add: { lesson: algebraLast, kind: 'cancelled' } },
    )
    expect(lessonsOn(school, '2026-11-25').map((one) => [one.id, one.period])).toEqual([[algebraFirst, 2]])
    expect(lessonsOn(school, '2026-11-24').map((one) => one.id)).not.toContain(algebraLast)
    const back = await edit({ list: 'changes', remove: { lesson: algebraLast } })
    expect(lessonsOn(back.school, '2026-11-24').map((one) => one.id)).toContain(algebraLast)
  })

  test('shortened bells and a local day off change the days of the classes named', async () => {
    const { edit } = await start()
    const { school } = await edit(
      { list: 'short-bells', add: { shift: '1', period: '1', begins: '08:00', ends: '08:30' } },
      { list: 'days', add: { kind: 'shortened', from: '2026-11-24', to: '2026-11-24' } },
      { list: 'days', add: { kind: 'dayOff', from: '2026-12-01', to: '2026-12-01', classes: '7a' } },
    )
    expect(lessonById(school, algebraFirst)?.ends).toBe('2026-11-24T01:30:00.000Z')
    expect(lessonsOn(school, '2026-12-01').map((one) => one.classes)).toEqual([['8b']])
  })

  test('who leaves keeps the old cells, who comes is in the list from that day', async () => {
    const { edit } = await start()
    const stay = { id: 'p4', lastName: 'Ким', firstName: 'Имя', schoolClass: '8b', from: '2026-09-01' }
    const { school } = await edit(
      { list: 'pupils', remove: { id: 'p4', from: '2026-09-01' }, add: { ...stay, to: '2026-11-23' } },
      { list: 'pupils', add: { ...stay, schoolClass: '7a', from: '2026-11-24' } },
    )
    expect(school.enrolments.filter((one) => one.pupil === 'p4')).toEqual([
      { pupil: 'p4', schoolClass: '8b', from: '2026-09-01', to: '2026-11-23' },
      { pupil: 'p4', schoolClass: '7a', from: '2026-11-24', to: null },
    ])
  })

  const slot = { id: 's9', weekday: '2', period: '1', assignment: 'alg7a' }
  test.each<[string, ListEdit, string]>([
    ['two lessons of a class in one place', { list: 'timetable', add: slot }, 'timetable 8 period taken'],
    [
      'a lesson moved where another stands',
      { list: 'changes', add: { lesson: algebraFirst, kind: 'moved', date: '2026-11-24', period: '6' } },
      'changes 2 period taken',
    ],
    [
      'a lesson moved to an hour without a bell',
      { list: 'changes', add: { lesson: algebraFirst, kind: 'moved', date: '2026-11-24', period: '9' } },
      'changes 2 period noBell',
    ],
    [
      'a term that ends before it begins',
      { list: 'terms', add: { id: 'q3', name: '3', from: '2027-03-20', to: '2027-01-11' } },
      'terms 3 to order',
    ],
    [
      'terms with days in common',
      { list: 'terms', add: { id: 'q3', name: '3', from: '2026-12-30', to: '2027-03-20' } },
      'terms 3 from overlap',
    ],
    [
      'a date that isn’t',
      { list: 'days', add: { kind: 'dayOff', from: '2026-02-30', to: '2026-03-01' } },
      'days 2 from notDate',
    ],
    [
      'a day off that ends before it begins',
      { list: 'days', add: { kind: 'dayOff', from: '2026-12-02', to: '2026-12-01' } },
      'days 2 to order',
    ],
    [
      'a bell that ends before it rings',
      { list: 'bells', add: { shift: '1', period: '7', begins: '14:00', ends: '13:00' } },
      'bells 5 ends order',
    ],
    [
      'a pupil in two classes at once',
      {
        list: 'pupils',
        add: { id: 'p1', lastName: 'Волков', firstName: 'Имя', schoolClass: '8b', from: '2026-11-24' },
      },
      'pupils 6 from overlap',
    ],
    [
      'a substitution on a day without the lesson',
      { list: 'substitutions', add: { lesson: 's1@2026-11-25', teacher: 'leader' } },
      'substitutions 2 lesson notDate',
    ],
    [
      'a substitute who isn’t in the lists',
      { list: 'substitutions', add: { lesson: algebraFirst, teacher: 'nobody' } },
      'substitutions 2 teacher unknown',
    ],
    [
      'a row to be taken out that isn’t there',
      { list: 'changes', remove: { lesson: algebraFirst } },
      'changes 0 lesson unknown',
    ],
    [
      'a column that no list has',
      { list: 'pupils', add: { id: 'p9', snils: '000' } },
      'pupils 1 snils missingColumn',
    ],
    [
      'a reading that the setting does not have',
      { list: 'settings', add: { name: 'essayOnDayOff', value: 'sometimes' } },
      'settings 2 value notOneOf',
    ],
    [
      'a setting out of its bounds',
      { list: 'settings', add: { name: 'homeworkMinutes', value: '91' } },
      'settings 2 value outOfRange',
    ],
    [
      'a scale without a mark that every school has',
      { list: 'settings', add: { name: 'markScale', value: '5 4 3 зач' } },
      'settings 2 value marksLacking',
    ],
    [
      'letters of one code for another',
      { list: 'settings', add: { name: 'lateLetter', value: 'Н' } },
      'settings 2 value letterTwice',
    ],
  ])('refuses %s, with the row and the reason, and applies nothing beside it', async (_, wrong, fault) => {
    const { edit, db } = await start()
    const good: ListEdit = { list: 'statuses', add: { pupil: 'p1', kind: 'exempt', from: '2026-11-24' } }
    const { school, faults } = await edit(good, wrong)
    expect(faults?.map((one) => `${one.list} ${one.row} ${one.column} ${one.problem}`)).toEqual([fault])
    expect(school).not.toHaveProperty('statuses')
    expect(await db.selectFrom('school_version').select('version').execute()).toEqual([{ version: 1 }])
  })

  test('edits on lists that have changed meanwhile are not applied', async () => {
    const { edit, deputy } = await start()
    await edit({ list: 'substitutions', add: { lesson: algebraFirst, teacher: 'stranger' } })
    const late: ListEdit = { list: 'substitutions', add: { lesson: algebraLast, teacher: 'stranger' } }
    const answer = await deputy.editSchool({ version: 1, edits: [late] })
    expect(answer).toMatchObject({ value: { stale: true, school: { version: 2 } } })
  })

  test('only a deputy edits, and accounts outlive an edit', async () => {
    const { signIn, edit } = await start()
    const wanted = { version: 1, edits: [{ list: 'days' as const, add: { kind: 'dayOff' } }] }
    for (const login of ['leader', 'head']) {
      const { client } = await signIn(login)
      expect(await client.editSchool(wanted)).toMatchObject({ problem: { error: 'forbidden' } })
    }
    expect(await (await signIn('leader')).client.school()).toMatchObject({ problem: { error: 'forbidden' } })
    await edit({ list: 'days', add: { kind: 'dayOff', from: '2026-12-01', to: '2026-12-01' } })
    expect((await signIn('leader')).session.person).toBe('leader')
  })

  test('a setting says who changed it and when, and moves the terms', async () => {
    const { edit } = await start()
    const { school, history } = await edit(
      { list: 'settings', add: { name: 'termReading', value: 'strict' } },
      { list: 'end-of-work', add: { usual: '17:00', shortDay: '16:00' } },
    )
    expect(school).toMatchObject({ settings: { termReading: 'strict' }, endOfWork: { usual: '17:00' } })
    expect(history[0]).toMatchObject({
      name: 'Завьялова И.',
      set: [
        { name: 'termReading', value: 'strict' },
        { name: 'endOfWork', value: '17:00 16:00' },
      ],
    })
    const back = await edit({ list: 'settings', remove: { name: 'termReading' } })
    expect(back.school.settings).toBeUndefined()
    expect(back.history[0]?.set).toEqual([{ name: 'termReading', value: '' }])
    expect(back.settingChanges?.map(({ name, setting, value }) => `${name} ${setting} ${value}`)).toEqual([
      'Завьялова И. termReading ',
      'Завьялова И. termReading strict',
      'Завьялова И. endOfWork 17:00 16:00',
    ])
  })

  test('a setting that the lists have brought, changed or left out says so beside those set by hand', async () => {
    const { edit, db, deputy } = await start()
    const bring = (change: Partial<School>) => {
      const ports = { db, now: () => '2026-11-25T00:00:00.000Z', newId: randomUUID }
      return applySchool(ports, { ...tinySchool, ...change }, logins(tinySchool))
    }
    await bring({ settings: { homeworkMinutes: 60 }, endOfWork: { usual: '17:00', shortDay: '16:00' } })
    await edit({ list: 'settings', add: { name: 'termReading', value: 'strict' } })
    await bring({ settings: { homeworkMinutes: 60 } })
    await bring({ settings: { homeworkMinutes: 60 } })
    const answer = await deputy.school()
    if (answer.kind !== 'ok') throw new Error(answer.kind)
    const told = answer.value.settingChanges?.map((one) => `${one.name} ${one.setting} ${one.value}`)
    expect(told).toEqual([
      'import termReading ',
      'import endOfWork ',
      'Завьялова И. termReading strict',
      'import homeworkMinutes 60',
      'import endOfWork 17:00 16:00',
    ])
    expect(answer.value.settingChanges?.[0]?.at).toBe('2026-11-25T00:00:00.000Z')
  })

  test('who changed a setting is told however many versions of other lists came after', async () => {
    const { edit, db, deputy } = await start()
    await edit({ list: 'settings', add: { name: 'marksLateFrom', value: 'lessonStart' } })
    const document = JSON.stringify(tinySchool)
    const later = Array.from({ length: 40 }, (_, at) => ({ version: at + 3, document }))
    await db
      .insertInto('school_version')
      .values(later.map((one) => ({ ...one, created_at: '2026-11-25T00:00:00.000Z', created_by: 'import' })))
      .execute()
    const answer = await deputy.school()
    if (answer.kind !== 'ok') throw new Error(answer.kind)
    const { history, settingChanges } = answer.value
    expect(history.some((one) => one.set.length > 0)).toBe(false)
    expect(settingChanges?.map((one) => `${one.setting} ${one.value}`)).toEqual(['marksLateFrom lessonStart'])
  })
})
