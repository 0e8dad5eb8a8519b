// A teacher's desk: what the bells remind of, what leaves the tablet first, what the hub refused, how two values are settled.
import { expect, type Page } from '@playwright/test'
import { createBrowserProcess } from './browser-process.ts'
import { createHubProcess, type HubProcess } from './hub-process.ts'
import { readLog } from './lesson-rig.ts'
import { personAt } from './person.ts'
import { schoolNow } from './school-clock.ts'
import { test } from './school-test.ts'

let hub: HubProcess

test.beforeEach(async () => {
  hub = await createHubProcess()
  await hub.start()
})
test.afterEach(() => hub.close())

const hourMs = 3_600_000
const row = (page: Page) => page.locator('li[data-turn]:not([data-turn="lost"])')

/** Signed in with a worker and everything sent: from here on the tablet can be alone. */
const settle = async (page: Page): Promise<ReturnType<typeof personAt>> => {
  await page.clock.install({ time: schoolNow() })
  await page.goto(hub.url)
  const teacher = personAt(page, hub)
  await teacher.signIn('ryabinina')
  await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'День раньше' })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return teacher
}

/** The clock goes to `hours` of the school's next day with lessons; Barnaul is seven hours ahead all year. */
const turnTo = async (page: Page, hours: number): Promise<void> => {
  const passed = (schoolNow() + 7 * hourMs) % (24 * hourMs)
  await page.clock.fastForward(24 * hourMs - passed + hours * hourMs)
  for (let days = 0; days < 14; days += 1) {
    await page.goto(`${hub.url}/today`)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toBeVisible()
    if ((await page.getByText('Сегодня уроков нет').count()) === 0) break
    await page.clock.fastForward(24 * hourMs)
  }
  await expect(row(page).first()).toBeVisible()
}

/** The end of a row's lesson, in milliseconds of the day. */
const endOf = async (page: Page): Promise<number> => {
  const text = (await row(page).first().locator('small').nth(1).textContent()) ?? ''
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * hourMs + minutes * 60_000
}

test('the bells remind of a lesson without a mark, and its duties stand by their terms', async ({ page }) => {
  await settle(page)
  await hub.kill()
  await turnTo(page, 7)
  await expect(page.getByRole('link', { name: /^Тема и задание ?: / }).first()).toBeVisible()
  await expect(page.getByText(/не отмечен/)).toHaveCount(0)

  const untilBell = (await endOf(page)) - 7 * hourMs
  await page.clock.fastForward(untilBell - 5 * 60_000)
  const reminder = page.getByRole('link', { name: /^\d урок, .+: не отмечен, до звонка \d мин$/ })
  await expect(reminder).toBeVisible()
  // The current lesson alone has the tint and the filled button.
  await expect(page.locator('li[data-turn="now"]')).toHaveCount(1)
  await page.clock.fastForward(6 * 60_000)
  await expect(page.getByRole('link', { name: /^\d урок, .+: не отмечен$/ })).toBeVisible()

  const duties = page.locator('aside').filter({ hasText: 'Сроки' })
  await expect(duties.getByRole('link', { name: /Посещаемость.*24:00.*п\. 2\.5/ })).toBeVisible()
  await expect(duties.getByRole('link', { name: /Домашнее задание.*\d\d:\d\d.*п\. 2\.8/ })).toBeVisible()

  // Arrows walk along the rows, Enter opens; once it is marked nothing is reminded of.
  await page
    .getByRole('link', { name: /^Отметить ?: / })
    .first()
    .focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Урок отмечен' }).click()
  await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
  await page.goto(`${hub.url}/today`)
  await expect(page.getByRole('link', { name: /^Открыть ?: / }).first()).toBeVisible()
  await expect(page.getByText(/: не отмечен$/)).toHaveCount(0)
})

