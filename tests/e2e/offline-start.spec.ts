// After one visit the journal starts on any route with the server really gone.
import { expect } from '@playwright/test'
import { test } from './school-test.ts'

test('every route starts offline after one visit, and says what it last knew', async ({
  page,
  hub,
  teacher,
}) => {
  const { path } = await teacher.openFirstLesson()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await hub.kill()
  const routes: [string, RegExp][] = [
    ['/', /./],
    ['/today', /./],
    [path, /Урок отмечен/],
    ['/outbox', /Очередь/],
    ['/conflicts', /Расхождений нет/],
    ['/transfer', /Школьный сервер не отвечает/],
    ['/terms', /Итоговые отметки/],
    ['/documents', /./],
    ['/provisional', /./],
  ]
  for (const [route, shown] of routes) {
    await page.goto(`${hub.url}${route}`)
    await expect(page.getByText('Временный журнал').first()).toBeVisible()
    await expect(page.locator('main')).toContainText(shown)
  }
  await page.reload()
  await expect(page.getByText(/не отвечает, был в/)).toBeVisible()
  // After three weeks without a network it opens all the same, on a day of its own lists.
  await page.addInitScript(() => {
    const shiftMs = 21 * 86_400_000
    const before = Date
    globalThis.Date = new Proxy(before, {
      construct: (date, given, as) =>
        Reflect.construct(date, given.length > 0 ? given : [before.now() + shiftMs], as),
      get: (date, name) => (name === 'now' ? () => before.now() + shiftMs : Reflect.get(date, name)),
    })
  })
  await page.goto(`${hub.url}/today`)
  await expect(page.getByRole('heading', { level: 1, name: /15 декабря/ })).toBeVisible()
  await page.goto(`${hub.url}${path}`)
  await expect(page.getByRole('button', { name: 'Урок отмечен' })).toBeVisible()
  const manifest = await page.evaluate(() =>
    document.querySelector('link[rel=manifest]')?.getAttribute('href'),
  )
  expect(manifest).toBe('/manifest.webmanifest')
})
