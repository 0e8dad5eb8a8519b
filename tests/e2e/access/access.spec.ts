// Every screen for everybody: what a machine can judge of access, on each screen of the app.
import { expect, test } from '@playwright/test'
import { axeFindings } from './axe.ts'
import { type PlayedDay, playDay } from './played-day.ts'
import { screens } from './screens.ts'

let day: PlayedDay

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  day = await playDay(browser)
})
test.afterAll(() => day?.close())

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen in the ${colorScheme} theme`, async () => {
    test.setTimeout(300_000)
    const found: string[] = []
    for (const screen of screens) {
      const page = await day.open(screen)
      await page.emulateMedia({ colorScheme })
      found.push(...(await axeFindings(page)).map((line) => `${screen.name}: ${line}`))
    }
    expect(found).toEqual([])
  })
}
