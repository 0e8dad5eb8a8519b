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

    // Keys pass the closed row between the second pupil and the fourth: each «Н» stands where the focus was.
    const chosen = page.locator('[data-at]:focus')
    await chosen.press('ArrowDown')
    const written: ReturnType<typeof page.locator>[] = []
    for (const at of [1, 2, 3]) {
      await expect(chosen).toHaveAttribute('data-at', new RegExp(`^${at}:`))
      const cell = page.locator(`[data-at="${await chosen.getAttribute('data-at')}"]`)
      await page.keyboard.press('y')
      await expect(cell).toHaveText('Н')
      written.unshift(cell)
    }
    for (const cell of written) {
      await page.keyboard.press('Control+z')
      await expect(cell).toHaveText('')
    }
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

test('who studies from afar and who is taught at home are told in list, grid and cards, by sign and word', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, desk, lesson } = rig
  try {
    const { school, lesson: held } = await desk.lessonIn(lesson)
    const [afar = '', atHome = ''] = school.enrolments
      .filter((one) => one.to === null && held.classes.includes(one.schoolClass))
      .map((one) => one.pupil)
    const size = await page.locator('[data-cell$=":0"]').count()
    const status = (pupil: string, kind: string) =>
      ({ list: 'statuses', add: { pupil, kind, subject: '', from: '2026-09-01', to: '' } }) as const
    await desk.edit(status(afar, 'remote'), status(atHome, 'homeSchooled'))
    await page.reload()
    for (const [word, closed] of [
      ['учится дистанционно', false],
      ['обучение на дому', true],
    ] as const) {
      const row = page.getByRole('listitem').filter({ hasText: word })
      await expect(row).toHaveCount(1, { timeout: 20_000 })
      await expect(row.locator('small svg')).toHaveCount(1)
      await expect(row.locator('[data-cell$=":0"]')).toHaveCount(closed ? 0 : 1)
    }
    await expect(page.locator('[data-cell$=":0"]')).toHaveCount(size - 1)

    await page.getByRole('button', { name: 'Сетка' }).click()
    const rows = page.getByRole('grid', { name: 'Сетка урока' }).getByRole('row')
    await expect(rows.filter({ hasText: 'учится дистанционно' }).locator('small svg')).toHaveCount(1)
    await expect(rows.filter({ hasText: 'обучение на дому' }).locator('[data-at]')).toHaveCount(0)

    await page.getByRole('button', { name: 'Карточки' }).click()
    const word = page.getByText('учится дистанционно')
    const next = page.getByRole('button', { name: 'Вперёд' })
    await expect(page.getByText(`1 из ${size - 1}`)).toBeVisible()
    for (let at = 1; at < size && !(await word.isVisible()); at += 1) await next.click()
    await expect(word).toBeVisible()
  } finally {
    await rig.close()
  }
})