test('one lesson is sent before another that was recorded earlier, and the sum closes', async ({ page }) => {
  const teacher = await settle(page)
  await teacher.goToTaughtDay()
  const lessons = page.getByRole('link', { name: /^Отметить ?: / })
  await expect(lessons.nth(1)).toBeVisible()
  const paths = await Promise.all([0, 1].map((n) => lessons.nth(n).getAttribute('href')))
  await page.context().setOffline(true)
  for (const path of paths) {
    await page.goto(`${hub.url}${path}`)
    await teacher.pupilRow(2).click()
    await expect(teacher.pupilRow(2)).toHaveAccessibleName(/: Н, на планшете$/)
  }
  const sent: string[][] = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/push')) return
    const { entries } = request.postDataJSON() as { entries: { cell: { lesson: string } }[] }
    if (entries.length > 0) sent.push(entries.map((entry) => entry.cell.lesson))
  })
  await page.goto(`${hub.url}/outbox`)
  await expect(page.getByText(/Счёт сошёлся/)).toBeVisible()
  await page
    .getByRole('button', { name: /^Отправить первым/ })
    .first()
    .click()
  await expect(
    page
      .getByRole('paragraph')
      .filter({ hasText: /^1 запись уйдёт первой, как только сервер школы ответит/ }),
  ).toBeVisible()
  sent.length = 0
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Проверить связь и отправить' }).click()
  await expect(page.getByText('Всё на сервере школы.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/Последняя квитанция/)).toBeVisible()
  const second = decodeURIComponent((paths[1] ?? '').replace('/lesson/', ''))
  const first = decodeURIComponent((paths[0] ?? '').replace('/lesson/', ''))
  expect(new Set(sent[0])).toEqual(new Set([second]))
  expect(sent.flat()).toContain(first)
})

