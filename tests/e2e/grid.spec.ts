// «Сетка»: a whole lesson by keyboard alone, a pasted column, and an undo after a reload.
import { expect, type Page } from '@playwright/test'
import { createHubProcess, type HubProcess } from './hub-process.ts'
import { readLog } from './lesson-rig.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { shiftsOf, watchShifts } from './shifts.ts'

let hub: HubProcess

test.beforeEach(async () => {
  hub = await createHubProcess()
  await hub.start()
})
test.afterEach(() => hub.close())

/** Signs in and opens a lesson in the grid; from then on the tablet remembers the view. */
const openGrid = async (page: Page): Promise<void> => {
  await page.goto(hub.url)
  const teacher = personAt(page, hub)
  await teacher.signIn('ryabinina')
  await teacher.openFirstLesson()
  await page.getByRole('button', { name: 'Сетка' }).press('Enter')
  await expect(page.getByRole('grid', { name: 'Сетка урока' })).toBeVisible()
  await page.reload()
  await expect(page.locator('[data-at]:focus')).toBeVisible()
}

/** The cell of a pupil (from 1) in a column of this lesson: 0 is attendance, 1 the first work. */
const cellOf = async (page: Page, no: number, column: number) => {
  await expect(page.locator('thead th[data-kind="attendance"]')).toBeVisible()
  const former = await page
    .locator('thead th')
    .evaluateAll((heads) => heads.findIndex((head) => head.getAttribute('data-kind') === 'attendance'))
  return page.locator(`[data-at="${no - 1}:${former - 1 + column}"]`)
}

test('a whole lesson by keyboard alone, and nothing moves meanwhile', async ({ page }) => {
  await openGrid(page)
  // The lamps learn once who answers; what is asked here is that recording moves nothing.
  await expect(page.getByText(/^доступна, /)).toBeVisible()
  await watchShifts(page)
  let presses = 0
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
    presses += keys.length
  }
  // The second, the fifth and the ninth are away; then five marks from the tenth on. Latin letters: the other layout.
  await press('ArrowDown', 'y', 'ArrowDown', 'ArrowDown', 'y', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'y')
  await press('ArrowRight', '5', '4', '3', '5', '4', '+', '5')
  for (const no of [2, 5, 9]) {
    await expect(await cellOf(page, no, 0)).toHaveAccessibleName(
      /, посещаемость, \d+ [а-я]+, Н, на (планшете|сервере школы)$/,
    )
  }
  for (const [n, mark] of ['5', '4', '3', '5', '4/5'].entries()) {
    await expect(await cellOf(page, 10 + n, 1)).toHaveText(mark)
  }
  await expect(await cellOf(page, 14, 1)).toHaveAccessibleName(/, ответ на уроке, .*, 4\/5, на /)
  expect(await shiftsOf(page)).toEqual([])

  // Tab: the keys of the panel, back and forth, the whole class, and «Урок отмечен», which writes the КТП's topic too.
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter')
  await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
  await expect(page.getByText(/^сохранено на планшете: Урок отмечен: нет 3/)).toBeVisible()
  await expect(await cellOf(page, 1, 0)).toHaveText('✓')
  expect(await shiftsOf(page)).toEqual([])

  const homework = page.getByLabel(/^Домашнее задание/)
  while (!(await homework.evaluate((field) => field === document.activeElement))) await press('Tab')
  await page.keyboard.type('№ 341')
  await press('Tab')
  await expect(page.getByText('сохранено на планшете: Домашнее задание: № 341')).toBeVisible()
  console.log(`a whole lesson in the grid: ${presses} keys, and 5 letters of homework`)

  await page.reload()
  await expect(await cellOf(page, 14, 1)).toHaveText('4/5')
  await expect(homework).toHaveValue('№ 341')
  await expect(page.getByLabel(/^Тема, /)).not.toHaveValue('')
})

