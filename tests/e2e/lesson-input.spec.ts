// Odd input at a lesson: each a clear sentence, nothing lost, nothing moved.
import { expect } from '@playwright/test'
import { landscape, openLessonRig, portrait, readLog } from './lesson-rig.ts'
import { test } from './school-test.ts'

test('a mark outside the scale and a name that is no name are said in words, and nothing is recorded', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, mark, key } = rig
  try {
    await mark(3).focus()
    await page.keyboard.press('7')
    await expect(page.getByText(/Отметки «7» нет в шкале: 5, 4, 3, 2/).first()).toBeVisible()
    await key('Понятно').click()
    await page.getByRole('button', { name: 'Ученика нет в списке' }).click()
    const name = page.getByLabel('Фамилия и имя')
    for (const [typed, said] of [
      ['Я'.repeat(200), /В имени 200 знаков/],
      ['<b>Иванов</b>', /бывают буквы.*< >/],
      ['', /Впишите фамилию и имя/],
    ] as const) {
      await name.fill(typed)
      await page.getByRole('button', { name: 'Записать: на уроке' }).click()
      await expect(page.getByText(said)).toBeVisible()
    }
    expect(await readLog(page)).toEqual([])
    await name.fill('Новикова Анна-Мария')
    await page.getByRole('button', { name: 'Записать: на уроке' }).click()
    await expect(
      page.getByRole('button', { name: /^Новикова Анна-Мария: на уроке, нет в списке/ }),
    ).toBeVisible()
    expect((await readLog(page)).length).toBe(1)
  } finally {
    await rig.close()
  }
})

test('a lesson cancelled while open and a pupil who left yesterday: said, hatched, kept', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, desk, row, lesson } = rig
  try {
    await row(3).click()
    await expect(row(3)).toHaveAccessibleName(/на сервере школы$/, { timeout: 20_000 })
    const [entry] = await readLog(page)
    const pupil = entry && 'pupil' in entry.cell ? entry.cell.pupil : ''
    const { lesson: held } = await desk.lessonIn(lesson)
    const yesterday = new Date(Date.parse(held.date) - 86_400_000).toISOString().slice(0, 10)
    await desk.endStay(pupil, yesterday)
    const gone = page.getByRole('listitem').filter({ hasText: /выбытие/ })
    await expect(gone).toContainText('Н', { timeout: 30_000 })
    await expect(gone.getByRole('button')).toHaveCount(0)
    await desk.edit({ list: 'changes', add: { lesson, kind: 'cancelled', date: '', period: '', into: '' } })
    await expect(page.getByText(/Урок отменён в расписании\. Записанное цело/).first()).toBeVisible({
      timeout: 30_000,
    })
    await row(5).click()
    await expect(row(5)).toHaveAccessibleName(/: Н,/)
  } finally {
    await rig.close()
  }
})

for (const [name, viewport] of [
  ['landscape', landscape],
  ['portrait', portrait],
] as const) {
  test(`36 pupils scroll under a panel that stays, and no tap moves a row, ${name}`, async ({ browser }) => {
    const rig = await openLessonRig(browser, { viewport, hasTouch: true })
    const { page, person, row, mark, key } = rig
    try {
      await rig.withPupils(36)
      const before = await row(4).boundingBox()
      await person.tap(row(2))
      await person.tap(mark(3))
      await person.tap(key('5'))
      await expect(mark(3)).toHaveText('5')
      await person.tap(page.getByRole('button', { name: 'Отменить' }))
      await expect(mark(3)).toHaveText('')
      expect(await row(4).boundingBox()).toEqual(before)
      await row(36).scrollIntoViewIfNeeded()
      await expect(page.getByRole('button', { name: 'Урок отмечен' })).toBeInViewport()
    } finally {
      await rig.close()
    }
  })
}
