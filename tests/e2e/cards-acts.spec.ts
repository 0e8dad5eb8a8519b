// What the cards have beside the roll call: a task of one pupil, works, a pupil whom no list has, the whole class at once.
import { type Browser, expect, type Page } from '@playwright/test'
import { openLessonRig, readLog } from './lesson-rig.ts'
import { test } from './school-test.ts'

const openCards = async (browser: Browser) => {
  const rig = await openLessonRig(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await rig.page.getByRole('button', { name: 'Карточки' }).tap()
  await expect(rig.page.getByText(/^1 из \d+$/)).toBeVisible()
  return rig
}

const sheet = async (page: Page) => {
  await page.getByRole('button', { name: 'Урок: тема, задание, работы' }).tap()
  return page.getByRole('dialog', { name: 'Тема, задание, работы' })
}

test('a card gives its pupil a task of their own, by finger and by keyboard, and the card stays', async ({
  browser,
}) => {
  const rig = await openCards(browser)
  const { page, row, key } = rig
  try {
    const name = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? ''
    const task = page.getByRole('button', { name: 'задание', exact: true })
    await expect(task).toHaveAttribute('aria-pressed', 'false')
    await task.tap()
    const asked = page.getByRole('dialog', { name: `Задание одному ученику: ${name}` })
    await asked.getByLabel(/^Что задано/).fill('карточка 4')
    await key('Записать').tap()
    await expect(asked).toBeHidden()
    await expect(task).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText(`сохранено на планшете: ${name}, задание: карточка 4`)).toBeVisible()

    // The next card has none. Letters that are typed are no keys of the card, and Esc leaves the text as a draft.
    await page.keyboard.press('ArrowDown')
    await expect(page.getByText(/^2 из/)).toBeVisible()
    await expect(task).toHaveAttribute('aria-pressed', 'false')
    await task.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('ненужное')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(task).toBeFocused()
    await expect(page.getByText(/^2 из/)).toBeVisible()
    const log = await readLog(page)
    expect(log.map(({ cell, value }) => [cell.kind, value])).toEqual([
      ['individualHomework', { text: 'карточка 4' }],
    ])
    await page.getByRole('button', { name: 'Список' }).tap()
    await expect(row(1)).toHaveAccessibleName(/есть своё задание/)
  } finally {
    await rig.close()
  }
})

test('works come and go from the cards, and whoever is in no list gets the last card', async ({
  browser,
}) => {
  const rig = await openCards(browser)
  const { page, key } = rig
  try {
    const listed = Number(/из (\d+)/.exec((await page.getByText(/^1 из \d+$/).textContent()) ?? '')?.[1])
    const lesson = await sheet(page)
    await lesson.getByRole('button', { name: 'Добавить работу' }).tap()
    await key('Диктант').tap()
    await expect(lesson.getByText('сохранено на планшете: Работа урока: Диктант')).toBeVisible()
    await key('К карточкам').tap()
    await page.getByRole('button', { name: 'Отметки' }).tap()
    await page.getByLabel('Работа', { exact: true }).selectOption('диктант')
    await key('4').tap()
    await expect(page.getByText('диктант: 4', { exact: true })).toBeVisible()

    await sheet(page)
    await key('Убрать работу: Диктант').tap()
    await expect(page.getByRole('dialog', { name: 'Снять 2 записи?' })).toBeVisible()
    await key('Снять 2 записи').tap()
    await expect(lesson.getByText('сохранено на планшете: Работа убрана: Диктант')).toBeVisible()

    await key('Ученика нет в списке').tap()
    await page.getByLabel('Фамилия и имя').fill('Новикова Анна-Мария')
    await key('Записать: на уроке').tap()
    await expect(lesson.getByText(/сохранено на планшете: Новикова Анна-Мария/)).toBeVisible()
    await key('К карточкам').tap()
    await expect(page.getByText('диктант: 4', { exact: true })).toHaveCount(0)
    const size = listed + 1
    await expect(page.getByText(`1 из ${size}`, { exact: true })).toBeVisible()
    for (let at = 1; at < size; at += 1) await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('heading', { name: 'Новикова Анна-Мария' })).toBeVisible()
    await expect(page.getByText('нет в списке', { exact: true })).toBeVisible()
  } finally {
    await rig.close()
  }
})

test('all are away but those whose names are tapped, in one act that one undo takes back', async ({
  browser,
}) => {
  const rig = await openCards(browser)
  const { page, key } = rig
  try {
    const size = Number(/из (\d+)/.exec((await page.getByText(/^1 из \d+$/).textContent()) ?? '')?.[1])
    await page.getByRole('button', { name: /^ОСВ/ }).tap()
    await expect(page.getByText(/^2 из/)).toBeVisible()
    const whole = key('Весь класс сразу')
    await whole.tap()
    const names = page.getByRole('list', { name: 'Исключения' }).getByRole('button')
    await expect(names).toHaveCount(size)
    await expect(names.first()).toHaveText(/ОСВ$/)
    for (const no of [2, 4]) await names.nth(no - 1).tap()
    await expect(names.nth(1)).toHaveAttribute('aria-pressed', 'true')
    await expect(names.nth(1)).toHaveText(/✓$/)
    await expect(names.nth(2)).toHaveText(/Н$/)
    await key(`Записать ${size - 1}`).tap()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(whole).toBeFocused()
    const codes = (await readLog(page)).flatMap(({ value }) => (value && 'code' in value ? value.code : []))
    expect(codes.filter((code) => code === 'exempt').length).toBe(1)
    expect(codes.filter((code) => code === 'present').length).toBe(2)
    expect(codes.filter((code) => code === 'absent').length).toBe(size - 3)
    await key('Отменить').tap()
    await expect(page.getByText('не отмечено')).toBeVisible()
    await expect(page.getByText(`${size - 1} без записи`, { exact: false })).toBeVisible()
  } finally {
    await rig.close()
  }
})
