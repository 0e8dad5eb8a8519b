// «Карточки»: a roll call by touch that goes on after a reload, and the same by keyboard.
import { type Browser, type CDPSession, expect, type Page } from '@playwright/test'
import { createHubProcess, type HubProcess } from './hub-process.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

let hub: HubProcess

test.beforeEach(async () => {
  hub = await createHubProcess()
  await hub.start()
})
test.afterEach(() => hub.close())

const openCards = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'ru-RU' },
    ...{ timezoneId: 'Asia/Barnaul', reducedMotion: 'reduce' },
  })
  const page = await context.newPage()
  await page.goto(hub.url)
  const teacher = personAt(page, hub)
  await teacher.signIn('ryabinina')
  await teacher.openFirstLesson()
  await page.getByRole('button', { name: 'Карточки' }).tap()
  await expect(page.getByText(/^1 из \d+$/)).toBeVisible()
  return page
}

/** A finger on the glass, `by` pixels aside. One session for all: one that ends in between takes the next tap with it. */
const swipe = async (page: Page, glass: CDPSession, by: number): Promise<void> => {
  const box = await page.getByText(/^\d+ из \d+$/).boundingBox()
  if (!box) throw new Error('no card')
  const [x, y] = [195, box.y + 40]
  const touch = (type: 'touchStart' | 'touchMove', dx: number) =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: x + dx, y }] })
  await touch('touchStart', 0)
  // As slow as a hand: after a fling the browser takes the next tap for the end of the fling.
  for (const part of [0.1, 0.3, 0.6, 0.9, 1, 1]) {
    await touch('touchMove', by * part)
    await page.waitForTimeout(25)
  }
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** After as long as a hand needs from the card to a key: sooner, Chromium takes a touch for the swipe's own. */
const press = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(600)
  await page.getByRole('button', { name }).tap()
}

test('a roll call by touch, one card at a time, goes on where it stopped', async ({ browser }) => {
  const page = await openCards(browser)
  const glass = await page.context().newCDPSession(page)
  const size = Number(/из (\d+)/.exec((await page.getByText(/^1 из \d+$/).textContent()) ?? '')?.[1])
  let acts = 0
  const call = async (no: number, how: 'here' | 'absent'): Promise<void> => {
    await expect(page.getByText(`${no} из ${size}`)).toBeVisible()
    await swipe(page, glass, how === 'here' ? 150 : -150)
    acts += 1
  }
  for (let no = 1; no <= 6; no += 1) await call(no, no === 3 ? 'absent' : 'here')
  await expect(page.getByText(`7 из ${size}`)).toBeVisible()
  await expect(page.getByText(/^сохранено на планшете: .*: Н$/)).toBeVisible()

  // What was called «здесь» is remembered, and is no entry: one pupil alone is recorded.
  // The draft follows the swipe: what was called in the last moment before a reload may be asked once more.
  await page.reload()
  await expect(page.getByText(/^[67] из/)).toBeVisible()
  if (await page.getByText(`6 из ${size}`).isVisible()) await call(6, 'here')
  await expect(page.getByText(`${size - 1} без записи`, { exact: false })).toBeVisible()
  for (let no = 7; no <= size; no += 1) {
    if (no === 9) {
      await expect(page.getByText(`9 из ${size}`)).toBeVisible()
      await press(page, 'ОП 10 мин')
      acts += 1
    } else await call(no, no === 12 ? 'absent' : 'here')
  }
  await expect(page.getByText('Список пройден')).toBeVisible()
  await press(page, 'Урок отмечен')
  acts += 1
  await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
  console.log(`a roll call of ${size} by cards: ${acts} touches`)

  // A short movement decides nothing; the list shows the same cells.
  await press(page, 'Назад')
  await swipe(page, glass, 50)
  await expect(page.getByText(`${size} из ${size}`)).toBeVisible()
  await press(page, 'Список')
  await expect(personAt(page, hub).pupilRow(3)).toHaveAccessibleName(/: Н, /)
  await expect(personAt(page, hub).pupilRow(9)).toHaveAccessibleName(/: ОП 10 мин, /)
  await expect(personAt(page, hub).pupilRow(4)).toHaveAccessibleName(/: на уроке, /)
})

test('the same by keyboard, and an undo', async ({ browser }) => {
  const page = await openCards(browser)
  // Wherever a touch has left the focus, the card hears the keys.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/^2 из/)).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByText(/^3 из/)).toBeVisible()
  await expect(page.getByText(/^сохранено на планшете: .*: Н$/)).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText('Н', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('не отмечено')).toBeVisible()
})

