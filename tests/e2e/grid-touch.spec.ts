// «Сетка» by finger: everything that keys can do there has a button, and the list's acts are there too.
import { expect } from '@playwright/test'
import { lessonsOn } from '../../src/domain/lesson.ts'
import { openLessonRig, readLog } from './lesson-rig.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

type Rig = Awaited<ReturnType<typeof openLessonRig>>

/** The grid of the open lesson; the cell of a pupil (from 1) under attendance (0) or a work (from 1). */
const toGrid = async ({ page }: Pick<Rig, 'page'>) => {
  await page.getByRole('button', { name: 'Сетка' }).tap()
  await expect(page.locator('[data-at]:focus')).toBeVisible()
  const first = await page.locator('[data-at]:focus').getAttribute('data-at')
  const attendance = Number(first?.split(':')[1])
  const key = page.getByRole('toolbar', { name: 'Значение клетки' })
  return {
    cell: (no: number, column: number) => page.locator(`[data-at="${no - 1}:${attendance + column}"]`),
    key: (name: string | RegExp) => key.getByRole('button', { name }),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
  }
}

test('a double mark, «незач», an undo and what was there before, all by finger', async ({ browser }) => {
  const rig = await openLessonRig(browser, { hasTouch: true })
  const { page } = rig
  try {
    const { cell, key, button } = await toGrid(rig)
    await cell(2, 1).tap()
    for (const sign of ['5', '+', '4']) await key(sign === '+' ? /^\+/ : sign).tap()
    await expect(cell(2, 1)).toHaveText('5/4')
    await key('незач').tap()
    await expect(cell(3, 1)).toHaveText('незач')
    await key('осв').tap()
    await expect(cell(4, 1)).toHaveText('осв')
    await button('Отменить').tap()
    await expect(cell(4, 1)).toHaveText('')
    await button('Вернуть отменённое').tap()
    await expect(cell(4, 1)).toHaveText('осв')
    await cell(2, 1).tap()
    await button('раньше').tap()
    await expect(page.getByRole('region', { name: 'В этой клетке раньше' })).toContainText('5/4')
    await button('Клавиши').tap()
    await expect(page.getByText('что было в клетке')).toBeVisible()
    for (let acts = 0; acts < 4; acts += 1) await button('Отменить').tap()
    await expect(cell(2, 1)).toHaveText('')
    await button('Отменить').tap()
    await expect(page.locator('p', { hasText: 'отменять и возвращать больше нечего' })).toBeVisible()

    // A name chooses attendance; homework of one pupil opens from there.
    await page.getByRole('rowheader').nth(5).tap()
    await expect(cell(6, 0)).toBeFocused()
    await button('задание').tap()
    await page.getByLabel(/^Что задано/).fill('Карточка 3')
    await button('Записать').tap()
    await expect(button('задание')).toHaveAttribute('aria-pressed', 'true')
    const tasks = (await readLog(page)).filter((entry) => entry.cell.kind === 'individualHomework')
    expect(tasks.map((entry) => entry.value)).toEqual([{ text: 'Карточка 3' }])
  } finally {
    await rig.close()
  }
})

test('5 who came of all: tapped in the grid, by name or met by keys, in one act', async ({ browser }) => {
  const rig = await openLessonRig(browser, { hasTouch: true })
  const { page } = rig
  try {
    const { cell, button } = await toGrid(rig)
    await cell(2, 0).tap()
    await page.getByRole('toolbar').getByRole('button', { name: /^ОСВ/ }).tap()
    await expect(cell(2, 0)).toHaveText('ОСВ')
    await button('Весь класс сразу').tap()
    for (const no of [1, 4])
      await page
        .getByRole('rowheader')
        .nth(no - 1)
        .tap()
    await cell(20, 1).tap()
    await expect(page.getByRole('rowheader').nth(19)).toContainText('✓')
    // Letters write nothing meanwhile; Enter excepts, and takes back.
    for (const press of ['y', 'Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(press)
    await expect(page.getByRole('rowheader').nth(19)).toContainText('Н')
    await expect(page.getByText(/Останется как есть, 1:.*\(ОСВ\)/)).toBeVisible()
    const before = await readLog(page)
    await page.getByRole('button', { name: /^Записать \d+$/ }).tap()
    await expect(cell(1, 0)).toHaveText('✓')
    await expect(cell(3, 0)).toHaveText('Н')
    await expect(cell(2, 0)).toHaveText('ОСВ')
    const codes = (await readLog(page))
      .slice(before.length)
      .flatMap(({ value }) => (value && 'code' in value ? value.code : []))
    expect(codes.filter((code) => code === 'present').length).toBe(3)
    expect(codes.filter((code) => code === 'absent').length).toBe(codes.length - 3)
    await button('Отменить').tap()
    await expect(cell(1, 0)).toHaveText('')
    await expect(cell(2, 0)).toHaveText('ОСВ')
  } finally {
    await rig.close()
  }
})

test('a class teacher gives the reason of an absence in the grid, and nobody else is offered it', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser, { hasTouch: true })
  const own = await browser.newContext({ hasTouch: true, locale: 'ru-RU' })
  try {
    const subject = await toGrid(rig)
    await subject.cell(1, 0).tap()
    await subject.key(/^Н/).tap()
    await subject.cell(1, 0).tap()
    await expect(subject.key(/^ОСВ/)).toBeVisible()
    await expect(subject.key(/^Б/)).toHaveCount(0)

    const { school, lesson } = await rig.desk.lessonIn(rig.lesson)
    const leader = school.staff.find((one) => one.lastName === 'Ким')?.id
    const led = school.classes.find((one) => one.classTeacher === leader)
    const held = lessonsOn(school, lesson.date).find(
      (one) => one.target.kind === 'class' && one.target.id === led?.id && one.begins <= lesson.begins,
    )
    if (!held) throw new Error('the class teacher’s class has an early lesson')
    const page = await own.newPage()
    await page.goto(rig.hub.url)
    await personAt(page, rig.hub).signIn('kim')
    await page.goto(`${rig.hub.url}/lesson/${encodeURIComponent(held.id)}`)
    const grid = await toGrid({ page })
    await grid.cell(2, 0).tap()
    await grid.key(/^Н/).tap()
    await grid.cell(2, 0).tap()
    await grid.key(/^УП/).tap()
    await expect(page.getByText(/^сохранено на планшете: .*, причина: уважительная$/)).toBeVisible()
    await expect(grid.cell(2, 0)).toHaveText('УП')
    await expect(grid.key(/^УП/)).toHaveAttribute('aria-pressed', 'true')
    await grid.key(/^УП/).tap()
    await expect(grid.cell(2, 0)).toHaveText('Н')
  } finally {
    await own.close()
    await rig.close()
  }
})
