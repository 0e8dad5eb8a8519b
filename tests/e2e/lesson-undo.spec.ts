// The way back in a lesson: by button and key, over a reload; what asks first; what somebody else has overtaken.
import { expect } from '@playwright/test'
import { openLessonRig, readLog } from './lesson-rig.ts'
import { personAt } from './person.ts'
import { schoolNow } from './school-clock.ts'
import { test } from './school-test.ts'

test('acts go back and forth by button and by key, also after a reload, each as an entry', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, row } = rig
  try {
    await row(2).click()
    await row(5).click()
    await expect(row(5)).toHaveAccessibleName(/: Н,/)
    await page.getByRole('button', { name: 'Отменить' }).click()
    await expect(row(5)).toHaveAccessibleName(/: не отмечено/)
    await page.reload()
    await expect(row(2)).toHaveAccessibleName(/: Н,/)
    // Under an open help nothing is taken back.
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Справка' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Справка' })).toBeHidden()
    expect((await readLog(page)).length).toBe(3)
    await page.keyboard.press('Control+z')
    await expect(row(2)).toHaveAccessibleName(/: не отмечено/)
    await page.keyboard.press('Control+y')
    await expect(row(2)).toHaveAccessibleName(/: Н,/)
    await page.keyboard.press('Control+Shift+z')
    await expect(row(5)).toHaveAccessibleName(/: Н,/)
    await expect(page.getByRole('button', { name: 'Вернуть отменённое' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    expect((await readLog(page)).length).toBe(6)
    for (const no of [5, 2]) {
      await page.keyboard.press('Control+z')
      await expect(row(no)).toHaveAccessibleName(/: не отмечено/)
    }
    await page.keyboard.press('Control+z')
    const nothing = page.getByRole('status').filter({ hasText: 'отменять и возвращать больше нечего' })
    await expect(nothing).toHaveCount(1)
    expect((await readLog(page)).length).toBe(8)
  } finally {
    await rig.close()
  }
})

test('a mark beside Н asks once, a changed mark of an earlier lesson asks why, «no» changes nothing', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, hub, row, mark, key } = rig
  try {
    // A lesson of another day.
    const { lesson } = await rig.desk.lessonIn(rig.lesson)
    const before = new Date(Date.parse(lesson.date) - 86_400_000).toISOString().slice(0, 10)
    await page.goto(`${hub.url}/today/${before}`)
    const open = page.getByRole('link', { name: /^Отметить/ }).first()
    for (let tries = 0; tries < 7 && !(await open.isVisible()); tries += 1) {
      await page.getByRole('button', { name: 'День раньше' }).click()
      await page.waitForTimeout(500)
    }
    await open.click()
    await row(2).click()
    await mark(2).click()
    await key('5').click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(mark(2)).toHaveText('')
    await key('5').click()
    await page.getByRole('button', { name: 'Оставить обе записи' }).click()
    await expect(mark(2)).toHaveText('5')
    await mark(2).click()
    await key('4').click()
    await page.getByRole('button', { name: 'Работа переписана' }).click()
    await expect(mark(2)).toHaveText('4')
    const log = await readLog(page)
    expect(log.at(-1)).toMatchObject({ reason: 'Работа переписана', value: { marks: ['4'] } })
    expect(log.filter((entry) => entry.reason !== undefined).length).toBe(1)
  } finally {
    await rig.close()
  }
})

