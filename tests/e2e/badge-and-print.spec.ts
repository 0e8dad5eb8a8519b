// What the journal hands to the system: the number on its icon, and the deputy's summary on paper.
import { expect, type Page } from '@playwright/test'
import { lessonsOn, pupilsOf } from '../../src/domain/lesson.ts'
import { createHubProcess } from './hub-process.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { createTurnedHub } from './turned-hub.ts'
import { createWireTablet } from './wire-tablet.ts'

/** Headless browsers have no icon to write on: what the journal asks for is noted instead. */
const noteBadges = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const note = (count: number): Promise<void> => {
      Object.assign(window, { badge: count })
      return Promise.resolve()
    }
    Object.assign(navigator, { setAppBadge: note, clearAppBadge: () => note(0) })
  })
}
const badge = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'badge'))

test('the icon bears what waits on this tablet, and nothing once all is sent', async ({ page }) => {
  const hub = await createHubProcess()
  try {
    await hub.start()
    await noteBadges(page)
    const teacher = personAt(page, hub)
    await page.goto(hub.url)
    await teacher.signIn('ryabinina')
    await teacher.openFirstLesson()
    await expect.poll(() => badge(page)).toBe(0)
    await hub.kill()
    await teacher.pupilRow(1).click()
    await teacher.pupilRow(2).click()
    await expect.poll(() => badge(page)).toBe(2)
    await hub.start()
    await expect.poll(() => badge(page), { timeout: 90_000 }).toBe(0)
  } finally {
    await hub.close()
  }
})

test('on paper the summary stands alone, whole and in words, on A4', async ({ page }) => {
  const now = '2026-11-24T08:00:00.000Z'
  const turned = await createTurnedHub('2026-11-24T00:40:00.000Z')
  try {
    await turned.ais.standIn.down()
    await turned.look('2026-11-24T00:50:00.000Z')
    await turned.look(now)
    const begun = lessonsOn(turned.school, '2026-11-24').find((one) => one.begins < now)
    if (!begun) throw new Error('no lesson has begun on this day')
    const [pupil = ''] = pupilsOf(turned.school, begun)
    const tablet = await createWireTablet(turned, begun.teacher)
    tablet.record({ kind: 'attendance', lesson: begun.id, pupil }, { code: 'absent' })
    await tablet.sync()

    await page.addInitScript(() =>
      Object.assign(window, { print: () => Object.assign(window, { asked: true }) }),
    )
    await page.goto(turned.url)
    await personAt(page, turned).signIn('zavyalova')
    const button = page.getByRole('button', { name: /^Сводка на/ })
    const paper = page.locator('article', { hasText: 'Не перенесено' })
    await expect(paper).toBeHidden()
    const all = page.getByRole('button', { name: /^Все \d+$/ })
    const teachers = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0])
    expect(teachers).toBeGreaterThan(20)
    await button.click()
    expect(await page.evaluate(() => Reflect.get(window, 'asked'))).toBe(true)

    await page.emulateMedia({ media: 'print' })
    await expect(paper).toBeVisible()
    await expect(button).toBeHidden()
    await expect(page.getByRole('navigation')).toBeHidden()
    // Every teacher of the board, and not the part that the screen shows first.
    await expect(paper.locator('table').first().locator('tbody tr')).toHaveCount(teachers)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    // Millimetres of A4 in points, as the file says them.
    expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[0 0 59[45]\S* 84[12]\S*\]/)

    // Another screen says on paper what it comes from; the summary has said so itself.
    const from = page.getByText(/^Временный журнал, .+, вт 24\.11 \d\d:\d\d$/)
    await expect(from).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: 'Сбои' }).click()
    await expect(page.getByRole('heading', { name: /^Сбои АИС СРО/ })).toBeVisible()
    await expect(from).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    await expect(from).toBeVisible()
  } finally {
    await turned.close()
  }
})
