// A deputy declares a tablet lost and types its paper; the teacher finds it in the lesson on another tablet.
import { expect } from '@playwright/test'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

test('a dead tablet is declared lost and its paper recorded in the teacher’s name', async ({
  page,
  browser,
  hub,
  teacher,
}) => {
  const { path, lesson } = await teacher.openFirstLesson()
  await teacher.pupilRow(1).click()
  await expect(teacher.pupilRow(1)).toHaveAccessibleName(/: Н, на сервере школы$/)
  const name =
    ((await teacher.pupilRow(2).locator('.visually-hidden').textContent()) ?? '').split(':')[0] ?? ''
  await page.context().close()

  const desk = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
  await desk.goto(hub.url)
  await personAt(desk, hub).signIn('zavyalova')
  await desk.goto(`${hub.url}/losses`)
  const row = desk.getByRole('listitem').filter({ hasText: 'Рябинина' })
  await row.getByRole('button', { name: 'Планшет утрачен' }).click()
  await desk.getByLabel('потерян или украден').check()
  await desk.getByRole('button', { name: 'Объявить записи утраченными' }).click()
  await desk.getByRole('button', { name: 'Внести с бумаги' }).click()
  const date = lesson.split('@')[1] ?? ''
  await desk.getByLabel('День').selectOption(date)
  const sheet = desk.locator('form').first()
  await sheet.getByLabel(`Посещаемость, ${name}`).selectOption('absent')
  await sheet.getByLabel('Тема урока').fill('Признаки равенства треугольников')
  await sheet.getByRole('button', { name: 'Записать с бумаги: 2 записи' }).click()
  await expect(sheet.getByText(/^От имени учителя принято 2 записи/)).toBeVisible()

  const tablet = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
  const again = personAt(tablet, hub)
  await tablet.goto(hub.url)
  await again.signIn('ryabinina')
  await tablet.goto(`${hub.url}${path}`)
  await expect(again.pupilRow(2)).toHaveAccessibleName(`${name}: Н, на сервере школы`)
})
