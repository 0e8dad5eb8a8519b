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
import { tinySchool } from '../domain/tiny-school.ts'
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

  it('names a missing file, a missing column and quotes that do not close', () => {
    const { bells: _, ...withoutBells } = lists
    expect(faultsOf(withoutBells)).toEqual([
      expect.objectContaining({ list: 'bells', problem: 'missingFile' }),
    ])
    expect(faultsOf(withRow('terms', 1, (line) => line.replace('from', 'since')))).toEqual([
      expect.objectContaining({ list: 'terms', column: 'from', problem: 'missingColumn' }),
    ])
    expect(faultsOf(withRow('subjects', 3, (line) => line.replace(',', ',"')))).toEqual(
      expect.arrayContaining([expect.objectContaining({ list: 'subjects', problem: 'brokenCsv' })]),
    )
  })

  it('reads what a spreadsheet of the country writes: semicolons, a mark of order, local dates', () => {
    const terms = `\uFEFF${(lists.terms ?? '').replaceAll(',', ';').replace(/(\d{4})-(\d\d)-(\d\d)/g, '$3.$2.$1')}`
    const built = buildSchool({ ...lists, terms })
    const plain = buildSchool(lists)
    expect(built.ok && built.school.terms).toEqual(plain.ok && plain.school.terms)
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
    expect(await applySchool(ports, tinySchool, staying)).toBe(2)
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
        lines: ['Принята версия списков 2: классов 30, учащихся 810, сотрудников 60.'],
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
