// The tablet's memory under attack: IndexedDB wiped, then the way out by a file. What was called saved is all there.
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { createHubProcess } from './hub-process.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

const wipe = async (page: Page, url: string): Promise<void> => {
  const cdp = await page.context().newCDPSession(page)
  await page.goto('about:blank')
  await cdp.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'indexeddb' })
}

test('T10 a wiped IndexedDB is rebuilt from the second copy, and the deputy sees that it was', async ({
  page,
  hub,
  teacher,
}) => {
  const { path } = await teacher.openFirstLesson()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await hub.kill()
  for (const no of [1, 3, 5]) {
    await teacher.pupilRow(no).click()
    await expect(teacher.pupilRow(no)).toHaveAccessibleName(/: Н, на планшете$/)
  }
  // The copy follows the tap; a person does not wipe a tablet within the same half second.
  await page.waitForTimeout(500)
  await wipe(page, hub.url)
  await hub.start()
  await page.goto(hub.url)
  await teacher.signIn('ryabinina')
  await page.goto(`${hub.url}/outbox`)
  await expect(page.getByText('Из второй копии восстановлено: 3 записи.')).toBeVisible()
  await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 30_000 })
  await page.goto(`${hub.url}${path}`)
  for (const no of [1, 3, 5]) {
    await expect(teacher.pupilRow(no)).toHaveAccessibleName(/: Н, на сервере школы$/)
  }
  const deputy = await page.context().browser()?.newContext({ locale: 'ru-RU' })
  const board = await deputy?.newPage()
  if (!board) throw new Error('no second browser')
  await board.goto(hub.url)
  await personAt(board, hub).signIn('zavyalova')
  await board.goto(`${hub.url}/board`)
  const told = board.getByText(/повреждено, восстановлено: 3 записи/)
  await expect(told).toBeVisible({ timeout: 30_000 })
  // A second tap of a double one finds the row in its place, and nothing to press in it.
  await board.getByRole('button', { name: /^Разобрано/ }).dblclick()
  const row = board.getByRole('row').filter({ has: told })
  await expect(row).toContainText('Больше не ждёт разбора.')
  await expect(row.getByRole('button')).toHaveCount(0)
  await board.reload()
  await expect(board.getByRole('heading', { name: /^Сводка на/ })).toBeVisible()
  await expect(told).toBeHidden()
  await deputy?.close()
})

test('T12 nobody leaves with unsent entries unless they are in a file, and another tablet sends the file', async ({
  page,
  browser,
  hub,
  teacher,
}) => {
  const { path } = await teacher.openFirstLesson()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await hub.kill()
  await teacher.pupilRow(2).click()
  await expect(teacher.pupilRow(2)).toHaveAccessibleName(/: Н, на планшете$/)
  await page.goto(`${hub.url}/sign-in`)
  await page.getByRole('button', { name: 'Выйти' }).click()
  await expect(page.getByText('Выйти просто так нельзя: здесь 1 запись')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Выгрузить в файл и выйти' }).click()
  const file = await (await download).path()
  await expect(page.getByLabel('Пароль временного журнала')).toBeVisible()

  await hub.start()
  const other = await browser.newContext({ locale: 'ru-RU' })
  const tablet = await other.newPage()
  const again = personAt(tablet, hub)
  await tablet.goto(hub.url)
  await again.signIn('ryabinina')
  await tablet.goto(`${hub.url}/outbox`)
  const spoiled = readFileSync(file, 'utf8').replace('"absent"', '"exempt"')
  const picker = tablet.getByLabel('Файл с неотправленными записями')
  const told = (words: RegExp) => tablet.getByRole('paragraph').filter({ hasText: words })
  await picker.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(spoiled) })
  await expect(told(/Файл повреждён или изменён \(1 запись\)/)).toBeVisible()
  await picker.setInputFiles(file)
  await expect(told(/Из файла добавлено: 1 запись/)).toBeVisible()
  await picker.setInputFiles(file)
  await expect(told(/Уже были на этом планшете: 1 запись/)).toBeVisible()
  await tablet.goto(`${hub.url}${path}`)
  await expect(again.pupilRow(2)).toHaveAccessibleName(/: Н, на сервере школы$/, { timeout: 30_000 })
  await other.close()
})

test('T12 who leaves without a file types that the entries stay, and they do', async ({
  page,
  hub,
  teacher,
}) => {
  const { path } = await teacher.openFirstLesson()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await hub.kill()
  await teacher.pupilRow(2).click()
  await expect(teacher.pupilRow(2)).toHaveAccessibleName(/: Н, на планшете$/)
  await page.goto(`${hub.url}/sign-in`)
  await page.getByRole('button', { name: 'Выйти' }).click()
  const phrase = page.getByLabel('Или напишите «записи останутся»')
  const leave = page.getByRole('button', { name: 'Выйти без файла' })
  await expect(leave).toHaveCount(0)
  for (const wrong of ['останутся', 'записи останутся.', 'да']) {
    await phrase.fill(wrong)
    await phrase.press('Enter')
    await expect(leave).toHaveCount(0)
  }
  await page.goto(`${hub.url}${path}`)
  await expect(teacher.pupilRow(2)).toHaveAccessibleName(/: Н, на планшете$/)
  await page.goto(`${hub.url}/sign-in`)
  await page.getByRole('button', { name: 'Выйти' }).click()
  await phrase.fill('Записи останутся')
  await leave.click()
  await expect(page.getByLabel('Пароль временного журнала')).toBeVisible()

  await hub.start()
  await teacher.signIn('ryabinina')
  await page.goto(`${hub.url}${path}`)
  await expect(teacher.pupilRow(2)).toHaveAccessibleName(/: Н, на сервере школы$/, { timeout: 30_000 })
})

