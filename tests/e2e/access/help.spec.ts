// The help inside: the first-run guide, «?», the keys, the theme of this tablet, and in words what the browser lacks.
import { expect, type Page } from '@playwright/test'
import { createHubProcess, type HubProcess } from '../hub-process.ts'
import { personAt } from '../person.ts'
import { test } from '../school-test.ts'

let hub: HubProcess

test.beforeAll(async () => {
  hub = await createHubProcess()
  await hub.start()
})
test.afterAll(() => hub?.close())

const guide = (page: Page) => page.getByRole('region', { name: 'Краткое руководство' })
const help = (page: Page) => page.getByRole('dialog', { name: 'Справка' })

test('the guide is shown once, can be opened again, and all of it works without the server', async ({
  page,
}) => {
  await page.goto(hub.url)
  await personAt(page, hub).signIn('ryabinina')
  await expect(guide(page).getByRole('heading', { name: /Как записать урок/ })).toBeVisible()
  await guide(page).getByRole('button', { name: 'Дальше' }).click()
  await expect(guide(page).getByText('внесено, не подтверждено')).toBeVisible()
  await guide(page).getByRole('button', { name: 'Понятно' }).click()
  await expect(guide(page)).toBeHidden()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  await hub.kill()
  await page.goto(`${hub.url}/outbox`)
  await expect(page.getByRole('heading', { name: 'Очередь' })).toBeVisible()
  await page.getByRole('button', { name: 'Справка' }).click()
  await expect(help(page).getByText('Всё, что вы записали на этом планшете')).toBeVisible()
  await help(page).getByRole('button', { name: 'Знаки' }).click()
  await expect(help(page).getByRole('term')).toHaveCount(17)
  await help(page).getByRole('button', { name: 'Начало' }).click()
  await expect(help(page).getByRole('heading', { name: /Как записать урок/ })).toBeVisible()
  await page.goto(`${hub.url}/today`)
  await expect(page.getByText('Где мои записи')).toBeVisible()
  await expect(guide(page)).toBeHidden()
  await hub.start()
})

test('«?» lists the keys and gives the focus back, Ctrl+L goes to the way out', async ({ page }) => {
  await page.goto(hub.url)
  await personAt(page, hub).signIn('kim')
  await page.getByRole('button', { name: 'День раньше' }).focus()
  await page.keyboard.press('?')
  await expect(help(page).getByText('к выходу с планшета')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'День раньше' })).toBeFocused()
  await page.keyboard.press('Control+l')
  await expect(page.getByText('На этом планшете работает')).toBeVisible()
})

test('a chosen theme overrides the system’s and stays on this tablet', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(hub.url)
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: 'Справка' }).click()
  await help(page).getByRole('button', { name: 'Планшет' }).click()
  await help(page).getByRole('button', { name: 'Тёмный' }).click()
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.reload()
  await expect(page.getByLabel('Имя для входа')).toBeVisible()
  expect(await ground()).toBe(dark)
  await page.getByRole('button', { name: 'Справка' }).click()
  await help(page).getByRole('button', { name: 'Планшет' }).click()
  await help(page).getByRole('button', { name: 'Как в системе' }).click()
  expect(await ground()).toBe(light)
})

test('what a browser lacks is said in words, and nothing untested is called good', async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'ru-RU', serviceWorkers: 'block' })).newPage()
  await page.addInitScript(() => {
    for (const name of ['getDirectory', 'persist', 'persisted', 'estimate']) {
      Object.defineProperty(StorageManager.prototype, name, { value: undefined })
    }
    Reflect.deleteProperty(window, 'onbeforeinstallprompt')
  })
  await page.goto(hub.url)
  await personAt(page, hub).signIn('ryabinina')
  await page.getByRole('button', { name: 'Справка' }).click()
  await help(page).getByRole('button', { name: 'Планшет' }).click()
  const ready = help(page).getByRole('list', { name: 'Готовность планшета' })
  for (const words of [
    /не проверено\s*Журнал ещё не готов открываться без сети/,
    /нет\s*Второй копии неотправленного нет/,
    /не проверено\s*Этот браузер не говорит, сотрёт ли он журнал/,
    /не проверено\s*Сколько места осталось, этот браузер не говорит/,
    /нет\s*Журнал открыт во вкладке, и сам установить его этот браузер не предложит/,
    /нет\s*В закрытом виде журнал ничего не отправляет/,
  ]) {
    await expect(ready.getByRole('listitem').filter({ hasText: words })).toBeVisible()
  }
  await expect(ready.locator('[data-verdict=yes]')).toHaveCount(0)
  await page.context().close()
})
