// An account is closed while entries wait on the tablet: it says the way out, and a deputy loads the file of them.
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { type Entry, entryHash } from '../../src/domain/entry.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

interface File {
  entries: { hash: string; entry: Entry }[]
}

test('a file of whoever has left is loaded by a deputy, and the tablet says so where signing in fails', async ({
  page,
  browser,
  hub,
  teacher,
}) => {
  await teacher.openFirstLesson()
  await page.context().clearCookies()
  await teacher.pupilRow(1).click()
  await page.getByRole('button', { name: 'Войти снова' }).click({ timeout: 30_000 })
  await page.getByLabel('Имя для входа').fill('ryabinina')
  await page.getByLabel('Пароль временного журнала').fill('не тот')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.locator('form').getByRole('alert')).toContainText(
    'Если вас больше нет в списках школы, вход закрыт. Записи на планшете целы (1 запись)',
  )
  await page.goto(`${hub.url}/outbox`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Выгрузить неотправленное' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')

  const desk = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
  await desk.goto(hub.url)
  await personAt(desk, hub).signIn('zavyalova')
  await desk.goto(`${hub.url}/losses`)
  const load = (content: string) =>
    desk
      .getByLabel('Файл с неотправленными записями')
      .setInputFiles({ name: 'queue.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  await load(text)
  await expect(
    desk.getByRole('paragraph').filter({ hasText: /^Автор этих записей есть в списках школы/ }),
  ).toBeVisible()
  await load('{}')
  await expect(
    desk.getByRole('paragraph').filter({ hasText: /^Это не файл с неотправленными записями/ }),
  ).toBeVisible()
  const file = JSON.parse(text) as File
  const entries = file.entries.map((line) => {
    const entry = { ...line.entry, log: { ...line.entry.log, person: 'former' } }
    return { hash: entryHash(entry), entry }
  })
  await load(JSON.stringify({ ...file, entries }))
  await expect(
    desk
      .getByRole('paragraph')
      .filter({ hasText: /^Сервер школы принял: 0 записей\. Ещё 1 запись он сохранил/ }),
  ).toBeVisible()
})
