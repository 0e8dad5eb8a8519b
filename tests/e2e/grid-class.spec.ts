// Three views of one lesson show one class: whoever was added by name, whoever left, and what the timetable has changed.
import { expect } from '@playwright/test'
import { openLessonRig, readLog } from './lesson-rig.ts'
import { test } from './school-test.ts'

test('whoever was added by name and whoever left stand in the grid and the cards as in the list', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, desk, row, lesson } = rig
  try {
    await row(3).click()
    await expect(row(3)).toHaveAccessibleName(/на сервере школы$/, { timeout: 20_000 })
    const [entry] = await readLog(page)
    const pupil = entry && 'pupil' in entry.cell ? entry.cell.pupil : ''
    await page.getByRole('button', { name: 'Ученика нет в списке' }).click()
    await page.getByLabel('Фамилия и имя').fill('Новикова Анна-Мария')
    await page.getByRole('button', { name: 'Записать: на уроке' }).click()
    const { lesson: held } = await desk.lessonIn(lesson)
    const yesterday = new Date(Date.parse(held.date) - 86_400_000).toISOString().slice(0, 10)
    await desk.endStay(pupil, yesterday)
    const left = page.getByRole('listitem').filter({ hasText: /выбытие/ })
    await expect(left).toContainText('Н', { timeout: 30_000 })
    const size = await page.locator('[data-cell$=":0"]').count()
    const here = page.getByText(/^\d+ на уроке$/)
    const counted = await here.textContent()

    await page.getByRole('button', { name: 'Сетка' }).click()
    const rows = page.getByRole('grid', { name: 'Сетка урока' }).getByRole('row')
    await expect(rows).toHaveCount(1 + size + 1)
    const gone = rows.filter({ hasText: /выбытие/ })
    await expect(gone).toContainText('Н')
    await expect(gone.locator('[data-at]')).toHaveCount(0)
    await expect(rows.last()).toContainText('Новикова Анна-Мария')
    await expect(rows.last()).toContainText('нет в списке')
    await expect(page.locator(`[data-at^="${size - 1}:"]`).first()).toBeVisible()
    await expect(page.getByText(counted ?? '', { exact: true })).toBeVisible()

    await page.getByRole('button', { name: 'Карточки' }).click()
    await expect(page.getByText(`1 из ${size}`)).toBeVisible()
    await page.getByRole('button', { name: 'Урок отмечен' }).click()
    await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
    await page.getByRole('button', { name: 'Список' }).click()
    await expect(page.getByText('Урок отмечен полностью')).toBeVisible()

    const said = page.getByText(/Урок отменён в расписании\. Записанное цело/).first()
    await page.getByRole('button', { name: 'Сетка' }).click()
    await desk.edit({ list: 'changes', add: { lesson, kind: 'cancelled', date: '', period: '', into: '' } })
    const over = page.getByRole('button', { name: 'Понятно' })
    await expect(over).toBeVisible({ timeout: 30_000 })
    await expect(said).toBeVisible()
    await page.getByRole('button', { name: 'Карточки' }).click()
    await over.click()
    await page.getByRole('button', { name: 'Список' }).click()
    await expect(over).toBeHidden()
    await expect(page.getByText('Урок отменён в расписании', { exact: true })).toBeVisible()
  } finally {
    await rig.close()
  }
})
