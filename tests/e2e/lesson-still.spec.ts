// What comes from outside while a lesson is open moves nothing under a finger, and a key means whom it was pressed for.
import { expect } from '@playwright/test'
import { openLessonRig, readLog } from './lesson-rig.ts'
import { test } from './school-test.ts'
import { movedOf, watchControls } from './shifts.ts'

type Rig = Awaited<ReturnType<typeof openLessonRig>>

/** Comes into the class on the day of the lesson, and stands before everybody else in the alphabet. */
const arrive = async ({ desk, lesson }: Rig): Promise<void> => {
  const { lesson: held } = await desk.lessonIn(lesson)
  const name = { lastName: 'Аабов', firstName: 'Аарон', middleName: '' }
  const stay = { from: held.date, to: '', schoolClass: held.classes[0] ?? '' }
  await desk.edit({ list: 'pupils', add: { id: 'came-now', ...name, ...stay } })
}

/** The first of the list has left the day before; the tablet hears of it once it is told. */
const leave = async ({ desk, lesson, page }: Rig): Promise<() => void> => {
  const { lesson: held } = await desk.lessonIn(lesson)
  let tell = (): void => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  await page.context().route('**/api/pull*', async (route) => {
    await told
    await route.continue()
  })
  await page.locator('[data-cell="0:0"]').click()
  await expect.poll(async () => (await readLog(page)).length).toBe(1)
  const [entry] = await readLog(page)
  const pupil = entry && 'pupil' in entry.cell ? entry.cell.pupil : ''
  const yesterday = new Date(Date.parse(held.date) - 86_400_000).toISOString().slice(0, 10)
  await desk.endStay(pupil, yesterday)
  return tell
}

for (const [name, viewport] of [
  ['landscape', { width: 1280, height: 800 }],
  ['portrait', { width: 800, height: 1280 }],
  ['320 px', { width: 320, height: 640 }],
] as const) {
  test(`a session that ends in mid-lesson moves nothing, ${name}`, async ({ browser }) => {
    const rig = await openLessonRig(browser, { viewport, hasTouch: true })
    const { page, row } = rig
    try {
      await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 30_000 })
      await expect(page.getByText(/^доступна, /)).toBeAttached()
      await watchControls(page)
      await page.context().clearCookies()
      await row(1).tap()
      await expect(page.getByRole('button', { name: /Отправка ждёт входа/ })).toBeVisible({ timeout: 30_000 })
      await row(3).tap()
      await expect(row(3)).toHaveAccessibleName(/: Н, на планшете$/)
      expect(await movedOf(page)).toEqual([])
      // Nothing lies over the class list or the way to its end.
      for (const one of [row(1), row(2), page.getByRole('button', { name: 'Урок отмечен' })])
        await one.click({ trial: true })
      await page.getByRole('button', { name: 'Войти снова' }).tap()
      await expect(page.getByText(/На планшете сохранено: 2 записи/)).toBeVisible()
    } finally {
      await rig.close()
    }
  })
}

test('a pupil who comes in mid-lesson moves no row of the list', async ({ browser }) => {
  const rig = await openLessonRig(browser)
  const { page, row } = rig
  try {
    await expect(page.getByText(/^доступна, /)).toBeVisible()
    const newcomer = page.getByRole('button', { name: /^Аабов Аарон: / })
    const size = await page.locator('[data-cell$=":0"]').count()
    await watchControls(page)
    await arrive(rig)
    await expect(newcomer).toBeVisible({ timeout: 40_000 })
    // The key below the list makes room; no row comes to where it was.
    expect((await movedOf(page)).filter((one) => !one.includes('Ученика нет в списке'))).toEqual([])
    await expect(newcomer).toHaveAttribute('data-cell', `${size}:0`)
    await newcomer.click()
    await expect(newcomer).toHaveAccessibleName(/: Н, /)
    // Opened anew the list is in its order.
    await page.reload()
    await expect(newcomer).toHaveAttribute('data-cell', '0:0')
    await expect(row(2)).toBeVisible()
  } finally {
    await rig.close()
  }
})

test('a key of the grid marks the pupil whose cell has the focus, whoever has left above', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, key } = rig
  try {
    const tell = await leave(rig)
    await key('Сетка').click()
    const focused = page.locator('[data-at]:focus')
    await focused.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const name = async (): Promise<string> => (await focused.getAttribute('aria-label'))?.split(',')[0] ?? ''
    const whose = await name()
    await expect(page.getByRole('region', { name: 'Выбранная клетка' })).toContainText(whose)
    tell()
    await expect(page.getByText(/выбытие/)).toBeVisible({ timeout: 40_000 })
    expect(await name()).toBe(whose)
    await expect(page.getByRole('region', { name: 'Выбранная клетка' })).toContainText(whose)
    const cell = page.getByRole('gridcell', { name: new RegExp(`^${whose}, посещаемость`) })
    await page.keyboard.press('y')
    await expect(cell).toHaveText('Н')
  } finally {
    await rig.close()
  }
})

test('the card under the thumb stays, whoever has left before it', async ({ browser }) => {
  const rig = await openLessonRig(browser)
  const { page, key } = rig
  try {
    const tell = await leave(rig)
    await key('Карточки').click()
    const heading = page.getByRole('heading', { level: 2 }).first()
    const size = await page.getByText(/^2 из \d+$/).textContent()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByText(/^3 из \d+$/)).toBeVisible()
    const whose = (await heading.textContent()) ?? ''
    tell()
    await expect(page.getByText(/^2 из \d+$/)).toBeVisible({ timeout: 40_000 })
    await expect(page.getByText(size ?? '', { exact: true })).toHaveCount(0)
    await expect(heading).toHaveText(whose)
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByText(new RegExp(`^сохранено на планшете: ${whose}: Н$`))).toBeVisible()
  } finally {
    await rig.close()
  }
})

test('a key that is held writes once, in the list, the grid and the cards', async ({ browser }) => {
  const rig = await openLessonRig(browser)
  const { page, row, mark, key } = rig
  const hold = async (name: string): Promise<void> => {
    for (let times = 0; times < 6; times += 1) await page.keyboard.down(name)
    await page.keyboard.up(name)
  }
  try {
    await mark(3).focus()
    await hold('5')
    await expect(mark(3)).toHaveText('5')
    await expect(mark(4)).toHaveText('')
    // Enter on a name is a tap on it: a second one would take the first back.
    await row(5).focus()
    await hold('Enter')
    await expect(row(5)).toHaveAccessibleName(/: Н,/)
    await key('Сетка').click()
    const place = page.locator('[data-at]:focus')
    await expect(place).toHaveAttribute('data-at', /^0:/)
    await hold('y')
    await expect(place).toHaveAttribute('data-at', /^1:/)
    await key('Карточки').click()
    // Three have been written so far, the first and the fifth of them into the attendance.
    await expect(page.getByText(/^2 из \d+$/)).toBeVisible()
    await hold('ArrowLeft')
    await expect(page.getByText(/^3 из \d+$/)).toBeVisible()
    await expect.poll(async () => (await readLog(page)).length).toBe(5)
  } finally {
    await rig.close()
  }
})