test('a lesson that has not begun takes its topic, and neither attendance nor «Урок отмечен»', async ({
  page,
}) => {
  await openGrid(page)
  await page.goto(`${hub.url}/today`)
  const ahead = page.getByRole('link', { name: /^Тема и задание/ })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const next = page.getByRole('button', { name: 'День позже' })
  await next.click()
  while ((await ahead.count()) === 0) await next.click()
  await ahead.first().click()
  await expect(page.getByText(/^Урок начнётся .*в \d\d:\d\d$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Урок отмечен' })).toHaveCount(0)
  await page.locator('[data-at]:focus').press('y')
  await expect(page.getByText(/^Ничего не записано: урок начнётся в/).first()).toBeVisible()
  await page.getByRole('toolbar').getByRole('button', { name: 'ОСВ' }).click()
  await page.getByLabel(/^Домашнее задание/).fill('№ 342')
  await page.getByLabel(/^Домашнее задание/).press('Tab')
  await expect(page.getByText('сохранено на планшете: Домашнее задание: № 342')).toBeVisible()
  expect((await readLog(page)).map((entry) => entry.cell.kind)).toEqual(['homework'])
  // What can be recorded can be taken back, in the list too, by button and by key.
  await page.getByRole('button', { name: 'Список' }).click()
  await expect(page.getByLabel(/^Домашнее задание/)).toHaveValue('№ 342')
  await page.getByRole('button', { name: 'Отменить' }).click()
  await expect(page.getByLabel(/^Домашнее задание/)).toHaveValue('')
  await page.keyboard.press('Control+y')
  await expect(page.getByLabel(/^Домашнее задание/)).toHaveValue('№ 342')
})

test('keys that mean nothing here are refused in words, and former lessons are read only', async ({
  page,
}) => {
  await openGrid(page)
  await page.keyboard.press('5')
  await expect(page.getByText(/отметка ставится в столбце работы/).first()).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('1')
  await expect(page.getByText(/Отметки «1» нет в шкале/).first()).toBeVisible()
  await page.keyboard.press('Control+Home')
  const first = page.locator('[data-at="0:0"]')
  await expect(first).toBeFocused()
  await expect(first).toHaveAccessibleName(/, пусто, только чтение$/)
  await page.keyboard.press('5')
  await expect(page.getByText(/^Только чтение/).first()).toBeVisible()
  await page.keyboard.press('Control+End')
  await expect(page.locator('[data-at]:focus')).toHaveAttribute('data-at', /:9$/)
  // A mark for somebody who is away is asked about once, and both may stay.
  await page.keyboard.press('y')
  await page.keyboard.press('4')
  await page.getByRole('button', { name: 'Оставить обе записи' }).click()
  await expect(page.locator('[data-at]:focus')).toHaveText('4')
  await page.keyboard.press('F2')
  await expect(page.getByRole('region', { name: 'В этой клетке раньше' })).toContainText('4')
  expect(await page.locator('[data-at][tabindex="0"]').count()).toBe(1)
})

test('a pasted column is shown before it is written, is one act, and one undo after a reload takes it back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openGrid(page)
  const paste = async (text: string): Promise<void> => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await page.keyboard.press('Control+v')
  }
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('3')
  await expect(await cellOf(page, 2, 1)).toHaveText('3')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')

  await paste('5\n4\nпять')
  await expect(page.getByText(/Строка 3 \(«пять»\) – не отметка\. Ничего не записано/).first()).toBeVisible()
  await paste('5\n'.repeat(99))
  await expect(page.getByText(/Скопировано 99 строк/).first()).toBeVisible()
  expect(await (await cellOf(page, 1, 1)).textContent()).toBe('')

  await paste('5\r\n4\r\n\r\n2\r\n')
  const preview = page.getByRole('region', { name: 'Вставка столбца' })
  await expect(preview).toContainText('Запишется: 2 клетки')
  await expect(preview).toContainText('останутся: 1 клетка')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(await cellOf(page, 1, 1)).toHaveText('5')
  await expect(await cellOf(page, 4, 1)).toHaveText('2')
  await expect(await cellOf(page, 2, 1)).toHaveText('3')

  // The column goes out as it came in.
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n').slice(0, 5)).toEqual(['5', '3', '', '2', ''])

  await page.reload()
  await expect(await cellOf(page, 1, 1)).toHaveText('5')
  await page.keyboard.press('Control+z')
  await expect(await cellOf(page, 1, 1)).toHaveText('')
  await expect(await cellOf(page, 4, 1)).toHaveText('')
  await expect(await cellOf(page, 2, 1)).toHaveText('3')
})
