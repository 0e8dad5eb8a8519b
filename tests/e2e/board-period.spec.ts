// The board over a week, for a check: its numbers, on the screen and in the file, equal an independent count; the way down
// to a cell and back; what is no period is refused in words.
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { lessonById, pupilsOf } from '../../src/domain/lesson.ts'
import { lessonsBetween, type Met } from './board-count.ts'
import { countLessons, countTransfers, type Four } from './period-count.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { createTurnedHub, type TurnedHub } from './turned-hub.ts'
import { createWireTablet, type WireTablet } from './wire-tablet.ts'

const [monday, thursday] = ['2026-11-23', '2026-11-26']
const at = (date: string, time: string): string => new Date(`${date}T${time}:00+07:00`).toISOString()

const recordLesson = (turned: TurnedHub, tablet: WireTablet, id: string, withTopic: boolean): void => {
  const lesson = lessonById(turned.school, id)
  if (!lesson) throw new Error(`no lesson ${id}`)
  for (const [place, pupil] of [...pupilsOf(turned.school, lesson)].entries()) {
    const code = place % 7 === 3 ? 'absent' : 'present'
    tablet.record({ kind: 'attendance', lesson: id, pupil }, { code })
  }
  tablet.record({ kind: 'homework', lesson: id }, { none: true })
  if (withTopic) tablet.record({ kind: 'topic', lesson: id }, { planItem: null, text: 'Повторение' })
}

/** Due, in time, late and missing of a row. */
const readRow = async (page: Page, table: string | RegExp, row: string): Promise<number[]> => {
  const cells = page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: row, exact: true }) })
    .getByRole('cell')
  return (await cells.allInnerTexts()).slice(1, 5).map((text) => Number(text.trim()))
}

/** The first table of the file, a row by its first words. */
const rowOfFile = (text: string, begins: string): number[] => {
  const found = text.split('\r\n').find((line) => line.startsWith(begins))
  return (found ?? '').split(';').slice(1, 5).map(Number)
}

/** A week: an outage on Monday, in which some record, some late and some nothing; one on Thursday that nobody recorded in. */
const playWeek = async (turned: TurnedHub) => {
  await turned.hub.watch?.look()
  await turned.ais.standIn.down()
  await turned.look(at(monday, '07:52'))
  turned.clock.set(at(monday, '08:50'))
  const first = lessonsBetween(turned, monday, '07:52', '24:00', turned.clock.instant())
  const tablets: WireTablet[] = []
  for (const [place, { person, lesson }] of first.slice(0, 6).entries()) {
    const tablet = await createWireTablet(turned, person)
    recordLesson(turned, tablet, lesson, place % 2 === 0)
    await tablet.sync()
    tablets.push(tablet)
  }
  await turned.ais.standIn.up()
  await turned.look(at(monday, '13:00'))
  await turned.look(at(monday, '13:15'))
  for (const tablet of tablets.slice(0, 3)) await tablet.transfer()
  // A lesson of Monday is recorded on Tuesday morning, all of it late.
  turned.clock.set(at('2026-11-24', '10:00'))
  const met = lessonsBetween(turned, monday, '07:52', '13:00', turned.clock.instant())
  const own = new Set(tablets.map((one) => one.person))
  const owed = met.find((one) => !own.has(one.person))
  if (!owed) throw new Error('everybody has recorded')
  const tardy = await createWireTablet(turned, owed.person)
  recordLesson(turned, tardy, owed.lesson, false)
  await tardy.sync()
  // Two tablets are carried over after the term, one never.
  turned.clock.set(at(thursday, '08:00'))
  for (const tablet of tablets.slice(3, 5)) await tablet.transfer()
  await turned.ais.standIn.down()
  await turned.look(at(thursday, '08:20'))
  await turned.ais.standIn.up()
  await turned.look(at(thursday, '10:30'))
  await turned.look(at(thursday, '10:45'))
  turned.clock.set(at('2026-11-27', '12:00'))
  const now = turned.clock.instant()
  const all: Met[] = [
    ...lessonsBetween(turned, monday, '07:52', '13:00', now),
    ...lessonsBetween(turned, thursday, '08:20', '10:30', now),
  ]
  const carriedAt = (place: number) =>
    place < 3 ? at(monday, '13:15') : place < 5 ? at(thursday, '08:00') : null
  return {
    ...{ tablets, tardy, owed, met: all, made: [...tablets, tardy].flatMap((one) => one.entries) },
    moved: tablets.map(({ entries }, place) => ({ entries, carriedAt: carriedAt(place) })),
  }
}

