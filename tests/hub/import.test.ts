// A school's lists come in whole or not at all, and every wrong row is named.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { prepareDemoSchool } from '../../src/demo/prepare-school.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'
import { importCommand, passwordCommand } from '../../src/hub/school-commands.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig, password } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const lists = prepareDemoSchool('2026-11-23T02:00:00.000Z')

/** The same lists with one row of one of them changed; row 1 is the header. */
const withRow = (list: string, row: number, change: (line: string) => string): Record<string, string> => {
  const lines = (lists[list] ?? '').split('\n')
  lines[row - 1] = change(lines[row - 1] ?? '')
  return { ...lists, [list]: lines.join('\n') }
}
const faultsOf = (files: Record<string, string>) => {
  const built = buildSchool(files)
  return built.ok ? [] : built.faults
}

describe('reading a school’s lists', () => {
  it.each<[string, string, number, (line: string) => string, object]>([
    [
      'a date that is none',
      'pupils',
      5,
      (line) => line.replace('2026-09-01', '2026-02-31'),
      { column: 'from', problem: 'notDate' },
    ],
    [
      'a time that is none',
      'bells',
      3,
      (line) => line.replace('08:55', '8.55'),
      { column: 'begins', problem: 'notTime' },
    ],
    [
      'a name left empty',
      'pupils',
      4,
      (line) => line.replace(/^([^,]+),[^,]+,/, '$1,,'),
      { column: 'lastName', problem: 'empty' },
    ],
    [
      'a number that is none',
      'classes',
      2,
      (line) => line.replace(',5,', ',пять,'),
      { column: 'parallel', problem: 'notNumber' },
    ],
    [
      'a class teacher nobody knows',
      'classes',
      2,
      (line) => line.replace(/[^,]+$/, 't99'),
      { column: 'classTeacher', problem: 'unknown' },
    ],
    [
      'an assignment nobody knows',
      'timetable',
      7,
      (line) => line.replace(/[^,]+$/, 'nothing'),
      { column: 'assignment', problem: 'unknown' },
    ],
    [
      'a position that is none',
      'staff',
      3,
      (line) => line.replace('deputyHead', 'wizard'),
      { column: 'positions', problem: 'notOneOf' },
    ],
    [
      'a login that another has, be it in capitals',
      'staff',
      4,
      (line) => line.replace(/[^,]+$/, 'ORLOV'),
      { column: 'login', problem: 'twice', value: 'orlov' },
    ],
    [
      'a time zone that is none',
      'school',
      2,
      (line) => line.replace('Asia/Barnaul', 'Asia/Barnul'),
      { column: 'zone', problem: 'notZone', value: 'Asia/Barnul' },
    ],
    [
      'a comma without quotes that pushes a value out of the row',
      'plan',
      2,
      () => 'algebra,7,1,Выражения, урок 1,№ 5',
      { column: '', problem: 'tooManyFields', value: '№ 5' },
    ],
    [
      'a column that is missing',
      'terms',
      1,
      (line) => line.replace('from', 'since'),
      { column: 'from', problem: 'missingColumn' },
    ],
  ])('names %s with its list, row and column', (_, list, row, change, fault) => {
    expect(faultsOf(withRow(list, row, change))).toEqual([expect.objectContaining({ list, row, ...fault })])
  })

  it('names an id that stands twice at its second row', () => {
    const [, , second = ''] = (lists.classes ?? '').split('\n')
    const files = withRow('classes', 2, () => second)
    expect(faultsOf(files)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ list: 'classes', row: 3, column: 'id', problem: 'twice' }),
      ]),
    )
  })

  it('names a missing file and quotes that do not close', () => {
    const { bells: _, ...withoutBells } = lists
    expect(faultsOf(withoutBells)).toEqual([
      expect.objectContaining({ list: 'bells', problem: 'missingFile' }),
    ])
    expect(faultsOf(withRow('subjects', 3, (line) => line.replace(',', ',"')))).toEqual(
      expect.arrayContaining([expect.objectContaining({ list: 'subjects', row: 3, problem: 'brokenCsv' })]),
    )
  })

  it('reads what a spreadsheet of the country writes: semicolons, a mark of order, local dates', () => {
    const terms = `\uFEFF${(lists.terms ?? '').replaceAll(',', ';').replace(/(\d{4})-(\d\d)-(\d\d)/g, '$3.$2.$1')}`
    const built = buildSchool({ ...lists, terms })
    const plain = buildSchool(lists)
    expect(built.ok && built.school.terms).toEqual(plain.ok && plain.school.terms)
  })

  it('reads a list of several values between semicolons in a file of commas and in one of semicolons', () => {
    const both = withRow('staff', 3, (line) => line.replace('deputyHead', 'deputyHead;teacher'))
    const semicolons = (lists.staff ?? '').replaceAll(',', ';').replace('deputyHead', '"deputyHead;teacher"')
    for (const files of [both, { ...lists, staff: semicolons }]) {
      const built = buildSchool(files)
      expect(built.ok && built.school.staff.find((one) => one.id === 'd01')?.positions).toEqual([
        'deputyHead',
        'teacher',
      ])
    }
  })

  it('counts the rows as a spreadsheet does: with the blank ones, and with those of several lines once', () => {
    const [header = '', first = '', second = '', ...rest] = (lists.pupils ?? '').split('\n')
    const tall = first.replace(/^([^,]+),([^,]+)/, '$1,"$2\nмладший"')
    const bad = second.replace('2026-09-01', 'сентябрь')
    const pupils = [header, tall, '', ',,,,,,', bad, ...rest, '', ''].join('\n')
    expect(faultsOf({ ...lists, pupils })).toEqual([
      { list: 'pupils', row: 5, column: 'from', problem: 'notDate', value: 'сентябрь' },
    ])
  })

  it('takes one school and names the second', () => {
    const school = `${lists.school}Другая школа,Asia/Omsk,6\n`
    expect(faultsOf({ ...lists, school })).toEqual([
      expect.objectContaining({ list: 'school', row: 3, problem: 'twice' }),
    ])
  })

  it('does without groups, plans and substitutions', () => {
    const { plan: _, ...withoutPlan } = lists
    expect(buildSchool(withoutPlan)).toMatchObject({ ok: true, school: { plan: [], substitutions: [] } })
  })
})

