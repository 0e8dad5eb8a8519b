// A lesson in a minute: the page counts taps and keys, the keystroke-level model prices them.
import { expect } from '@playwright/test'
import { priceOf, told } from './keystroke-model.ts'
import { landscape, openLessonRig, portrait, readLog } from './lesson-rig.ts'
import { test } from './school-test.ts'

const orientations = [
  ['landscape', landscape],
  ['portrait', portrait],
] as const

for (const [name, viewport] of orientations) {
  test(`30 pupils, 3 of them away, are four taps without a scroll, ${name}`, async ({ browser }) => {
    const rig = await openLessonRig(browser, { viewport, hasTouch: true })
    const { page, person, row } = rig
    try {
      await rig.withPupils(30)
      await person.begin()
      for (const no of [2, 9, 28]) await person.findAndTap(row(no))
      person.decide()
      await person.tap(page.getByRole('button', { name: 'Урок отмечен' }))
      await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
      const path = await person.path()
      console.log(told(`attendance of 30, ${name}`, path))
      expect(path).toMatchObject({ tap: 4, key: 0, scroll: 0 })
      expect(priceOf(path)).toBeLessThanOrEqual(10)
      const codes = (await readLog(page)).flatMap(({ value }) => (value && 'code' in value ? value.code : []))
      expect(codes.filter((code) => code === 'absent').length).toBe(3)
      expect(codes.filter((code) => code === 'present').length).toBe(27)
    } finally {
      await rig.close()
    }
  })

  test(`a whole lesson by touch is priced at a minute at most, ${name}`, async ({ browser }) => {
    const rig = await openLessonRig(browser, { viewport, hasTouch: true })
    const { page, person, row, mark } = rig
    try {
      await rig.withPupils(30)
      await person.begin()
      for (const no of [2, 9, 28]) await person.findAndTap(row(no))
      for (const [no, given] of [
        [1, '5'],
        [4, '4'],
        [11, '3'],
        [17, '4'],
        [30, '5'],
      ] as const) {
        await person.findAndTap(mark(no))
        person.decide()
        await person.tap(rig.key(given))
        await expect(mark(no)).toHaveText(given)
      }
      person.decide()
      await person.findAndTap(page.getByLabel(/^Домашнее задание, до/))
      await person.type('№ 341, 343')
      person.decide()
      await person.tap(page.getByRole('button', { name: 'Урок отмечен' }))
      await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
      const path = await person.path()
      console.log(told(`a whole lesson, ${name}`, path))
      expect(priceOf(path)).toBeLessThanOrEqual(60)
      const log = await readLog(page)
      const kinds = (kind: string) => log.filter((entry) => entry.cell.kind === kind)
      expect(kinds('attendance').length).toBe(30)
      expect(kinds('mark').length).toBe(5)
      expect(kinds('topic').length).toBe(1)
      expect(kinds('homework').map((entry) => entry.value)).toEqual([{ text: '№ 341, 343' }])
    } finally {
      await rig.close()
    }
  })
}

test('a lesson is kept by keys alone: attendance, a double mark, «точка»', async ({ browser }) => {
  const rig = await openLessonRig(browser)
  const { page, person, row, mark } = rig
  try {
    await row(1).focus()
    await person.begin()
    await person.press('ArrowDown')
    await person.press('y')
    await expect(row(2)).toHaveAccessibleName(/: Н,/)
    for (const press of ['ArrowDown', 'ArrowRight', '5', '+', '4', 'f', 'n']) await person.press(press)
    await expect(mark(3)).toHaveText('5/4')
    await expect(mark(4)).toHaveText('н/а')
    await expect(mark(5)).toHaveText('•')
    await expect(mark(5)).toBeFocused()
    expect((await person.path()).tap).toBe(0)
    await page.getByRole('button', { name: 'Урок отмечен' }).focus()
    await person.press('Enter')
    await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
  } finally {
    await rig.close()
  }
})

test('the list is one stop of Tab: arrows walk inside, and Tab comes back to where it left', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, row, mark } = rig
  try {
    await expect(row(1)).toBeVisible()
    expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1)
    await page.getByRole('link', { name: 'К урокам дня' }).focus()
    const isInList = () => page.evaluate(() => document.activeElement?.matches('[data-cell]'))
    while (!(await isInList())) await page.keyboard.press('Tab')
    await expect(row(1)).toBeFocused()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Home', 'End']) await page.keyboard.press(key)
    await expect(mark(3)).toBeFocused()
    await page.keyboard.press('Tab')
    expect(await isInList()).toBe(false)
    await page.keyboard.press('Shift+Tab')
    await expect(mark(3)).toBeFocused()
    await page.keyboard.press('Control+End')
    await expect(page.locator('[data-cell]').last()).toBeFocused()
    expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1)
    expect(await readLog(page)).toEqual([])
  } finally {
    await rig.close()
  }
})

