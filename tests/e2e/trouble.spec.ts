// Bad days: a wrong password, an ended session, something else in the hub's place. A clear sentence, nothing lost.
import { createServer, type Server } from 'node:http'
import { expect } from '@playwright/test'
import { createHubProcess } from './hub-process.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

const portalOn = (port: number): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<html><body>Войдите в Wi-Fi</body></html>')
    })
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

test('a wrong password, an ended session and a captive portal lose nothing and are said plainly', async ({
  page,
}) => {
  const hub = await createHubProcess()
  let portal: Server | null = null
  try {
    await hub.start()
    const teacher = personAt(page, hub)
    await page.goto(hub.url)
    await page.getByLabel('Имя для входа').fill('ryabinina')
    await page.getByLabel('Пароль временного журнала').fill('не тот')
    await page.getByRole('button', { name: 'Войти' }).click()
    await expect(page.getByRole('alert')).toContainText('Имя или пароль не подошли')
    await teacher.signIn('ryabinina')
    const { path } = await teacher.openFirstLesson()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

    // The session ends in the middle: recording goes on, sending waits for a sign-in.
    await page.context().clearCookies()
    await teacher.pupilRow(1).click()
    await expect(page.getByRole('button', { name: /Отправка ждёт входа/ })).toBeVisible({ timeout: 30_000 })
    await teacher.pupilRow(3).click()
    await expect(teacher.pupilRow(3)).toHaveAccessibleName(/: Н, на планшете$/)
    await page.getByRole('button', { name: 'Войти снова' }).click()
    await teacher.signIn('ryabinina')
    await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 30_000 })

    // A captive portal answers instead of the hub.
    await hub.kill()
    portal = await portalOn(hub.port)
    await page.goto(`${hub.url}${path}`)
    await teacher.pupilRow(5).click()
    await expect(teacher.pupilRow(5)).toHaveAccessibleName(/: Н, на планшете$/)
    await expect(page.getByText(/отвечает не он/)).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('link', { name: /Не отправлено: 1/ })).toBeVisible()
    portal.closeAllConnections()
    await new Promise((resolve) => portal?.close(resolve))
    portal = null
    await hub.start()
    await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 60_000 })
  } finally {
    portal?.closeAllConnections()
    portal?.close()
    await hub.close()
  }
})

test('T15 a disagreement of a kind that only a newer hub knows shows every value and says who decides', async ({
  page,
  hub,
  teacher,
}) => {
  const { lesson } = await teacher.openFirstLesson()
  await page.context().route('**/api/pull*', async (route) => {
    // The hub may be closed by then: the story is over.
    const response = await route.fetch().catch(() => null)
    if (response === null) return route.abort().catch(() => undefined)
    const said = await response.json()
    const holder = { device: null, recordedAt: said.serverTime, source: 'device' }
    const strange = {
      ...{ key: `${lesson}/behaviour/p`, cell: { kind: 'behaviour', lesson }, state: 'conflict' },
      candidates: [
        { value: { stars: 5 }, entries: [{ ...holder, entry: 'a', author: 't01' }] },
        { value: { stars: 2, note: 'шумел' }, entries: [{ ...holder, entry: 'b', author: 'nobody' }] },
      ],
    }
    await route.fulfill({ response, json: { ...said, protocol: 99, cells: [...said.cells, strange] } })
  })
  await teacher.pupilRow(1).click()
  await page.goto(`${hub.url}/conflicts`)
  const card = page.getByRole('region', { name: 'Расхождение нового вида' })
  await expect(card.getByText('stars: 5')).toBeVisible({ timeout: 30_000 })
  await expect(card.getByText('stars: 2, note: шумел')).toBeVisible()
  await expect(card.getByText(/Решает завуч/)).toBeVisible()
  await expect(card.getByText(/-й урок/)).toBeVisible()
  await expect(card.getByRole('button')).toHaveCount(0)
})

