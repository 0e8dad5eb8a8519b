// T19, a complaint from elsewhere (getodk#1398): a tablet is turned, or its browser killed, over an open conflict card.
import { expect, type Page, test } from '@playwright/test'
import { createBrowserProcess } from './browser-process.ts'
import { createHubProcess } from './hub-process.ts'
import { personAt } from './person.ts'

const turn = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 800, height: 1280 })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.setViewportSize({ width: 800, height: 1280 })
}

const undecided = async (page: Page): Promise<void> => {
  await expect(page.getByText('Сейчас в АИС СРО')).toBeVisible()
  await expect(page.getByRole('button', { name: /Оставить «Н»/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Оставить «ОП 10/ })).toBeVisible()
  await expect(page.getByText(/^Выбрано/)).toBeHidden()
}

test('T19 turning the tablet and killing the browser inside a conflict card decide nothing and forget no decision', async () => {
  const hub = await createHubProcess()
  const tablet = createBrowserProcess()
  try {
    await hub.start()
    let page = await tablet.open()
    await page.goto(hub.url)
    await personAt(page, hub).signIn('ryabinina')
    await tablet.quit()
    page = await tablet.open()
    const teacher = personAt(page, hub)
    const { lesson } = await teacher.openFirstLesson()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await teacher.pupilRow(2).click()
    await expect(teacher.pupilRow(2)).toHaveAccessibleName(/: Н, на сервере школы$/)
    const slot = await page.evaluate(async () => {
      const response = await fetch('/api/pull?since=0')
      const { cells } = (await response.json()) as {
        cells: { key: string; value: { code?: string } | null }[]
      }
      return cells.find((cell) => cell.value?.code === 'absent')?.key ?? ''
    })
    await hub.editInAis(lesson, slot, 'ОП 10')
    await page.goto(`${hub.url}/transfer`)
    await page.getByRole('button', { name: 'Открыть сессию АИС СРО' }).click()
    await page.getByRole('button', { name: 'Открыть сессию' }).click()
    await page.getByRole('link', { name: /Расхождения/ }).click()

    // Nobody has chosen: neither a turn nor a kill does it for them.
    await undecided(page)
    await turn(page)
    await undecided(page)
    await tablet.kill()
    page = await tablet.open()
    await page.goto(`${hub.url}/conflicts`)
    await undecided(page)

    // A choice made while the hub is away is as safe as any entry.
    await hub.kill()
    await page.getByRole('button', { name: /Оставить «Н»/ }).click()
    await expect(page.getByRole('heading', { name: /^Выбрано: Н/ })).toBeVisible()
    await turn(page)
    await expect(page.getByRole('heading', { name: /^Выбрано: Н/ })).toBeVisible()
    await tablet.kill()
    page = await tablet.open()
    await page.goto(`${hub.url}/conflicts`)
    await expect(page.getByRole('heading', { name: /^Выбрано: Н/ })).toBeVisible()
    await hub.start()
    await expect(page.getByText('Расхождений нет')).toBeVisible({ timeout: 60_000 })
    await page.goto(`${hub.url}/lesson/${encodeURIComponent(lesson)}`)
    await expect(personAt(page, hub).pupilRow(2)).toHaveAccessibleName(/: Н, на сервере школы$/)
  } finally {
    await tablet.close()
    await hub.close()
  }
})
