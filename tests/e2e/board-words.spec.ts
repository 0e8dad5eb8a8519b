// What the board says beside its numbers: the alarm of a term's last week, the school's own calendar, a term that was moved.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { personAt } from './person.ts'
import { createTurnedHub, type TurnedHub } from './turned-hub.ts'

const at = (date: string, time: string): string => new Date(`${date}T${time}:00+07:00`).toISOString()

const openAs = async (browser: Browser, turned: TurnedHub, login: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(turned.url)
  await personAt(page, turned).signIn(login)
  return page
}

test('an outage in the last week of a term stands above the board and above a teacher’s day', async ({
  browser,
}) => {
  const turned = await createTurnedHub(at('2026-12-28', '07:40'))
  try {
    const desk = await openAs(browser, turned, 'zavyalova')
    await expect(desk.getByRole('heading', { name: /^Сводка на/ })).toBeVisible()
    const alarm = 'Последняя неделя периода идёт без АИС СРО'
    await expect(desk.getByText(alarm)).toBeHidden()
    await turned.ais.standIn.down()
    await turned.look(at('2026-12-28', '07:52'))
    const teacher = await openAs(browser, turned, 'ryabinina')
    for (const [page, classes] of [
      [desk, /30 классов/],
      [teacher, /7А/],
    ] as const) {
      const panel = page.locator('section', { has: page.getByRole('heading', { name: alarm }) })
      await expect(panel).toContainText('2 четверть', { timeout: 30_000 })
      await expect(panel).toContainText('до вт 29.12 24:00 (п. 2.6)')
      await expect(panel).toContainText(classes)
    }
    await teacher.context().setOffline(true)
    await teacher.reload()
    await expect(teacher.getByRole('heading', { name: alarm })).toBeVisible()
  } finally {
    await turned.close()
  }
})