describe.each(databases)('applying a school on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const ports = { db: database.db, now: rig.clock.instant, newId: () => crypto.randomUUID() }
    const logins = tinySchool.staff.map((one) => ({ person: one.id, login: one.id }))
    return { ...rig, ports, logins }
  }
  afterEach(() => stop())
  const test = it.skipIf(skip)

  test('gives the next version, keeps passwords of those who stay and ends the sessions of those who left', async () => {
    const { ports, logins, signIn } = await start()
    const stranger = await signIn('stranger')
    const staying = logins.filter((one) => one.person !== 'stranger')
    const leader = await signIn('leader')
    expect(await applySchool(ports, tinySchool, staying)).toBe(2)
    const left = (table: 'account' | 'session') =>
      ports.db.selectFrom(table).select('person').where('person', '=', 'stranger').execute()
    expect([await left('account'), await left('session')]).toEqual([[], []])
    expect(await leader.client.session()).toMatchObject({ value: { person: 'leader' } })
    expect(await stranger.client.session()).toEqual({ kind: 'signInNeeded' })
    expect(await stranger.client.signIn({ login: 'stranger', password, device: 'd' })).toMatchObject({
      problem: { error: 'wrongPassword' },
    })
    expect((await signIn('algebraist')).session.person).toBe('algebraist')
  })

  test('lets two people swap their logins', async () => {
    const { ports, logins, signIn } = await start()
    const swapped = logins.map((one) => ({
      ...one,
      login: { algebraist: 'leader', leader: 'algebraist' }[one.login] ?? one.login,
    }))
    await applySchool(ports, tinySchool, swapped)
    expect((await signIn('leader')).session.person).toBe('algebraist')
    expect((await signIn('algebraist')).session.person).toBe('leader')
  })

  test('gives a newcomer the login of one who left, without the password', async () => {
    const { ports, logins, browser } = await start()
    const next = logins.map((one) =>
      one.person === 'stranger' ? { person: 'newcomer', login: 'stranger' } : one,
    )
    await applySchool(ports, tinySchool, next)
    const accounts = await ports.db
      .selectFrom('account')
      .selectAll()
      .where('login', '=', 'stranger')
      .execute()
    expect(accounts).toEqual([{ person: 'newcomer', login: 'stranger', password_hash: null }])
    expect(await browser().client.signIn({ login: 'stranger', password, device: 'd' })).toMatchObject({
      problem: { error: 'wrongPassword' },
    })
  })

  test('changes nothing when it fails half-way', async () => {
    const { ports, logins, signIn } = await start()
    const stranger = await signIn('stranger')
    const state = () =>
      Promise.all([
        ports.db.selectFrom('school_version').selectAll().execute(),
        ports.db.selectFrom('account').selectAll().orderBy('person').execute(),
        ports.db.selectFrom('session').selectAll().execute(),
        ports.db.selectFrom('revision').selectAll().execute(),
        ports.db.selectFrom('audit').selectAll().execute(),
      ])
    const before = await state()
    const clashing = [
      ...logins.filter((one) => one.person !== 'stranger'),
      { person: 'newcomer', login: 'leader' },
    ]
    await expect(applySchool(ports, tinySchool, clashing)).rejects.toThrow()
    expect(await state()).toEqual(before)
    expect(await stranger.client.session()).toMatchObject({ kind: 'ok' })
    expect(await applySchool(ports, tinySchool, logins)).toBe(2)
  })

  test('shows a lesson’s cells to the teacher who has it now', async () => {
    const { ports, logins, signIn } = await start()
    const algebraist = await signIn('algebraist', 'tablet')
    await algebraist.client.push(pushOf([makeEntry({ id: 'a1' })]))
    const stranger = await signIn('stranger')
    expect(await stranger.client.pull(0, '')).toMatchObject({ value: { cells: [] } })
    const assignments = tinySchool.assignments.map((one) =>
      one.id === 'alg7a' ? { ...one, teacher: 'stranger' } : one,
    )
    await applySchool(ports, { ...tinySchool, assignments }, logins)
    expect(await stranger.client.pull(0, '')).toMatchObject({
      value: { refVersion: 2, cells: [{ value: { code: 'absent' } }] },
    })
  })

  test('tells a new class teacher the cells that were recorded before', async () => {
    const { ports, logins, signIn } = await start()
    const algebraist = await signIn('algebraist', 'tablet')
    await algebraist.client.push(pushOf([makeEntry({ id: 'a1' })]))
    const stranger = await signIn('stranger')
    const before = await stranger.client.pull(0, '')
    if (before.kind !== 'ok') throw new Error(before.kind)
    expect(before.value.cells).toEqual([])
    const classes = tinySchool.classes.map((one) =>
      one.id === '7a' ? { ...one, classTeacher: 'stranger' } : one,
    )
    await applySchool(ports, { ...tinySchool, classes }, logins)
    expect(await stranger.client.pull(before.value.rev, before.value.incarnation)).toMatchObject({
      value: { cells: [{ value: { code: 'absent' } }] },
    })
  })

  test('tells the class teacher of a pupil whose class was corrected, and counts the entries there', async () => {
    const { db, ports, logins, signIn } = await start()
    const algebraist = await signIn('algebraist', 'tablet')
    const cell = { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' } as const
    await algebraist.client.push(pushOf([makeEntry({ id: 'a1', cell })]))
    const leader = await signIn('leader')
    const before = await leader.client.pull(0, '')
    if (before.kind !== 'ok') throw new Error(before.kind)
    const enrolments = tinySchool.enrolments.map((one) =>
      one.pupil === 'p1' ? { ...one, schoolClass: '8b' } : one,
    )
    await applySchool(ports, { ...tinySchool, enrolments }, logins)
    expect(await leader.client.pull(before.value.rev, before.value.incarnation)).toMatchObject({
      value: { cells: [] },
    })
    expect(await db.selectFrom('entry').select('school_class').execute()).toEqual([{ school_class: '8b' }])
    await applySchool(ports, tinySchool, logins)
    expect(await leader.client.pull(before.value.rev, before.value.incarnation)).toMatchObject({
      value: { cells: [{ cell, value: { code: 'absent' } }] },
    })
    expect(await db.selectFrom('entry').select('school_class').execute()).toEqual([{ school_class: '7a' }])
    const nextYear = tinySchool.enrolments.map((one) => ({ ...one, schoolClass: '8b', from: '2027-09-01' }))
    await applySchool(ports, { ...tinySchool, enrolments: nextYear }, logins)
    expect(await db.selectFrom('entry').select('school_class').execute()).toEqual([{ school_class: '7a' }])
  })

  test('keeps what was recorded in sight when the lesson has left the timetable', async () => {
    const { ports, logins, signIn } = await start()
    const algebraist = await signIn('algebraist', 'tablet')
    await algebraist.client.push(pushOf([makeEntry({ id: 'a1' })]))
    const timetable = tinySchool.timetable.filter((slot) => slot.id !== 's1')
    await applySchool(ports, { ...tinySchool, timetable }, logins)
    for (const person of ['algebraist', 'leader']) {
      expect(await (await signIn(person)).client.pull(0, '')).toMatchObject({
        value: { cells: [{ value: { code: 'absent' } }] },
      })
    }
  })

  test('leaves the former school as it was when a row of the new one is wrong', async () => {
    const { ports, db } = await start()
    const folder = mkdtempSync(join(tmpdir(), 'journal-lists-'))
    try {
      const broken = withRow('pupils', 5, (line) => line.replace('2026-09-01', '31.02.2026'))
      for (const [list, csv] of Object.entries(broken)) writeFileSync(join(folder, `${list}.csv`), csv)
      const refused = await importCommand(ports, folder)
      expect(refused.ok).toBe(false)
      expect(refused.lines[0]).toContain('pupils.csv, строка 5, столбец from')
      expect(refused.lines.at(-1)).toContain('Ничего не изменено')
      expect(await db.selectFrom('school_version').select('version').execute()).toEqual([{ version: 1 }])

      for (const [list, csv] of Object.entries(lists)) writeFileSync(join(folder, `${list}.csv`), csv)
      expect(await importCommand(ports, folder)).toEqual({
        ok: true,
        lines: ['Принята версия списков 2: классов 30, учащихся 810, сотрудников 63.'],
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('gives a login its password from standard input and ends its sessions', async () => {
    const { db, browser, signIn } = await start()
    const before = await signIn('leader')
    expect(await passwordCommand(db, 'leader', Readable.from(['короткий\n']))).toMatchObject({ ok: true })
    expect(await before.client.session()).toEqual({ kind: 'signInNeeded' })
    const again = await browser().client.signIn({ login: 'leader', password: 'короткий', device: 'd' })
    expect(again).toMatchObject({ kind: 'ok' })
    expect(await passwordCommand(db, 'leader', Readable.from(['1234\n']))).toMatchObject({ ok: false })
    expect(await passwordCommand(db, 'nobody', Readable.from(['достаточно\n']))).toMatchObject({ ok: false })
  })
})