test('T14: «Урок отмечен» and a value for all leave three recorded cells untouched', async ({ browser }) => {
  const rig = await openLessonRig(browser)
  const { page, row, key } = rig
  try {
    await row(1).click()
    await row(2).click()
    await key('Опоздание на 10 минут').click()
    await row(3).click()
    await page.getByRole('button', { name: /^ОСВ/ }).click()
    await expect(row(3)).toHaveAccessibleName(/: ОСВ,/)
    const before = (await readLog(page)).length
    await page.getByRole('button', { name: 'Весь класс сразу' }).click()
    await page.getByRole('button', { name: 'Все на уроке' }).click()
    await expect(page.getByText(/Останется как есть, 3:.*\(Н\).*\(ОП 10 мин\).*\(ОСВ\)/)).toBeVisible()
    await page.getByRole('button', { name: /^Записать \d+$/ }).click()
    await expect(page.getByText(/^Записан каждый ученик, запишется тема/)).toBeVisible()
    await expect(row(1)).toHaveAccessibleName(/: Н,/)
    await expect(row(2)).toHaveAccessibleName(/: ОП 10 мин,/)
    await expect(row(3)).toHaveAccessibleName(/: ОСВ,/)
    const touched = (await readLog(page)).slice(before)
    expect(new Set(touched.map((entry) => entry.saw))).toEqual(new Set([null]))
    await page.getByRole('button', { name: 'Отменить' }).click()
    await expect(row(4)).toHaveAccessibleName(/: не отмечено/)
    await expect(row(1)).toHaveAccessibleName(/: Н,/)
  } finally {
    await rig.close()
  }
})

test('«Урок отмечен» in one breath with a tap takes the tap for what it is', async ({ browser }) => {
  const rig = await openLessonRig(browser)
  const { page, row } = rig
  try {
    // Both in one turn of the page: the screen can't have been drawn between them.
    await row(4).evaluate((cell: HTMLElement) => {
      const finish = [...document.querySelectorAll('button')].find(
        (one) => one.textContent === 'Урок отмечен',
      )
      cell.click()
      finish?.click()
    })
    await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
    await expect(row(4)).toHaveAccessibleName(/: Н,/)
    const cells = (await readLog(page)).map((entry) => JSON.stringify(entry.cell))
    expect(new Set(cells).size).toBe(cells.length)
  } finally {
    await rig.close()
  }
})

test('5 who came of all are seven taps: everybody else is away, in one act', async ({ browser }) => {
  const rig = await openLessonRig(browser, { hasTouch: true })
  const { page, person, row } = rig
  try {
    await person.begin()
    await person.tap(page.getByRole('button', { name: 'Весь класс сразу' }))
    for (const no of [1, 3, 4, 20, 22]) await person.findAndTap(row(no))
    await person.tap(page.getByRole('button', { name: /^Записать \d+$/ }))
    await expect(page.getByText(/^Записан каждый ученик, запишется тема/)).toBeVisible()
    const path = await person.path()
    console.log(told('5 came', path))
    expect(path.tap).toBe(7)
    const log = await readLog(page)
    const codes = log.flatMap(({ value }) => (value && 'code' in value ? value.code : []))
    expect(codes.filter((code) => code === 'present').length).toBe(5)
    expect(codes.filter((code) => code === 'absent').length).toBe(log.length - 5)

    // Once every cell is recorded there is nothing to write, and that is said.
    await page.getByRole('button', { name: 'Весь класс сразу' }).click()
    await expect(page.getByText('Записывать нечего: каждая клетка уже записана.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Записать \d+$/ })).toHaveCount(0)
    const whole = page.getByRole('region', { name: 'Весь класс' })
    await whole.getByRole('button', { name: 'Закрыть' }).click()
    await expect(whole).toBeHidden()

    // The lesson is not complete without its topic: one more tap writes that, and nothing else.
    await person.tap(page.getByRole('button', { name: 'Урок отмечен' }))
    await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
    const rest = (await readLog(page)).slice(log.length)
    expect(rest.map((entry) => entry.cell.kind)).toEqual(['topic'])
  } finally {
    await rig.close()
  }
})
