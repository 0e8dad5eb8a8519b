// What a person rarely meets, and then in a bad hour: the same judgement of access as on every screen.
import { appendFileSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { createHubProcess, type HubProcess } from '../hub-process.ts'
import { personAt } from '../person.ts'
import { test } from '../school-test.ts'
import { axeFindings } from './axe.ts'
import { lostSideways, smallTargets, walkByTab } from './measures.ts'

/** A copy of the build, so that a later one can be served in its place. */
const build = '.cache/served'
let hub: HubProcess

test.beforeAll(async () => {
  rmSync(build, { recursive: true, force: true })
  cpSync('dist', build, { recursive: true })
  hub = await createHubProcess({ main: join(build, 'hub/main.js') })
  await hub.start()
})
test.afterAll(async () => {
  await hub.close()
  rmSync(build, { recursive: true, force: true })
})

const findingsOn = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await axeFindings(page)).map((line) => `${colorScheme}: ${line}`))
  }
  found.push(...(await smallTargets(page)), ...(await walkByTab(page)).faults)
  await page.setViewportSize({ width: 320, height: 640 })
  found.push(...(await lostSideways(page)))
  await page.setViewportSize({ width: 1280, height: 800 })
  return found
}

const openLesson = async (page: Page) => {
  await page.goto(hub.url)
  const teacher = personAt(page, hub)
  await teacher.signIn('ryabinina')
  await teacher.openFirstLesson()
  return teacher
}

test('a journal that did not open is for everybody', async ({ page }) => {
  await page.goto(`${hub.url}/healthz`)
  await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open('temporary-journal', 1).onsuccess = (event) => {
          Object.assign(window, { held: (event.target as IDBOpenDBRequest).result })
          done(null)
        }
      }),
  )
  const tab = await page.context().newPage()
  await tab.goto(hub.url)
  await expect(tab.getByRole('heading', { name: 'Журнал не открылся' })).toBeVisible()
  expect(await findingsOn(tab)).toEqual([])
})

test('a storage that a newer tab has taken, and a place that can’t be opened any more, are for everybody', async ({
  page,
}) => {
  const teacher = await openLesson(page)
  await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open('temporary-journal', 9_999).onsuccess = () => done(null)
      }),
  )
  await teacher.pupilRow(2).click()
  await expect(page.getByRole('button', { name: /^Запись остановлена/ })).toBeVisible()
  // What lies over the list goes by Esc, wherever the focus is.
  const understood = page.getByRole('button', { name: 'Понятно' })
  await expect(understood).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(understood).toBeHidden()
  expect(await findingsOn(page)).toEqual([])
  await page.getByRole('link', { name: 'Сегодня' }).first().click()
  await expect(page.getByRole('heading', { name: 'Здесь это уже не открыть' })).toBeVisible()
  expect(await findingsOn(page)).toEqual([])
})

test('a screen that failed is for everybody', async ({ page }) => {
  await openLesson(page)
  await page.evaluate(() => {
    const fail = () => {
      throw new DOMException('the disk answers nothing', 'UnknownError')
    }
    const reads = {
      get: fail,
      getAll: fail,
      getAllKeys: fail,
      openCursor: fail,
      openKeyCursor: fail,
      count: fail,
    }
    // At once: whatever the frame reads anew by itself fails too, and takes the links with it.
    const queue = [...document.querySelectorAll('a')].find((link) => link.textContent?.includes('Очередь'))
    for (const place of [IDBObjectStore, IDBIndex]) Object.assign(place.prototype, reads)
    queue?.click()
  })
  await expect(page.getByText('Экран не показался')).toBeVisible()
  expect(await findingsOn(page)).toEqual([])
})

test('a session that ended, and a new build that waits, are for everybody', async ({ page }) => {
  const teacher = await openLesson(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().clearCookies()
  await teacher.pupilRow(2).click()
  await expect(page.getByRole('button', { name: /Отправка ждёт входа/ })).toBeVisible()
  appendFileSync(join(build, 'app/sw.js'), '\n// A build later.\n')
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await page.getByRole('link', { name: 'Сегодня' }).click()
  await expect(page.getByText('Готова новая версия журнала')).toBeVisible()
  expect(await findingsOn(page)).toEqual([])
})

for (const view of ['Список', 'Сетка', 'Карточки']) {
  test(`a lesson that has not begun is for everybody, ${view}`, async ({ page }) => {
    await openLesson(page)
    await page.getByRole('button', { name: view }).click()
    await page.goto(`${hub.url}/today`)
    const ahead = page.getByRole('link', { name: /^Тема и задание/ })
    const next = page.getByRole('button', { name: 'День позже' })
    await next.click()
    await expect(async () => {
      if ((await ahead.count()) === 0) await next.click()
      await expect(ahead.first()).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await ahead.first().click()
    await expect(page.getByText(/^Урок начнётся .*в \d\d:\d\d$/)).toBeVisible()
    expect(await findingsOn(page)).toEqual([])
  })
}

test('a column about to be pasted is for everybody', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openLesson(page)
  await page.getByRole('button', { name: 'Сетка' }).click()
  await page.locator('[data-at]:focus').press('ArrowRight')
  await page.evaluate(() => navigator.clipboard.writeText('5\r\n4\r\n\r\n2\r\n'))
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('region', { name: 'Вставка столбца' })).toBeVisible()
  expect(await findingsOn(page)).toEqual([])
})