test('the browser is asked never to clear the journal, and each of its answers is said in «Очередь»', async ({
  browser,
}) => {
  const hub = await createHubProcess()
  try {
    await hub.start()
    const answers = [
      { answer: true, words: 'Браузер обещал не стирать журнал сам' },
      { answer: false, words: 'Браузер не обещал хранить журнал' },
      { answer: null, words: 'Этот браузер не говорит, сотрёт ли он журнал' },
    ]
    for (const { answer, words } of answers) {
      const context = await browser.newContext({ locale: 'ru-RU' })
      // What it says afterwards it says only to whoever has asked.
      await context.addInitScript((said) => {
        if (said === null) {
          Object.assign(StorageManager.prototype, { persist: undefined, persisted: undefined })
          return
        }
        const isAsked = () => sessionStorage.getItem('asked') !== null
        StorageManager.prototype.persist = async () => {
          sessionStorage.setItem('asked', 'yes')
          return said
        }
        StorageManager.prototype.persisted = async () => (isAsked() ? said : !said)
      }, answer)
      const page = await context.newPage()
      await page.goto(hub.url)
      await personAt(page, hub).signIn('ryabinina')
      await page.goto(`${hub.url}/outbox`)
      await expect(page.getByText(words)).toBeVisible()
      await context.close()
    }
  } finally {
    await hub.close()
  }
})

/** As if a part of the disk had gone: one row of the log, under the open journal. */
const loseRow = (page: Page, seq: number): Promise<void> =>
  page.evaluate(
    (gone) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('temporary-journal')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const trx = request.result.transaction('log', 'readwrite')
          const cursor = trx.objectStore('log').openCursor()
          cursor.onsuccess = () => {
            if (cursor.result?.value.seq === gone) cursor.result.delete()
            cursor.result?.continue()
          }
          trx.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
    seq,
  )

test('a number that is missing is named, and «завуч извещён» only once the deputy can see it', async ({
  page,
  browser,
  hub,
  teacher,
}) => {
  await teacher.openFirstLesson()
  await page.context().route('**/api/push', (route) => route.abort())
  for (const no of [1, 3, 5]) {
    await teacher.pupilRow(no).click()
    await expect(teacher.pupilRow(no)).toHaveAccessibleName(/: Н, на планшете$/)
  }
  await loseRow(page, 2)
  await page.getByRole('link', { name: 'Очередь' }).click()
  const said = page.getByLabel('Записи по состояниям').getByText('Записано 3, на планшете 2. Пропущены № 2')
  await expect(said).toContainText('Завуч узнает о них, как только ответит сервер школы')
  await expect(page.getByText('завуч извещён')).toHaveCount(0)

  await page.context().unroute('**/api/push')
  await page.getByRole('button', { name: 'Проверить связь и отправить' }).click()
  await expect(said).toContainText('Пропущены № 2, завуч извещён', { timeout: 30_000 })
  const board = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
  await board.goto(hub.url)
  await personAt(board, hub).signIn('zavyalova')
  await board.goto(`${hub.url}/board`)
  await expect(board.getByText('пропущены № 2, попросите открыть журнал заново')).toBeVisible()
  await board.context().close()
})

/** Two entries that no hub has heard of, and what then befalls the storage under the open page. */
const storageFails = async (
  page: Page,
  befall: () => Promise<void> | void,
  look: () => Promise<void>,
  key: string,
) => {
  const hub = await createHubProcess()
  try {
    await hub.start()
    const teacher = personAt(page, hub)
    await page.goto(hub.url)
    await teacher.signIn('ryabinina')
    await teacher.openFirstLesson()
    await hub.kill()
    for (const no of [1, 3]) {
      await teacher.pupilRow(no).click()
      await expect(teacher.pupilRow(no)).toHaveAccessibleName(/: Н, на планшете$/)
    }
    // The copy follows the tap.
    await page.waitForTimeout(500)
    await page.evaluate(befall)
    await look()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: key }).click()
    const file = JSON.parse(readFileSync(await (await downloading).path(), 'utf8'))
    expect(file.entries).toHaveLength(2)
  } finally {
    await hub.close()
  }
}

test('a journal that a newer tab has closed gives the unsent away from the second copy', ({ page }) =>
  storageFails(
    page,
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('temporary-journal', 999)
        opening.onsuccess = () => resolve()
        opening.onerror = () => reject(opening.error)
      }),
    () => page.getByRole('button', { name: /^Запись остановлена/ }).click(),
    'Выгрузить неотправленное в файл',
  ))

test('a screen that can’t read the storage says what is safe and gives the unsent away', ({ page }) =>
  storageFails(
    page,
    () => {
      const broken = (): never => {
        throw new DOMException('broken', 'UnknownError')
      }
      for (const { prototype } of [IDBObjectStore, IDBIndex])
        Object.assign(prototype, { get: broken, getAll: broken, openCursor: broken, count: broken })
    },
    async () => {
      await page.getByRole('link', { name: /Не отправлено/ }).click()
      await expect(page.getByRole('heading', { name: 'Экран не показался' })).toBeVisible()
    },
    'Выгрузить в файл',
  ))
