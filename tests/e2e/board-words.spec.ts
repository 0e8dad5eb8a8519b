// What the board says beside its numbers: the alarm of a term's last week, the school's own calendar, a term that was moved.
import { type Browser, expect, type Page } from '@playwright/test'
import { lessonById, pupilsOf } from '../../src/domain/lesson.ts'
import { lessonsBetween } from './board-count.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { createTurnedHub, type TurnedHub } from './turned-hub.ts'
import { createWireTablet } from './wire-tablet.ts'

const at = (date: string, time: string): string => new Date(`${date}T${time}:00+07:00`).toISOString()

const openAs = async (browser: Browser, turned: TurnedHub, login: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(turned.url)
  await personAt(page, turned).signIn(login)
  return page
}

test('an outage in the last week of a term stands above the board and above a teacher’s day', async ({
  browser,
}) => {
  const turned = await createTurnedHub(at('2026-12-28', '07:40'))
  try {
    const desk = await openAs(browser, turned, 'zavyalova')
    await expect(desk.getByRole('heading', { name: /^Сводка на/ })).toBeVisible()
    const alarm = 'Последняя неделя периода идёт без АИС СРО'
    await expect(desk.getByText(alarm)).toBeHidden()
    await turned.ais.standIn.down()
    await turned.look(at('2026-12-28', '07:52'))
    const teacher = await openAs(browser, turned, 'ryabinina')
    for (const [page, classes] of [
      [desk, /30 классов/],
      [teacher, /7А/],
    ] as const) {
      const panel = page.locator('section', { has: page.getByRole('heading', { name: alarm }) })
      await expect(panel).toContainText('2 четверть', { timeout: 30_000 })
      await expect(panel).toContainText('до вт 29.12 24:00 (п. 2.6)')
      await expect(panel).toContainText(classes)
    }
    await teacher.context().setOffline(true)
    await teacher.reload()
    await expect(teacher.getByRole('heading', { name: alarm })).toBeVisible()
  } finally {
    await turned.close()
  }
})

test('a moved term keeps its first date in sight; a class leads to its lessons, and entries without a place to theirs', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const turned = await createTurnedHub(at('2026-11-23', '07:40'))
  try {
    const { school, ais, look, clock } = turned
    await ais.standIn.down()
    await look(at('2026-11-23', '07:52'))
    clock.set(at('2026-11-23', '08:50'))
    const [met] = lessonsBetween(turned, '2026-11-23', '07:52', '24:00', clock.instant())
    const lesson = met && lessonById(school, met.lesson)
    const [pupil] = lesson ? pupilsOf(school, lesson) : []
    if (!met || !pupil) throw new Error('no first lesson on a Monday')
    const tablet = await createWireTablet(turned, met.person)
    for (const one of [pupil, '?Никто Неизвестный']) {
      tablet.record({ kind: 'attendance', lesson: met.lesson, pupil: one }, { code: 'absent' })
    }
    await tablet.sync()
    await ais.standIn.up()
    await look(at('2026-11-23', '13:00'))
    await look(at('2026-11-23', '13:15'))
    await ais.standIn.down()
    await look(at('2026-11-24', '08:00'))
    await look(at('2026-11-24', '08:40'))
    await ais.standIn.up()
    await look(at('2026-11-24', '09:30'))
    await look(at('2026-11-24', '09:45'))

    const desk = await openAs(browser, turned, 'zavyalova')
    const term =
      'Срок чт 26.11 24:00, строго ср 25.11 24:00, п. 3.2. Первый срок был ср 25.11 24:00, его сдвинул случай № 2.'
    await expect(desk.getByText(term)).toBeVisible()

    const classes = desk.getByRole('table', { name: 'По классам' })
    await expect(
      classes.getByRole('row', { name: 'без места в списках' }).getByRole('cell').nth(1),
    ).toHaveText('1')
    await expect(desk.getByText('Из них без места в списках: 1.')).toBeVisible()
    await desk.getByRole('link', { name: 'Указать место' }).click()
    await expect(desk.getByText('Никто Неизвестный').first()).toBeVisible()

    await desk.goto(`${turned.url}/board`)
    await classes.getByRole('link', { name: /^\d/ }).click()
    await expect(desk.getByLabel('День', { exact: true })).toHaveValue('2026-11-23')
    await expect(desk.getByLabel('Чьи уроки')).toHaveValue(met.schoolClass)
    await desk.getByRole('listitem').getByRole('link', { name: /^1\. / }).first().click()
    await expect(desk.getByText(/Только чтение \(п\. 2\.10\)/)).toBeVisible()
  } finally {
    await turned.close()
  }
})

test('what came to АИС after its term stays under the day of its lesson, and «Сбои» tells both readings', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const turned = await createTurnedHub(at('2026-11-23', '07:40'))
  try {
    const { school, ais, look, clock, db } = turned
    await ais.standIn.down()
    await look(at('2026-11-23', '07:52'))
    clock.set(at('2026-11-23', '08:50'))
    const [met] = lessonsBetween(turned, '2026-11-23', '07:52', '24:00', clock.instant())
    const lesson = met && lessonById(school, met.lesson)
    const pupils = lesson ? [...pupilsOf(school, lesson)].slice(0, 2) : []
    if (!met || !lesson) throw new Error('no first lesson on a Monday')
    const tablet = await createWireTablet(turned, met.person)
    for (const pupil of pupils) {
      tablet.record({ kind: 'attendance', lesson: met.lesson, pupil }, { code: 'absent' })
    }
    await tablet.sync()
    await ais.standIn.up()
    await look(at('2026-11-23', '13:00'))
    await look(at('2026-11-23', '13:15'))
    const moved = at('2026-12-03', '10:00')
    await db
      .updateTable('entry')
      .set({ state: 'verified', transferred_at: moved, verified_at: moved })
      .execute()
    clock.set(at('2026-12-10', '10:00'))

    const desk = await openAs(browser, turned, 'zavyalova')
    const late = desk.getByRole('table', { name: /^Опоздания по пунктам/ })
    const cell = late.getByRole('row', { name: 'п. 3.2' }).getByRole('cell').nth(1)
    await expect(cell).toHaveText('0')
    await desk.getByLabel('День', { exact: true }).fill('2026-11-23')
    await expect(cell).toHaveText('2')
    await desk.getByText(/^Подробно: /).click()
    const line = desk.getByRole('listitem').filter({ hasText: 'перенесено в АИС СРО на' })
    await expect(line).toContainText('перенесено в АИС СРО на 7 дн. 10 ч позже: 2 записи, п. 3.2')
    await expect(line.getByRole('link')).toHaveAttribute('href', /^\/board\/lesson\//)

    await desk.getByRole('link', { name: 'Сбои' }).click()
    await expect(desk.getByText('ср 25.11 24:00, строго до вт 24.11 24:00')).toBeVisible()
  } finally {
    await turned.close()
  }
})
