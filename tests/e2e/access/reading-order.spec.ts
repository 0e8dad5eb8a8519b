// What a screen reader meets, in its order, on the four screens of the day; and what is said while a lesson is recorded.
import { expect, type Page } from '@playwright/test'
import { personAt } from '../person.ts'
import { test } from '../school-test.ts'
import { type PlayedDay, playDay } from './played-day.ts'
import { screens } from './screens.ts'

let day: PlayedDay

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  day = await playDay(browser)
})
test.afterAll(() => day?.close())

const open = (name: string): Promise<Page> => {
  const screen = screens.find((one) => one.name === name)
  if (!screen) throw new Error(`no screen ${name}`)
  return day.open(screen)
}

/** The first of these that does not come after the ones before it; null when all stand in this order. */
const outOfOrder = (tree: string, parts: readonly RegExp[]): string | null => {
  let from = 0
  for (const part of parts) {
    const found = tree.slice(from).search(part)
    if (found < 0) return `${part} does not come after the others in\n${tree}`
    from += found + 1
  }
  return null
}

const frame = [
  /link "К содержанию"/,
  /banner/,
  /Временный журнал/,
  /Сеть/,
  /Школьный сервер/,
  /АИС СРО/,
  /link "(Всё отправлено|Не отправлено)/,
  /button "Справка"/,
  /navigation "Разделы журнала"/,
  /main/,
]

const readingOrders: Record<string, readonly RegExp[]> = {
  today: [
    /АИС СРО недоступна/,
    /heading "(Поне|Втор|Сред|Четв|Пятн|Субб|Воск).*\[level=1\]/,
    /button "День раньше"/,
    /navigation "Дни недели"/,
    /button "День позже"/,
    /Где мои записи/,
    /link "Открыть очередь"/,
  ],
  lesson: [
    /link "К урокам дня"/,
    /heading ".*\[level=1\]/,
    /combobox "Тема/,
    /Домашнее задание/,
    /button "[^"]+: Н, расхождение"/,
    /button "[^"]+: не отмечено"/,
    /button "[^"]+: Н, на сервере школы"/,
    /button "Урок отмечен"/,
  ],
  outbox: [
    /heading "Очередь" \[level=1\]/,
    /region "Записи по состояниям"/,
    /Счёт сошёлся/,
    /group: .*На сервере школы/,
    /Запасной путь/,
  ],
  conflicts: [/Расхождения: 1/, /heading "[^"]+" \[level=2\]/, /посещаемость/, /button ".*Оставить/],
}

for (const [name, parts] of Object.entries(readingOrders)) {
  test(`${name} is read from the frame to the content, and the content in its order`, async () => {
    const page = await open(name)
    // What has been pulled stands there a moment after the page.
    await expect
      .poll(async () => outOfOrder(await page.locator('body').ariaSnapshot(), [...frame, ...parts]))
      .toBeNull()
  })
}

test('a lesson’s pupils are read in the order of the class list', async () => {
  const page = await open('lesson')
  const spoken = await page.locator('[data-cell$=":0"] .visually-hidden').allTextContents()
  const names = spoken.map((text) => text.split(':')[0] ?? '')
  expect(names.length).toBeGreaterThan(20)
  expect(names).toEqual([...names].sort(new Intl.Collator('ru').compare))
})

test('a burst of taps is said in one polite region, merged, and never breaks in', async () => {
  const page = await open('lesson')
  const teacher = personAt(page, day.hub)
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
      const note = () => region.textContent && said.push(`${region.role}: ${region.textContent}`)
      new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true })
    }
  })
  for (const no of [5, 6, 7, 8]) await teacher.pupilRow(no).click()
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
  await expect
    .poll(async () => (await said()).join('\n'), { timeout: 15_000 })
    .toMatch(/Отправлено \d+, не отправлено 0/)
  const all = await said()
  expect(all.filter((line) => line.startsWith('alert'))).toEqual([])
  const saved = all.filter((line) => line.includes('сохранено на планшете'))
  expect(saved.length).toBeLessThan(4)
  expect(saved.some((line) => line.includes('; '))).toBe(true)
  await expect(page.locator('[role=status]')).toHaveCount(1)
})
