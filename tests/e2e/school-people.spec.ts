// A deputy at the desk: people, terms and bells by hand, each fault said by its row; an announcement is taken back.
import { expect } from '@playwright/test'
import { createHubProcess, type HubProcess } from './hub-process.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

let hub: HubProcess

test.beforeEach(async () => {
  hub = await createHubProcess()
  await hub.start()
})
test.afterEach(() => hub.close())

test('staff, a pupil’s name, a term and the bells are entered by hand, and what can’t be is refused', async ({
  page,
}) => {
  await page.goto(hub.url)
  await personAt(page, hub).signIn('zavyalova')
  await page.goto(`${hub.url}/school/staff`)
  const alert = page.getByRole('alert').filter({ hasText: 'Ничего не изменено' })
  await page.getByRole('button', { name: 'Новый сотрудник' }).click()
  await page.getByLabel('Фамилия').fill('Яхонтов')
  await page.getByLabel('Имя', { exact: true }).fill('Яков')
  await page.getByLabel('Логин').fill('Kim')
  await page.getByRole('button', { name: 'Принять' }).click()
  await expect(alert).toContainText('«kim» уже есть')
  await page.getByLabel('Логин').fill('yahontov')
  await page.getByRole('button', { name: 'Принять' }).click()
  const newcomer = page.getByRole('listitem').filter({ hasText: 'Яхонтов Яков' })
  await expect(newcomer).toContainText('учитель, логин yahontov')
  await expect(alert).toHaveCount(0)
  await newcomer.getByRole('button', { name: 'Исправить' }).click()
  await newcomer.getByLabel('Фамилия').fill('Яхонтова')
  await newcomer.getByRole('button', { name: 'Исправить' }).last().click()
  const corrected = page.getByRole('listitem').filter({ hasText: 'Яхонтова Яков' })
  await expect(corrected).toContainText('логин yahontov')
  await page.getByLabel('Класс', { exact: true }).selectOption({ label: '7А' })
  await page.getByLabel('Кто теперь руководит классом').selectOption({ label: 'Яхонтова Я.' })
  await page.getByRole('button', { name: 'Назначить' }).click()
  await expect(corrected).toContainText('руководит 7А')

  await page.getByRole('link', { name: 'Ученики' }).click()
  await page.getByRole('button', { name: 'Имя', exact: true }).first().click()
  const pupil = page.getByRole('listitem').first()
  await pupil.getByLabel('Фамилия').fill('Аистов-Первый')
  await pupil.getByRole('button', { name: 'Исправить имя' }).click()
  await expect(page.getByText(/^Аистов-Первый/)).toBeVisible()

  await page.getByRole('link', { name: 'Дни и звонки' }).click()
  const term = page.getByRole('listitem').filter({ hasText: '2 четверть' })
  await term.getByRole('button', { name: 'Изменить' }).click()
  const [first, last] = [term.getByLabel('Первый день'), term.getByLabel('Последний день')]
  const [begins, ends] = [await first.inputValue(), await last.inputValue()]
  await last.fill(begins)
  await first.fill(ends)
  await term.getByRole('button', { name: 'Сохранить период' }).click()
  await expect(alert).toContainText(`учебные периоды, строка 3: конец (${begins}) раньше начала`)

  const usual = page.getByRole('heading', { name: 'Обычные звонки' }).locator('xpath=ancestor::section')
  await usual.getByRole('button', { name: 'Изменить' }).click()
  await usual.getByLabel('С', { exact: true }).first().fill('07:55')
  const from = await usual.getByLabel('Звенят с').inputValue()
  await usual.getByRole('button', { name: 'Сохранить звонки' }).click()
  const day = `${from.slice(8)}.${from.slice(5, 7)}`
  await expect(usual).toContainText(new RegExp(`1 смена, 1-й: 07:55–\\d\\d:\\d\\d \\(с .. ${day}\\)`))
  await page.getByRole('link', { name: 'Кто менял' }).click()
  await expect(page.getByText('звонки: +2 −1')).toBeVisible()
})

test('an announced outage is taken back with a reason, and that stays to be read', async ({ page }) => {
  await page.goto(hub.url)
  await personAt(page, hub).signIn('zavyalova')
  await page.goto(`${hub.url}/outages`)
  await page.getByRole('button', { name: 'Запланировать' }).click()
  await page.getByLabel('С', { exact: true }).fill('2099-12-01T18:00')
  await page.getByLabel('До', { exact: true }).fill('2099-12-02T06:00')
  await page.getByLabel('Кто объявил и почему').fill('письмо поддержки')
  await page.getByRole('button', { name: 'Запланировать' }).click()
  await page.getByRole('button', { name: 'Снять', exact: true }).click()
  await page.getByLabel('Почему объявление снято').fill('работы отменены')
  await page.getByRole('button', { name: 'Снять объявление' }).click()
  await expect(page.getByText(/письмо поддержки.*Снято .*Завьялова.*: работы отменены/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Снять', exact: true })).toHaveCount(0)
})
