// The card of a disagreement and the reason that a class teacher owes for a colleague's value (п. 4.4).
import { expect } from '@playwright/test'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import { lessonById, pupilsOf } from '../../src/domain/lesson.ts'
import { axeFindings } from './access/axe.ts'
import { readLog } from './lesson-rig.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { createTurnedHub } from './turned-hub.ts'
import { createWireTablet } from './wire-tablet.ts'

/** Of the class that Kim leads, given by a colleague. */
const algebra = '7a-algebra-25@2026-11-24'

test('keeping the own value over a colleague’s waits for a reason, and who works by keys is told so', async ({
  page,
}) => {
  const turned = await createTurnedHub('2026-11-24T05:40:00.000Z')
  try {
    const lesson = lessonById(turned.school, algebra)
    if (!lesson) throw new Error('the timetable has changed')
    const leader = personAt(page, turned)
    await page.goto(turned.url)
    await leader.signIn('kim')
    await page.goto(`${turned.url}/lesson/${encodeURIComponent(algebra)}`)
    for (const no of [1, 2]) await leader.pupilRow(no).click()
    for (const no of [1, 2]) {
      await expect(leader.pupilRow(no)).toHaveAccessibleName(/: Н, на сервере школы$/, { timeout: 40_000 })
    }
    const tablet = await createWireTablet(turned, lesson.teacher)
    const [first, second] = [...pupilsOf(turned.school, lesson)].map(
      (pupil): Cell => ({ kind: 'attendance', lesson: algebra, pupil }),
    )
    if (!first || !second) throw new Error('the class is empty')
    for (const cell of [first, second]) tablet.record(cell, { code: 'present' })
    await tablet.sync()
    await expect(leader.pupilRow(1)).toHaveAccessibleName(/расхождение/, { timeout: 40_000 })

    await page.goto(`${turned.url}/conflicts/${encodeURIComponent(cellKey(first))}`)
    const keepOwn = page.getByRole('button', { name: /Оставить «Н»/ })
    const keepTheirs = page.getByRole('button', { name: /Оставить «на уроке»/ })
    const why = page.getByLabel('Почему меняется запись коллеги (п. 4.4)')
    await expect(keepOwn).toHaveAttribute('aria-disabled', 'true')
    await expect(keepOwn).toHaveAccessibleDescription(/^Сначала причина/)
    await expect(keepTheirs).toHaveAttribute('aria-disabled', 'false')
    expect(await axeFindings(page)).toEqual([])

    // By its number and by Enter: nothing is chosen, the reason is asked for aloud and stands under the keys.
    const said = page.getByRole('status').filter({ hasText: /Сначала причина/ })
    await page.keyboard.press('2')
    await expect(why).toBeFocused()
    await expect(said).toHaveCount(1)
    await keepOwn.press('Enter')
    await expect(why).toBeFocused()
    await expect(page.getByText(/^Выбрано/)).toHaveCount(0)
    // A third value is no less a change of the colleague's.
    await page.getByRole('button', { name: 'Другое значение' }).click()
    await page.getByRole('button', { name: /^ОСВ/ }).click()
    await page.getByRole('button', { name: 'Поставить «ОСВ»' }).press('Enter')
    await expect(why).toBeFocused()
    await expect(page.getByText(/^Выбрано/)).toHaveCount(0)

    await why.selectOption('По документу')
    await expect(keepOwn).toHaveAttribute('aria-disabled', 'false')
    await keepOwn.press('Enter')
    await page.getByRole('button', { name: 'Записать сейчас' }).click()
    await expect(page.getByRole('heading', { name: 'Расхождение решено' })).toBeVisible({ timeout: 40_000 })

    // The colleague's value is kept without a word.
    await page.getByRole('link', { name: /^Следующее/ }).click()
    await expect(keepTheirs).toBeVisible()
    await expect(why).toHaveValue('')
    await keepTheirs.press('Enter')
    await page.getByRole('button', { name: 'Записать сейчас' }).click()
    await expect(page.getByText('Расхождений нет')).toBeVisible({ timeout: 40_000 })
    const choices = (await readLog(page)).slice(2)
    expect(choices.map((one) => [one.value, one.reason])).toEqual([
      [{ code: 'absent' }, 'По документу'],
      [{ code: 'present' }, undefined],
    ])
  } finally {
    await turned.close()
  }
})
