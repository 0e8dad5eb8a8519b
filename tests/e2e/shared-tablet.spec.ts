// A tablet that several people use, and several tabs of it: nobody's entries are stranded, no session stays behind.
import { expect, type Page } from '@playwright/test'
import { test } from './school-test.ts'

/** What the hub answers this browser; `null` when it can't be asked. */
const statusOf = (page: Page, path: string): Promise<number | null> =>
  page.evaluate(
    (asked) =>
      fetch(asked, { signal: AbortSignal.timeout(5_000) }).then(
        (response) => response.status,
        () => null,
      ),
    path,
  )

test('with eight tabs open each of them still reaches the hub', async ({ page, hub, teacher: _ }) => {
  const pages = [page]
  while (pages.length < 8) {
    const next = await page.context().newPage()
    await next.goto(`${hub.url}/today`, { waitUntil: 'commit' })
    await expect(next.getByRole('heading', { level: 1 })).toBeVisible()
    pages.push(next)
  }
  for (const one of pages) expect(await statusOf(one, '/api/board')).toBe(403)
})

test('whoever signs in where another’s entries wait is told whose they are, and takes nothing over', async ({
  page,
  teacher,
}) => {
  await teacher.openFirstLesson()
  await page.context().clearCookies()
  await teacher.pupilRow(1).click()
  await expect(page.getByRole('button', { name: /Отправка ждёт входа/ })).toBeVisible()
  await page.getByRole('button', { name: 'Войти снова' }).click()
  await page.getByLabel('Имя для входа').fill('kim')
  await page.getByLabel('Пароль временного журнала').fill('demo')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByText(/только под именем Рябинина/)).toBeVisible()
  expect(await statusOf(page, '/api/pull?since=0&incarnation=')).toBe(401)
  await page.getByRole('button', { name: 'Назад ко входу' }).click()
  await teacher.signIn('ryabinina')
  await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible()
})

test('a sign-out with no network ends the session as soon as the hub can be reached', async ({
  page,
  teacher: _,
}) => {
  await page.getByRole('link', { name: 'Выйти' }).click()
  await page.context().route('**/api/session', (route) => route.abort())
  await page.getByRole('button', { name: 'Выйти' }).click()
  await expect(page.getByLabel('Имя для входа')).toBeVisible()
  expect(await statusOf(page, '/api/pull?since=0&incarnation=')).toBe(200)
  await page.context().unroute('**/api/session')
  await expect.poll(() => statusOf(page, '/api/pull?since=0&incarnation='), { timeout: 40_000 }).toBe(401)
})
