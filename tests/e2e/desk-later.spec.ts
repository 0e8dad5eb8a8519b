// The deputy's screens come in a file of their own. One that does not come takes nothing else away.
import { expect } from '@playwright/test'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

test('a desk that does not come is said plainly, leaves the rest as it is, and comes when it is asked for again', async ({
  browser,
  hub,
}) => {
  // Without a worker, as over plain HTTP: nothing is kept ahead.
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const desk = /\/assets\/desk-pages-[^/]+\.js$/
  await page.route(desk, (route) => route.abort())
  await page.goto(hub.url)
  await personAt(page, hub).signIn('zavyalova')
  await page.goto(`${hub.url}/board`)
  await expect(page.getByRole('heading', { name: 'Экран ещё не загружен' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'Записи на планшете целы' })).toBeVisible()
  await page.getByRole('link', { name: 'Выйти' }).click()
  await expect(page.getByRole('heading', { name: 'Завьялова' })).toBeVisible()
  await page.getByRole('link', { name: /^Сводка/ }).click()
  await page
    .getByRole('link', { name: /^Школа/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Экран ещё не загружен' })).toBeVisible()
  await page.unroute(desk)
  await page.getByRole('button', { name: 'Открыть журнал заново' }).click()
  await expect(page.getByRole('heading', { name: /^Школа/, level: 1 })).toBeVisible()
  await context.close()
})

test('a desk fetched ahead opens without the hub', async ({ browser, hub }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(hub.url)
  await personAt(page, hub).signIn('zavyalova')
  const came = page.waitForResponse(/\/assets\/desk-pages-[^/]+\.js$/)
  await page.goto(`${hub.url}/outbox`)
  await expect(page.getByRole('heading', { name: 'Очередь', level: 1 })).toBeVisible()
  await came
  await hub.kill()
  await page.getByRole('link', { name: /^Сводка/ }).click()
  await expect(page.getByText(/^Школьный сервер (пока )?не отвечает/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Экран ещё не загружен' })).toBeHidden()
  await context.close()
})