test('a week of the board equals an independent count, on the screen, by person and class, and in the file', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const turned = await createTurnedHub(at(monday, '07:40'))
  try {
    const { met, made, moved, owed } = await playWeek(turned)
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    await page.goto(turned.url)
    await personAt(page, turned).signIn('zavyalova')
    await page.getByRole('link', { name: 'За период: неделя, четверть, год' }).click()
    await expect(page.getByRole('heading', { name: '23–29 ноября 2026' })).toBeVisible()
    await expect(page.getByRole('table', { name: 'Сроки по пунктам' })).toBeVisible()

    const counted = countLessons(turned, met, made)
    const transfers = countTransfers(moved, at(thursday, '00:00'))
    for (const four of [counted['п. 2.5'], counted['п. 2.8']]) {
      for (const n of four) expect(n).toBeGreaterThan(0)
    }
    for (const n of transfers) expect(n).toBeGreaterThan(0)
    const expected: [string, Four][] = [...Object.entries(counted), ['п. 3.2', transfers]]
    for (const [clause, four] of expected) {
      expect(await readRow(page, 'Сроки по пунктам', clause), clause).toEqual(four)
    }
    await expect(page.getByText(`здесь велось ${met.length}.`).first()).toBeVisible()

    // What the file says is what the screen says.
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('sroki-2026-11-23-2026-11-29.csv')
    const text = readFileSync(await file.path(), 'utf8')
    for (const [clause, four] of expected) expect(rowOfFile(text, clause), clause).toEqual(four)
    const xlsx = page.waitForEvent('download')
    await page.getByRole('button', { name: 'XLSX' }).click()
    expect((await xlsx).suggestedFilename()).toBe('sroki-2026-11-23-2026-11-29.xlsx')

    // The two outages of the school with their terms; the own one of whoever recorded after the return.
    const outages = page.getByRole('table', { name: 'Перерывы в доступе' }).getByRole('row')
    const told = outages.filter({ hasText: 'вся школа' })
    await expect(told).toHaveCount(2)
    await expect(told.first()).toContainText('пн 23.11 07:52 – пн 23.11 13:00')
    await expect(told.first()).toContainText('нарушен')
    await expect(told.first()).toContainText('5 ч 8 мин')
    await expect(told.last()).toContainText('записей не было')

    // One teacher's numbers and one class's, by the same count.
    const { school } = turned
    const someone = school.staff.find((one) => one.id === owed.person)
    const initials = `${someone?.firstName[0]}.${someone?.middleName ? ` ${someone.middleName[0]}.` : ''}`
    await page.getByLabel('Учитель').selectOption({ label: `${someone?.lastName} ${initials}` })
    const ofOne = countLessons(
      turned,
      met.filter((one) => one.person === owed.person),
      made,
    )
    for (const [clause, four] of Object.entries(ofOne)) {
      await expect.poll(() => readRow(page, 'Сроки по пунктам', clause), { message: clause }).toEqual(four)
    }
    expect(ofOne['п. 2.5'][2]).toBe(1)

    // Down to the cell, and back to the same choice.
    await page.getByLabel('Пункт').selectOption('2.5')
    const lines = page.getByRole('listitem').filter({ hasText: 'посещаемость внесена на' })
    await expect(lines).toHaveCount(1)
    await expect(lines).toContainText('внесена на 10 ч позже, п. 2.5')
    await lines.getByRole('link').click()
    await expect(page.getByText(/Только чтение/)).toBeVisible()
    await page
      .getByRole('button', { name: /^История/ })
      .first()
      .click()
    await expect(page.getByRole('list', { name: 'История клетки' }).getByRole('listitem')).toHaveCount(1)
    await page.goBack()
    await expect(page.getByLabel('Пункт')).toHaveValue('2.5')
    await expect(lines).toHaveCount(1)

    await page.getByLabel('Учитель').selectOption({ label: 'Все учителя' })
    await page.getByLabel('Пункт').selectOption({ label: 'Все пункты' })
    const schoolClass = school.classes.find((one) => one.id === owed.schoolClass)
    await page.getByLabel('Класс').selectOption({ label: `${schoolClass?.parallel}${schoolClass?.letter}` })
    const classesOf = (lesson: string) => lessonById(school, lesson)?.classes ?? []
    const ofClass = countLessons(
      turned,
      met.filter((one) => classesOf(one.lesson).includes(owed.schoolClass)),
      made,
    )
    for (const [clause, four] of Object.entries(ofClass)) {
      await expect.poll(() => readRow(page, 'Сроки по пунктам', clause), { message: clause }).toEqual(four)
    }
  } finally {
    await turned.close()
  }
})

test('a ready period is chosen by its name, what is no period is refused in words, a teacher sees none', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const turned = await createTurnedHub(at(monday, '09:00'))
  try {
    await page.goto(turned.url)
    await personAt(page, turned).signIn('zavyalova')
    await page.goto(`${turned.url}/board/period`)
    await expect(page.getByText('За эти дни сроков нет')).toBeVisible()
    const term = turned.school.terms[0]
    await page.getByLabel('Период').selectOption({ label: term?.name ?? '' })
    await expect(page.getByLabel('С', { exact: true })).toHaveValue(term?.from ?? '')
    await expect(page.getByLabel('По', { exact: true })).toHaveValue(term?.to ?? '')
    await page.getByLabel('Период').selectOption({ label: 'Учебный год' })
    await expect(page.getByText('За эти дни сроков нет')).toBeVisible({ timeout: 30_000 })
    await page.getByLabel('С', { exact: true }).fill('2027-06-30')
    await expect(page.getByText('Первый день позже последнего.')).toBeVisible()
    await page.getByLabel('С', { exact: true }).fill('2025-01-01')
    await expect(page.getByText('Это больше учебного года.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'CSV' })).toHaveCount(0)

    const teacher = await (await page.context().browser()?.newContext())?.newPage()
    if (!teacher) throw new Error('no browser')
    await teacher.goto(turned.url)
    await personAt(teacher, turned).signIn('ryabinina')
    await teacher.goto(`${turned.url}/board/period`)
    await expect(teacher).toHaveURL(/\/today/)
    await teacher.context().close()
  } finally {
    await turned.close()
  }
})
