// The day of an outage in a real browser: АИС and the hub go away, the browser is killed, everything comes back once.
import { expect, type Page } from '@playwright/test'
import { createBrowserProcess } from './browser-process.ts'
import { createHubProcess } from './hub-process.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

test('five taps survive a killed hub and a killed browser, a second tablet a cut network, and all end in АИС', async ({
  browser,
}) => {
  const hub = await createHubProcess()
  const tablet = createBrowserProcess()
  try {
    await hub.start()
    let page = await tablet.open()
    let teacher = personAt(page, hub)
    await page.goto(hub.url)
    await teacher.signIn('ryabinina')
    await tablet.quit()
    page = await tablet.open()
    teacher = personAt(page, hub)
    const { lesson, path } = await teacher.openFirstLesson()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

    const second = await (await browser.newContext()).newPage()
    const colleague = personAt(second, hub)
    await second.goto(hub.url)
    await colleague.signIn('kim')
    await colleague.openFirstLesson()

    // АИС goes down and the hub is killed: recording goes on, and on the second tablet the network is gone as well.
    await hub.outage(true)
    await expect(page.getByText('недоступна', { exact: false })).toBeVisible({ timeout: 15_000 })
    await hub.kill()
    await second.context().setOffline(true)
    await colleague.pupilRow(1).click()
    await expect(colleague.pupilRow(1)).toHaveAccessibleName(/: Н, на планшете$/)
    for (const no of [2, 5, 9]) {
      await teacher.pupilRow(no).click()
      await expect(teacher.pupilRow(no)).toHaveAccessibleName(/: Н, на планшете$/)
    }
    await page.locator('[data-cell="3:1"]').click()
    await page
      .getByRole('group', { name: /ответ на уроке/ })
      .getByRole('button', { name: '4', exact: true })
      .click()
    await page.getByRole('button', { name: 'не задано' }).click()
    await page.getByRole('button', { name: 'Урок отмечен' }).click()
    await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
    await expect(page.getByText(/^сохранено на планшете: Урок отмечен/)).toBeVisible()

    // The browser is killed. It starts with no hub, straight on the lesson, and everything is there.
    await tablet.kill()
    page = await tablet.open()
    teacher = personAt(page, hub)
    await page.goto(`${hub.url}${path}`)
    for (const no of [2, 5, 9]) {
      await expect(teacher.pupilRow(no)).toHaveAccessibleName(/: Н, на планшете$/)
    }
    await expect(page.locator('[data-cell="3:1"]')).toHaveText('4')
    await page.getByRole('link', { name: /Не отправлено: \d+/ }).click()
    await expect(page.getByText(/Счёт сошёлся/)).toBeVisible()

    // The hub comes back and takes everything without a person's help.
    await hub.start()
    await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 60_000 })

    await expect(colleague.pupilRow(1)).toHaveAccessibleName(/: Н, на планшете$/)
    await second.context().setOffline(false)
    await expect(colleague.pupilRow(1)).toHaveAccessibleName(/: Н, на сервере школы$/, { timeout: 60_000 })

    // АИС comes back; somebody has written another value there meanwhile.
    const slot = await page.evaluate(async () => {
      const response = await fetch('/api/pull?since=0')
      const { cells } = (await response.json()) as {
        cells: { key: string; value: { code?: string } | null }[]
      }
      return cells.find((cell) => cell.value?.code === 'absent')?.key ?? ''
    })
    expect(slot).toContain(lesson)
    // While АИС is away «Перенос» says so, and leaves the button to the person.
    await hub.outage(true)
    await page.goto(`${hub.url}/transfer`)
    const away = page.getByText(/^АИС СРО сейчас не отвечает серверу школы/)
    await expect(away).toBeVisible({ timeout: 45_000 })
    await expect(page.getByRole('button', { name: 'Открыть сессию АИС СРО' })).toBeEnabled()
    await hub.outage(false)
    await hub.editInAis(lesson, slot, 'ОП 10')
    await expect(away).toBeHidden({ timeout: 45_000 })
    const transfer = async (from: Page): Promise<void> => {
      await from.getByRole('button', { name: 'Открыть сессию АИС СРО' }).click()
      await from.getByRole('button', { name: 'Открыть сессию' }).click()
      await expect(from).toHaveURL(/\/transfer$/)
      await expect(from.getByText('Переносить нечего')).toBeVisible({ timeout: 30_000 })
    }
    await transfer(page)

    // The clash is shown with both values, and the person keeps the own one.
    await page.getByRole('link', { name: /Расхождения/ }).click()
    await expect(page.getByText('Сейчас в АИС СРО')).toBeVisible()
    await expect(page.getByText('ОП 10 мин').first()).toBeVisible()
    // The pupil's day says beside it what АИС was last verified to hold.
    const day = page.getByRole('table', { name: /Весь день ученика/ })
    await expect(day.getByRole('row', { name: /^АИС СРО по последней сверке/ })).toBeVisible()
    await page.getByRole('button', { name: /Оставить «Н»/ }).click()
    await expect(page.getByRole('heading', { name: /Выбрано: Н/ })).toBeVisible()
    await expect(page.getByText('Расхождений нет')).toBeVisible({ timeout: 30_000 })
    await page.goto(`${hub.url}/transfer`)
    await transfer(page)
    await second.goto(`${hub.url}/transfer`)
    await transfer(second)
    await page.goto(`${hub.url}${path}`)
    await expect(teacher.pupilRow(2)).toHaveAccessibleName(/: Н, в АИС СРО$/)

    // The deputy's board is empty, with the term's proof beside it.
    const deputy = await browser.newPage()
    await deputy.goto(hub.url)
    await personAt(deputy, hub).signIn('zavyalova')
    await expect(deputy.getByRole('heading', { name: 'Сводка' })).toBeVisible()
    await expect(deputy.getByText(/Не перенесено/).first()).toBeVisible()
    await expect(deputy.locator('dd').first()).toHaveText(/^0 из \d+$/)
    // Access came back on Tuesday: two working days end on Thursday, and nothing was late.
    await deputy.goto(`${hub.url}/outages`)
    await expect(deputy.getByText('Перенести до, п. 3.2').first()).toBeVisible({ timeout: 45_000 })
    await expect(deputy.getByText(/чт 26\.11/).first()).toBeVisible({ timeout: 45_000 })
  } finally {
    await tablet.close()
    await hub.close()
  }
})
