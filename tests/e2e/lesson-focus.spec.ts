// Where the keyboard is once what held it has gone: on the cell or the heading that is there now, never nowhere.
import { expect } from '@playwright/test'
import { openLessonRig, readLog } from './lesson-rig.ts'
import { test } from './school-test.ts'

test('clearing several cells is not answered by an Enter before the list of them has been read', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, key } = rig
  try {
    await key('Сетка').click()
    await page.locator('[data-at]:focus').press('y')
    await page.keyboard.press('y')
    await expect.poll(async () => (await readLog(page)).length).toBe(2)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowUp')
    await page.keyboard.press('Delete')
    const title = page.getByRole('heading', { name: 'Снять значения' })
    await expect(title).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(title).toBeVisible()
    expect((await readLog(page)).length).toBe(2)
    await page.keyboard.press('Escape')
    await expect(page.locator('[data-at]:focus')).toBeVisible()
  } finally {
    await rig.close()
  }
})

test('the keyboard is back on a cell after «Понятно», an added work and the whole class', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, desk, lesson, key, mark } = rig
  try {
    // The list: a work is added, and the act on the whole class is left.
    await key('Добавить работу').press('Enter')
    await expect(key('Добавить работу')).toBeFocused()
    await key('Самостоятельная работа').press('Enter')
    await expect(key('Добавить работу')).toBeFocused()
    await page.getByRole('button', { name: 'Весь класс сразу' }).press('Enter')
    await page.getByRole('button', { name: 'Не менять' }).press('Enter')
    await expect(page.locator('[data-cell]:focus')).toHaveCount(1)

    // A sentence over the list.
    await mark(3).focus()
    await page.keyboard.press('7')
    await key('Понятно').press('Enter')
    await expect(mark(3)).toBeFocused()

    // The grid: a sentence comes over it, and its keys go on.
    await key('Сетка').click()
    const place = page.locator('[data-at]:focus')
    await expect(place).toHaveCount(1)
    await desk.edit({ list: 'changes', add: { lesson, kind: 'cancelled', date: '', period: '', into: '' } })
    await key('Понятно').press('Enter', { timeout: 40_000 })
    await expect(place).toHaveCount(1)
    const where = page.locator(`[data-at="${await place.getAttribute('data-at')}"]`)
    await page.keyboard.press('y')
    await expect(where).toHaveText('Н')
    await key('Добавить работу').press('Enter')
    await key('Контрольная работа').press('Enter')
    await expect(key('Добавить работу')).toBeFocused()
  } finally {
    await rig.close()
  }
})
