// The demo as whoever starts it meets it: which lists it serves, how they came in, and what a later start does to them.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { demoPassword, prepareDemoSchool } from '../../src/demo/prepare-school.ts'
import { demoPeople } from '../../src/demo/school/made-up-school.ts'
import { newYearLine } from '../../src/demo/welcome.ts'
import { lessonsOn, pupilsOf } from '../../src/domain/lesson.ts'
import { listTexts } from '../../src/hub/school/list-texts.ts'
import { makeEntry } from '../domain/entries.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { pushOf } from '../hub/pushes.ts'
import { runHub, serveDemo } from './demo-process.ts'

const tuesday = '2026-11-24T05:00:00.000Z'
let dataDir = ''
let hub: Awaited<ReturnType<typeof serveDemo>> | null = null
const serve = async (at: string) => {
  hub = await serveDemo(dataDir, at)
  return hub
}
const stop = async () => {
  await hub?.stop()
  hub = null
}

const readSchool = async (signIn: Awaited<ReturnType<typeof serveDemo>>['signIn']) => {
  const answer = await (await signIn('zavyalova', demoPassword)).client.school()
  if (answer.kind !== 'ok') throw new Error(answer.kind)
  return answer.value.school
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'journal-demo-'))
})
afterEach(async () => {
  await stop()
  rmSync(dataDir, { recursive: true, force: true })
})

it('writes its lists as files and brings them in as an import of that folder would', async () => {
  const folder = join(dataDir, 'demo-lists')
  // A list that the made-up school doesn't have: only whoever reads the folder from the disk will find it.
  mkdirSync(folder)
  writeFileSync(join(folder, 'days.csv'), 'from,to,kind,classes\n2026-11-26,2026-11-26,dayOff,\n')
  const { said, signIn } = await serve(tuesday)
  for (const [list, csv] of Object.entries(prepareDemoSchool(tuesday))) {
    expect(readFileSync(join(folder, `${list}.csv`), 'utf8')).toBe(csv)
  }
  const served = await readSchool(signIn)
  expect(served).toMatchObject({ version: 1, days: [{ kind: 'dayOff', from: '2026-11-26' }] })
  await stop()

  const other = mkdtempSync(join(tmpdir(), 'journal-demo-'))
  try {
    const { stdout } = runHub(other, tuesday, ['import', folder])
    expect(said).toContain(stdout)
    expect(stdout).toContain('Принята версия списков 1: классов 30, учащихся 810, сотрудников 63.')
    // Its people are made up wherever it was imported from: they have the demo's password here too.
    hub = await serveDemo(other, tuesday)
    expect(await readSchool(hub.signIn)).toEqual(served)
    await stop()
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
})

it('takes the new year’s lists at its next start and loses nothing of the former year', async () => {
  const lastDay = '2027-05-26T07:00:00.000Z'
  const newYear = '2027-09-01T05:00:00.000Z'
  const first = await serve(lastDay)
  const before = await first.signIn('ryabinina', demoPassword)
  const reference = await before.client.reference()
  if (reference.kind !== 'ok' || before.signedIn.kind !== 'ok') throw new Error('not signed in')
  const school = reference.value.reference
  const { person } = before.signedIn.value
  const lesson = lessonsOn(school, '2027-05-26').find((one) => one.teacher === person)
  const [pupil] = lesson ? pupilsOf(school, lesson) : []
  if (!lesson || pupil === undefined) throw new Error('no lesson on the last day of the year')
  const entry = {
    ...makeEntry({ id: v7(), author: person, cell: { kind: 'attendance', lesson: lesson.id, pupil } }),
    ...{ log: { device: before.device, person, epoch: 1 }, recordedAt: lastDay },
  }
  expect(await before.client.push(pushOf([entry]))).toMatchObject({ kind: 'ok' })
  expect((await before.view()).waiting).toBe(1)
  await stop()

  const { said, signIn } = await serve(newYear)
  expect(said).toContain('Принята версия списков 2')
  expect(said).toContain(newYearLine)
  expect(said).toContain('At the school it is 2027-09-01 with')
  const after = await signIn('ryabinina', demoPassword)
  const stored = async () => {
    const pulled = await after.client.pull(0, '')
    if (pulled.kind !== 'ok') throw new Error(pulled.kind)
    return pulled.value.cells.map((one) => [one.cell, one.value])
  }
  expect(await stored()).toEqual([[entry.cell, { code: 'absent' }]])
  expect(await after.transfer()).toMatchObject({ waiting: 0, verified: 1, conflicts: 0 })
  expect(await stored()).toEqual([[entry.cell, { code: 'absent' }]])
  await stop()

  const again = await serve('2027-09-02T05:00:00.000Z')
  expect(again.said).not.toContain('Принята версия')
})

it('serves lists that were imported before as they are, and takes them through the main job', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-lists-'))
  const logins = tinySchool.staff.map((one) => ({ person: one.id, login: one.id }))
  for (const [list, rows] of Object.entries(listTexts(tinySchool, logins))) {
    if (rows.length > 0) writeFileSync(join(folder, `${list}.csv`), Papa.unparse([...rows]))
  }
  try {
    expect(runHub(dataDir, tuesday, ['import', folder])).toMatchObject({ status: 0 })
  } finally {
    rmSync(folder, { recursive: true })
  }
  const password = 'тихий вечер'
  expect(runHub(dataDir, tuesday, ['password', 'algebraist'], `${password}\n`)).toMatchObject({ status: 0 })

  const { said, signIn } = await serve(tuesday)
  expect(said).toContain('own lists are served, version 1, and nothing made up: Школа № 0,')
  expect(said).toContain('2 classes, 4 pupils, 5 of the staff; `hub password LOGIN` lets a person in.')
  expect(said).toContain('АИС is the stand-in')
  for (const { login, name } of demoPeople) {
    expect(said).not.toContain(login)
    expect(said).not.toContain(name)
  }
  expect((await signIn('leader', demoPassword)).signedIn).toMatchObject({ kind: 'refused' })
  const teacher = await signIn('algebraist', password)
  expect(await teacher.client.reference()).toMatchObject({
    value: { reference: { name: tinySchool.name, version: 1 } },
  })
  const entry = { ...makeEntry({ id: v7() }), recordedAt: tuesday }
  entry.log.device = teacher.device
  await teacher.client.push(pushOf([entry]))
  expect(await teacher.transfer()).toMatchObject({ waiting: 0, verified: 1 })
  await stop()

  const later = await serve('2027-10-01T05:00:00.000Z')
  expect(later.said).toContain('own lists are served, version 1,')
  expect(readdirSync(dataDir)).not.toContain('demo-lists')
})