test('what the hub refused stands with its reason and the way to the cell, until it was read', async ({
  page,
}) => {
  const teacher = await settle(page)
  await page.context().setOffline(true)
  await turnTo(page, 20)
  const lesson = await page
    .getByRole('link', { name: /^Отметить ?: / })
    .first()
    .getAttribute('href')
  await page.goto(`${hub.url}${lesson}`)
  await teacher.pupilRow(2).click()
  await expect(teacher.pupilRow(2)).toHaveAccessibleName(/: Н, на планшете$/)

  await page.context().setOffline(false)
  await page.goto(`${hub.url}/outbox`)
  await expect(page.getByText('По часам сервера урок ещё не начался', { exact: false })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByText('Отправлено всё, не принято: 1.')).toBeVisible()
  await expect(page.getByText(/Счёт сошёлся/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Исправить' })).toHaveAttribute('href', lesson ?? '')

  // With one refused and one that can't leave, nothing is said to be in АИС: both are counted.
  const open = 'Из записанного на этом планшете ещё не в АИС СРО: на планшете 1, требует правки 1.'
  await page.context().route('**/api/push', (route) => route.abort())
  await teacher.openFirstLesson()
  await teacher.pupilRow(3).click()
  await expect(teacher.pupilRow(3)).toHaveAccessibleName(/: Н, на планшете$/)
  await page.goto(`${hub.url}/transfer`)
  await expect(page.getByText('Переносить нечего')).toBeVisible()
  await expect(page.getByText(open)).toBeVisible()
  await page.goto(`${hub.url}/today/2026-07-05`)
  await expect(page.getByText('В этот день у вас уроков нет')).toBeVisible()
  await expect(page.getByText(open)).toBeVisible()
  await page.context().unroute('**/api/push')
  await page.goto(`${hub.url}/outbox`)
  await expect(page.getByText('Отправлено всё, не принято: 1.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Понятно' }).click()
  await expect(page.getByText('Отказ прочитан или исправлен: 1')).toBeVisible()
  await expect(page.getByText('Требует внимания')).toHaveCount(0)
  await expect(page.locator('li[data-state="refused"]').first()).toContainText('1')
})

test('T13 the browser is killed after each tap of a roll call, and nothing is lost', async () => {
  const tablet = createBrowserProcess()
  try {
    let page = await tablet.open()
    await page.goto(hub.url)
    await personAt(page, hub).signIn('ryabinina')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await tablet.quit()
    page = await tablet.open()
    const { path } = await personAt(page, hub).openFirstLesson()
    // Alone: whatever comes back after a kill comes from the tablet itself.
    await hub.kill()
    const row = (no: number) => personAt(page, hub).pupilRow(no)
    const away = [2, 3, 5, 8]
    for (const [done, no] of away.entries()) {
      await row(no).click()
      await expect(page.getByText(/^сохранено на планшете: .+: Н$/)).toBeVisible()
      await tablet.kill()
      page = await tablet.open()
      await page.goto(`${hub.url}${path}`)
      for (const kept of away.slice(0, done + 1))
        await expect(row(kept)).toHaveAccessibleName(/: Н, на планшете$/)
    }
    await page.getByRole('button', { name: 'Урок отмечен' }).click()
    await expect(page.getByText(/^сохранено на планшете: Урок отмечен: нет 4/)).toBeVisible()
    await tablet.kill()
    page = await tablet.open()
    await page.goto(`${hub.url}${path}`)
    await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
    const log = await readLog(page)
    expect(log.map((entry) => entry.seq)).toEqual(log.map((_, at) => at + 1))
    const codes = log.flatMap(({ value }) => (value && 'code' in value ? value.code : []))
    expect(codes.filter((code) => code === 'absent').length).toBe(away.length)
    expect(new Set(log.map((entry) => JSON.stringify(entry.cell))).size).toBe(log.length)

    await hub.start()
    await expect(row(8)).toHaveAccessibleName(/: Н, на сервере школы$/, { timeout: 60_000 })
  } finally {
    await tablet.close()
  }
})

test('T19 a card survives rotation and a killed browser, and is settled by keys alone', async ({
  browser,
}) => {
  const tablet = createBrowserProcess()
  try {
    let page = await tablet.open()
    let teacher = personAt(page, hub)
    await page.goto(hub.url)
    await teacher.signIn('ryabinina')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await tablet.quit()
    page = await tablet.open()
    teacher = personAt(page, hub)
    const { path } = await teacher.openFirstLesson()

    // The same teacher's other tablet, away from the network, says something else of the same pupil.
    const other = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
    await other.goto(hub.url)
    const elsewhere = personAt(other, hub)
    await elsewhere.signIn('ryabinina')
    await other.goto(`${hub.url}${path}`)
    await expect(elsewhere.pupilRow(1)).toBeVisible()
    await other.context().setOffline(true)
    await elsewhere.pupilRow(1).focus()
    await elsewhere.pupilRow(1).press('j')
    await expect(elsewhere.pupilRow(1)).toHaveAccessibleName(/ОП 5 мин, на планшете/)
    await teacher.pupilRow(1).click()
    await expect(teacher.pupilRow(1)).toHaveAccessibleName(/: Н, на сервере школы$/)
    await other.context().setOffline(false)
    await expect(teacher.pupilRow(1)).toHaveAccessibleName(/расхождение/, { timeout: 40_000 })
    await other.context().close()

    await page.goto(`${hub.url}/conflicts`)
    const keepOwn = page.getByRole('button', { name: /Оставить «Н»/ })
    await expect(keepOwn).toBeVisible()
    await expect(page.getByText('другой планшет', { exact: false })).toBeVisible()
    // Enter on a card that was just opened chooses nothing.
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Выбрано/)).toHaveCount(0)
    // Nor does a number under the open help; Esc closes the help and leaves the card.
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Справка' })
    await expect(help).toBeVisible()
    await page.keyboard.press('1')
    await page.keyboard.press('Escape')
    await expect(help).toBeHidden()
    await expect(keepOwn).toBeVisible()
    await expect(page.getByText(/^Выбрано/)).toHaveCount(0)

    // A third value, half made: the tablet is turned, then the browser is killed.
    await page.getByRole('button', { name: 'Другое значение' }).click()
    await page.getByRole('button', { name: /^ОСВ/ }).click()
    const put = () => page.getByRole('button', { name: 'Поставить «ОСВ»' })
    await expect(put()).toBeVisible()
    await page.setViewportSize({ width: 800, height: 1280 })
    await expect(put()).toBeVisible()
    await tablet.kill()
    page = await tablet.open()
    await page.goto(`${hub.url}/conflicts`)
    await expect(put()).toBeVisible()
    await expect(page.getByText(/^Выбрано/)).toHaveCount(0)

    // Keys: one chooses, Ctrl+Z takes it back, Esc is later.
    await page.keyboard.press('1')
    await expect(page.getByText('Выбрано: ОП 5 мин')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByText(/^Выбрано/)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/\/today$/)

    // Chosen, and killed before it was written: the choice is kept and still nobody's entry.
    await page.goto(`${hub.url}/conflicts`)
    await expect(page.getByRole('button', { name: /Оставить «Н»/ })).toBeVisible()
    await page.keyboard.press('2')
    await expect(page.getByRole('heading', { name: 'Выбрано: Н' })).toBeVisible()
    await tablet.kill()
    page = await tablet.open()
    teacher = personAt(page, hub)
    await page.goto(`${hub.url}/conflicts`)
    await expect(page.getByText('Вы выбрали это раньше', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: 'Записать сейчас' }).click()
    await expect(page.getByText('Расхождений нет')).toBeVisible({ timeout: 30_000 })
    await page.goto(`${hub.url}${path}`)
    await expect(teacher.pupilRow(1)).toHaveAccessibleName(/: Н, на сервере школы$/)
  } finally {
    await tablet.close()
  }
})