test('an entry under way says so, and stands on the tablet again once its answer is lost', async ({
  page,
  teacher,
}) => {
  await teacher.openFirstLesson()
  await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 30_000 })
  let lose = (): void => {}
  const lost = new Promise<void>((resolve) => {
    lose = resolve
  })
  await page.context().route('**/api/push', async (route) => {
    await lost
    await route.abort()
  })
  await teacher.pupilRow(1).click()
  await expect(teacher.pupilRow(1)).toHaveAccessibleName(/: Н, отправляется$/)
  await page.getByRole('button', { name: 'Сетка' }).click()
  await expect(page.getByRole('gridcell', { name: /, Н, отправляется$/ })).toHaveCount(1)
  await page.getByRole('link', { name: 'Очередь' }).click()
  await expect(page.locator('li[data-state="sending"]').first()).toHaveText(/1\s*отправляется/)
  await expect(page.getByText(/Счёт сошёлся/)).toBeVisible()
  lose()
  await expect(page.locator('li[data-state="queued"]').first()).toHaveText(/1\s*на планшете/)
  await page.context().unroute('**/api/push')
  await page.getByRole('button', { name: 'Проверить связь и отправить' }).click()
  await expect(page.getByText('Всё на сервере школы.')).toBeVisible({ timeout: 30_000 })
})

test('what the hub answers to a batch is said in the queue, and the entry stays', async ({
  page,
  teacher,
}) => {
  await teacher.openFirstLesson()
  await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 30_000 })
  let answer = { status: 413, contentType: 'application/json', body: '{"error":"tooLarge"}' }
  await page.context().route('**/api/push', (route) => route.fulfill(answer))
  await teacher.pupilRow(1).click()
  await page.getByRole('link', { name: 'Очередь' }).click()
  const answers: [typeof answer, RegExp][] = [
    [answer, /Сервер не принял столько сразу\. Записи целы/],
    [
      { ...answer, status: 400, body: '{"error":"malformed"}' },
      /Сервер не смог прочитать посылку\. Записи целы/,
    ],
    [{ ...answer, status: 400, body: '{"error":"otherProtocol"}' }, /Сервер школы другой версии/],
    [
      { status: 200, contentType: 'text/html', body: '<p>Wi-Fi</p>' },
      /Вместо сервера школы отвечает что-то другое/,
    ],
  ]
  for (const [next, words] of answers) {
    answer = next
    await page.getByRole('button', { name: 'Проверить связь и отправить' }).click()
    await expect(page.getByText(words)).toBeVisible()
    await expect(page.locator('li[data-state="queued"]').first()).toHaveText(/1\s*на планшете/)
  }
  await page.context().unroute('**/api/push')
  await page.getByRole('button', { name: 'Проверить связь и отправить' }).click()
  await expect(page.getByText('Всё на сервере школы.')).toBeVisible({ timeout: 30_000 })
})

test('a screen that the hub has to fill shows its outline while it waits, and says so in words', async ({
  page,
}) => {
  const hub = await createHubProcess()
  try {
    await hub.start()
    await page.goto(hub.url)
    await personAt(page, hub).signIn('zavyalova')
    let answer = (): void => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.context().route(/\/api\/(board|transfer)$/, async (route) => {
      await answered
      await route.continue()
    })
    for (const [path, title] of [
      ['transfer', 'Перенос в АИС СРО'],
      ['board', 'Сводка'],
    ] as const) {
      await page.goto(`${hub.url}/${path}`)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(
        page.getByRole('paragraph').filter({ hasText: 'Школьный сервер пока не отвечает' }),
      ).toBeVisible()
    }
    answer()
    await expect(page.getByRole('heading', { level: 1, name: /^Сводка на/ })).toBeVisible()
  } finally {
    await hub.close()
  }
})

test('a draft or a press that the tablet can not write down is said in the strip, until it is read', async ({
  page,
  teacher,
}) => {
  await teacher.openFirstLesson()
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'draft') throw new DOMException('refused', 'DataError')
      return put.apply(this, given)
    }
  })
  await page.getByLabel(/^Тема(,| набрана)/).fill('Тема, которую негде держать')
  const badge = page.getByRole('button', { name: /^Не сохранено/ })
  await expect(badge).toBeVisible()
  await badge.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('планшет не смог записать. Всё записанное раньше цело.')
  await dialog.getByRole('button', { name: 'Понятно' }).click()
  await expect(badge).toBeHidden()
  // An entry is another matter: it is written, and only what is being typed is not kept.
  await teacher.pupilRow(4).click()
  await expect(teacher.pupilRow(4)).toHaveAccessibleName(/: Н, на/)
})
