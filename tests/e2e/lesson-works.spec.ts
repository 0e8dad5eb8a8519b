// Works of a lesson: added by type, taken away with the marks under them, and brought back, in the list and in the grid.
import { expect, type Page } from '@playwright/test'
import { openLessonRig, readLog } from './lesson-rig.ts'
import { test } from './school-test.ts'

const addKey = (page: Page) => page.getByRole('button', { name: 'Добавить работу' })
const removeKey = (page: Page, work: string) =>
  page.getByRole('button', { name: `Убрать работу: ${work}`, exact: true })
const worksIn = (page: Page) => page.getByRole('region', { name: 'Работы урока' }).getByRole('listitem')

/** Opens the types and takes one, by keyboard: the focus comes back to the key that opened them. */
const addWork = async (page: Page, type: string): Promise<void> => {
  await addKey(page).press('Enter')
  await expect(addKey(page)).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('button', { name: type, exact: true }).press('Enter')
  await expect(addKey(page)).toHaveAttribute('aria-expanded', 'false')
  await expect(addKey(page)).toBeFocused()
}

const valuesSince = async (page: Page, from: number) =>
  (await readLog(page)).slice(from).map(({ cell, value }) => [cell.kind, value])

test('a work of the list is taken away with its marks, which are named first, and one undo brings all back', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, mark, key } = rig
  try {
    // What holds no mark is taken away without a word.
    await addWork(page, 'Диктант')
    await expect(worksIn(page).nth(1)).toHaveText(/^Диктант.*нет отметок$/)
    await removeKey(page, 'Диктант').press('Enter')
    await expect(worksIn(page)).toHaveCount(1)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(addKey(page)).toBeFocused()

    // Two of one type stand apart.
    for (const no of [1, 2]) {
      await addWork(page, 'Контрольная работа')
      await expect(worksIn(page)).toHaveCount(1 + no)
    }
    await mark(1, 3).click()
    for (const grade of ['5', '4', '3']) await key(grade).click()
    await mark(2, 2).click()
    await key('2').click()
    await expect(worksIn(page).nth(2)).toHaveText(/№ 2.*3 отметки$/)
    const before = (await readLog(page)).length

    const second = removeKey(page, 'Контрольная работа № 2')
    await second.click()
    const asked = page.getByRole('dialog', { name: 'Снять 4 записи?' })
    await expect(asked.getByRole('listitem')).toHaveText([
      /^\s*работа урока: контрольная работа: .* → пусто$/,
      ...['5', '4', '3'].map((grade) => new RegExp(`отметка, контрольная работа: ${grade} → пусто$`)),
    ])
    await key('Ничего не менять').click()
    await expect(asked).toBeHidden()
    expect((await readLog(page)).length).toBe(before)

    await second.click()
    await key('Снять 4 записи').click()
    await expect(addKey(page)).toBeFocused()
    await expect(mark(1, 3)).toHaveCount(0)
    await expect(mark(2, 2)).toHaveText('2')
    expect(await valuesSince(page, before)).toEqual([
      ['work', null],
      ['mark', null],
      ['mark', null],
      ['mark', null],
    ])
    await key('Отменить').click()
    for (const [at, grade] of ['5', '4', '3'].entries()) await expect(mark(at + 1, 3)).toHaveText(grade)
    await expect(worksIn(page).nth(2)).toHaveText(/№ 2.*3 отметки$/)
    await expect(mark(2, 2)).toHaveText('2')
  } finally {
    await rig.close()
  }
})

test('the grid takes a work away as the list does, by keyboard, and counts its marks', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, key } = rig
  try {
    await key('Сетка').click()
    const heads = page.locator('thead th[data-kind="work"]')
    await expect(heads).toHaveText([/ответ$/])
    await addWork(page, 'Самостоятельная работа')
    await expect(heads).toHaveText([/ответ$/, /сам\.$/])
    const columns = await page.locator('thead th').count()
    const cell = (no: number) => page.locator(`[data-at="${no - 1}:${columns - 2}"]`)
    await cell(2).click()
    await page.keyboard.press('5')
    await page.keyboard.press('4')
    await expect(worksIn(page).nth(1)).toHaveText(/2 отметки$/)
    const before = (await readLog(page)).length

    await removeKey(page, 'Самостоятельная работа').press('Enter')
    const asked = page.getByRole('dialog', { name: 'Снять 3 записи?' })
    await expect(asked.getByRole('listitem')).toHaveCount(3)
    await key('Снять 3 записи').press('Enter')
    await expect(heads).toHaveText([/ответ$/])
    await expect(addKey(page)).toBeFocused()
    expect(await valuesSince(page, before)).toEqual([
      ['work', null],
      ['mark', null],
      ['mark', null],
    ])
    await page.keyboard.press('Control+z')
    await expect(heads).toHaveText([/ответ$/, /сам\.$/])
    await expect(cell(2)).toHaveText('5')
    await expect(cell(3)).toHaveText('4')
    // The oral answer is offered by itself: only what was recorded can be taken away.
    await expect(removeKey(page, 'Ответ на уроке')).toHaveCount(0)
  } finally {
    await rig.close()
  }
})