test('an act whose cell somebody else has changed is not taken back, and that is said', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, hub, row, key } = rig
  const other = await browser.newContext()
  try {
    await row(2).click()
    await expect(row(2)).toHaveAccessibleName(/на сервере школы$/, { timeout: 20_000 })
    const second = await other.newPage()
    await second.goto(hub.url)
    await personAt(second, hub).signIn('ryabinina')
    await second.goto(`${hub.url}${rig.path}`)
    await expect(second.locator('[data-cell="1:0"]')).toHaveAccessibleName(/: Н,/, { timeout: 20_000 })
    await second.locator('[data-cell="1:0"]').focus()
    await second.keyboard.press('j')
    await expect(row(2)).toHaveAccessibleName(/: ОП 5 мин/, { timeout: 30_000 })
    await page.getByRole('button', { name: 'Отменить' }).click()
    const sentence = page.getByText(/Отменить «Н» нельзя.*уже «ОП 5 мин».*Оба значения целы/)
    await expect(sentence.first()).toBeVisible()
    await expect(row(2)).toHaveAccessibleName(/: ОП 5 мин/)
    expect((await readLog(page)).length).toBe(1)
    await key('Понятно').click()
    await expect(page.getByRole('button', { name: 'Понятно' })).toBeHidden()
  } finally {
    await other.close()
    await rig.close()
  }
})

test('the bar of an act stands out for ten seconds, takes the act back, and calms down in its place', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, row } = rig
  try {
    await page.clock.install({ time: schoolNow() })
    await page.reload()
    const undo = page.getByRole('button', { name: 'Отменить' })
    const bar = undo.locator('..')
    const ground = () => bar.evaluate((one) => getComputedStyle(one).backgroundColor)
    await expect(undo).toHaveAttribute('aria-disabled', 'true')
    const calm = await ground()
    const place = await bar.boundingBox()

    await row(2).click()
    await expect(bar).toHaveAttribute('data-fresh', 'true')
    await expect(bar).toContainText(/сохранено на планшете: .*: Н/)
    expect(await ground()).not.toBe(calm)
    await undo.click()
    await expect(row(2)).toHaveAccessibleName(/: не отмечено/)
    await expect(bar).toContainText('сохранено на планшете: отменено: 1 запись')

    // Nobody touches it: after ten seconds it is calm again, and takes back as before.
    await row(3).click()
    await expect(row(3)).toHaveAccessibleName(/: Н,/)
    await page.clock.fastForward(5_000)
    await expect(bar).toHaveAttribute('data-fresh', 'true')
    await page.clock.fastForward(5_000)
    await expect(bar).toHaveAttribute('data-fresh', 'false')
    expect(await ground()).toBe(calm)
    expect(await bar.boundingBox()).toEqual(place)
    await undo.click()
    await expect(row(3)).toHaveAccessibleName(/: не отмечено/)
  } finally {
    await rig.close()
  }
})

test('«Урок отмечен» waits for the undos that another view has still on their way', async ({ browser }) => {
  const rig = await openLessonRig(browser)
  const { page, row } = rig
  const isDone = page.getByText('Урок отмечен полностью')
  try {
    for (const no of [2, 4, 6]) await row(no).click()
    await page.getByRole('button', { name: 'Урок отмечен' }).click()
    await expect(isDone).toBeVisible()
    // Of every pupil one entry, and the topic.
    const all = (await readLog(page)).length
    for (const view of ['Сетка', 'Карточки', 'Список']) {
      const before = (await readLog(page)).length
      // Faster than the tablet writes: the undos, another view, the end of the lesson.
      await page.evaluate(async (to) => {
        const button = (name: string) =>
          [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
        const undo = { code: 'KeyZ', key: 'z', ctrlKey: true, bubbles: true, cancelable: true }
        for (let n = 0; n < 4; n += 1) document.body.dispatchEvent(new KeyboardEvent('keydown', undo))
        button(to)?.click()
        while (!button('Урок отмечен')) await new Promise((resolve) => setTimeout(resolve))
        button('Урок отмечен')?.click()
      }, view)
      await expect(isDone).toBeVisible()
      const values = (await readLog(page)).slice(before).map((entry) => entry.value !== null)
      const [undone, finished] = [Array<boolean>(all).fill(false), Array<boolean>(all).fill(true)]
      expect(values, view).toEqual([...undone, ...finished])
    }
  } finally {
    await rig.close()
  }
})