test('a card takes a second mark, «зач» and «точка», as the list shows them afterwards', async ({
  browser,
}) => {
  const page = await openCards(browser)
  const first = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? ''
  const key = (name: string) => page.getByRole('button', { name, exact: true })
  const stands = (mark: string) => page.getByText(`ответ на уроке: ${mark}`, { exact: true })
  await press(page, 'Отметки')
  await key('5').tap()
  await expect(stands('5')).toBeVisible()
  await key('Вторая отметка').tap()
  await expect(key('Вторая отметка')).toHaveAttribute('aria-pressed', 'true')
  await key('4').tap()
  await expect(stands('5/4')).toBeVisible()
  await expect(key('Вторая отметка')).toHaveAttribute('aria-pressed', 'false')

  // No work has a third mark, and the person is told so.
  await key('Вторая отметка').tap()
  await key('3').tap()
  await expect(page.getByText(/в клетке уже две отметки/).first()).toBeVisible()
  await expect(stands('5/4')).toBeVisible()
  await key('Вторая отметка').tap()

  await page.getByRole('button', { name: /точка/ }).tap()
  await expect(stands('5/4•')).toBeVisible()
  await page.getByRole('button', { name: /точка/ }).tap()
  await expect(stands('5/4')).toBeVisible()

  // The next card waits for a first mark; letters do the same as keys.
  await key('Вторая отметка').tap()
  await key('Вперёд').tap()
  await expect(key('Вторая отметка')).toHaveAttribute('aria-pressed', 'false')
  await key('незач').tap()
  await expect(stands('незач')).toBeVisible()
  await page.keyboard.press('p')
  await expect(stands('зач')).toBeVisible()
  await page.keyboard.press('n')
  await expect(stands('зач•')).toBeVisible()

  await page.getByRole('button', { name: 'Список' }).tap()
  await expect(page.getByRole('button', { name: `${first}, ответ на уроке: 5/4` })).toBeVisible()
})

test('a card takes a mark of the chosen work, and the topic and homework are a sheet away', async ({
  browser,
}) => {
  const page = await openCards(browser)
  const first = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? ''
  await press(page, 'Отметки')
  await page.getByRole('button', { name: '5', exact: true }).tap()
  await expect(page.getByText('ответ на уроке: 5', { exact: true })).toBeVisible()
  await expect(page.getByText(/^1 из/)).toBeVisible()
  await page.getByRole('button', { name: 'н/а', exact: true }).tap()
  await expect(page.getByText('ответ на уроке: н/а', { exact: true })).toBeVisible()
  await page.keyboard.press('4')
  await expect(page.getByText('ответ на уроке: 4', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Убрать отметку 4/ }).tap()
  await expect(page.getByText(/^ответ на уроке: /)).toHaveCount(0)
  await page.getByRole('button', { name: '3', exact: true }).tap()
  await expect(page.getByText('ответ на уроке: 3', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Урок: тема, задание, работы' }).tap()
  const homework = page.getByRole('dialog').getByLabel(/^Домашнее задание/)
  await homework.fill('§ 4, № 2')
  await page.getByRole('button', { name: 'К карточкам' }).tap()
  await expect(page.getByText('сохранено на планшете: Домашнее задание: § 4, № 2')).toBeVisible()
  await page.getByRole('button', { name: 'Список' }).tap()
  await expect(page.getByRole('button', { name: `${first}, ответ на уроке: 3` })).toBeVisible()
  await expect(page.getByLabel(/^Домашнее задание/)).toHaveValue('§ 4, № 2')
})

test('whoever switched the vibration on feels what was written, and nothing that was not', async ({
  browser,
}) => {
  const page = await openCards(browser)
  await page.evaluate(() => {
    const felt: unknown[] = []
    Object.assign(window, { felt })
    navigator.vibrate = (pattern) => felt.push(pattern) > 0
  })
  const feltTimes = () => page.evaluate(() => (window as unknown as { felt: unknown[] }).felt.length)
  await press(page, 'Вибрация после записи')
  await press(page, 'Отменить')
  await expect(page.getByText(/отменять и возвращать больше нечего/).first()).toBeVisible()
  expect(await feltTimes()).toBe(0)
  await press(page, 'Вибрация после записи')
  await press(page, 'Н нет на уроке')
  await expect(page.getByText(/^2 из/)).toBeVisible()
  expect(await feltTimes()).toBe(0)
  await press(page, 'Вибрация после записи')
  await press(page, 'Н нет на уроке')
  await expect(page.getByText(/^3 из/)).toBeVisible()
  await expect.poll(feltTimes).toBe(1)
  // «Здесь» is a draft and no record.
  await press(page, 'Здесь и дальше')
  await expect(page.getByText(/^4 из/)).toBeVisible()
  expect(await feltTimes()).toBe(1)
})
