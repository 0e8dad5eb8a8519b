// «Урок не из списка»: what is typed there outlives a kill and another screen, and is done once it is recorded.
import { expect } from '@playwright/test'
import { createBrowserProcess } from './browser-process.ts'
import { createHubProcess } from './hub-process.ts'
import { readLog, readTable } from './lesson-rig.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

test('a lesson typed by name stands there after a kill, and no draft of it is left once it is recorded', async () => {
  const hub = await createHubProcess()
  const tablet = createBrowserProcess()
  try {
    await hub.start()
    let page = await tablet.open()
    await page.goto(hub.url)
    await personAt(page, hub).signIn('kim')
    await page.goto(`${hub.url}/provisional`)
    const drafts = () => readTable<{ key: string }>(page, 'draft')
    await page.getByLabel('Класс или группа').fill('11В')
    await page.getByLabel('Номер урока').fill('1')
    await page.getByLabel('Тема').fill('Повторение')
    await page.getByLabel(/^Кого не было/).fill('Иванов Пётр')
    await expect.poll(async () => (await drafts()).length).toBe(1)
    // Another screen, and a kill.
    await page.getByRole('link', { name: 'Очередь' }).click()
    await expect(page.getByRole('heading', { name: 'Очередь' })).toBeVisible()
    await page.goBack()
    await expect(page.getByLabel('Тема')).toHaveValue('Повторение')
    await expect.poll(async () => JSON.stringify(await drafts())).toMatch(/Иванов Пётр/)
    await tablet.kill()

    page = await tablet.open()
    await page.goto(`${hub.url}/provisional`)
    await expect(page.getByLabel('Класс или группа')).toHaveValue('11В')
    await expect(page.getByLabel('Номер урока')).toHaveValue('1')
    await expect(page.getByLabel(/^Кого не было/)).toHaveValue('Иванов Пётр')
    await page.getByRole('button', { name: 'Записать' }).click()
    await expect(page.getByText('сохранено на планшете: 11В, 1-й урок')).toBeVisible()
    await expect(page.getByLabel('Тема')).toHaveValue('')
    await expect.poll(async () => (await drafts()).length).toBe(0)

    // The same topic once more: the screen has not shown what stands there, and the entry does not say that it has.
    await page.getByLabel('Тема').fill('Повторение пройденного')
    await page.getByRole('button', { name: 'Записать' }).click()
    await expect.poll(async () => (await readLog(page)).length).toBe(3)
    expect((await readLog(page)).at(-1)).toMatchObject({ saw: null, follows: [] })
  } finally {
    await tablet.close()
    await hub.close()
  }
})
