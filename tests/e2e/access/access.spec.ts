// Every screen for everybody: what a machine can judge of access, on each screen of the app.
import { expect, type Page } from '@playwright/test'
import { test } from '../school-test.ts'
import { axeFindings } from './axe.ts'
import { lostInForcedColors } from './forced-colors.ts'
import { lostSideways, motions, smallTargets, walkByTab } from './measures.ts'
import { type PlayedDay, playDay } from './played-day.ts'
import { type Screen, screens } from './screens.ts'

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

/** One act over every screen; its findings under the screen's name. */
const overAll = async (
  look: (page: Page, screen: Screen) => Promise<readonly string[]>,
): Promise<string[]> => {
  const found: string[] = []
  for (const screen of screens) {
    const lines = await look(await day.open(screen), screen)
    found.push(...lines.map((line) => `${screen.name}: ${line}`))
  }
  return found
}

/** Every page at once; the size stays until the next word. */
const resize = async (width: number, height: number): Promise<void> => {
  for (const page of Object.values(day.pages)) await page.setViewportSize({ width, height })
}

test('every control is at least 48 px, 40 on the board of a desk, a register’s cell 50 × 44', async () => {
  test.setTimeout(300_000)
  expect(await overAll((page, { name }) => smallTargets(page, name.startsWith('board') ? 40 : 48))).toEqual(
    [],
  )
})

test('Tab reaches every control, and the focus is seen', async () => {
  test.setTimeout(300_000)
  expect(await overAll(async (page) => (await walkByTab(page)).faults)).toEqual([])
})

for (const [width, height, what] of [
  [320, 640, 'on 320 px'],
  [640, 400, 'at 200 % of a wide screen'],
  [507, 800, 'in a split screen'],
  [800, 1280, 'on a tablet held upright'],
] as const) {
  test(`nothing is lost or scrolls sideways ${what}`, async () => {
    test.setTimeout(300_000)
    await resize(width, height)
    const lost = await overAll(lostSideways)
    await resize(1280, 800)
    expect(lost).toEqual([])
  })
}

test('every screen has one polite region, and nothing else on it speaks by itself', async () => {
  test.setTimeout(300_000)
  const found = await overAll(async (page, { who }) => {
    const polite = await page.locator('[role=status], [role=log], output, [aria-live=polite]').count()
    return polite === (who === 'nobody' ? 0 : 1) ? [] : [`${polite} polite regions`]
  })
  expect(found).toEqual([])
})

test('nothing moves for whoever asked for no motion', async () => {
  for (const page of Object.values(day.pages)) await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await overAll(motions)).toEqual([])
})

test('with the system’s forced colours every sign and choice is told apart, and the focus is seen', async () => {
  test.setTimeout(600_000)
  const found = await overAll(async (page) => {
    const lost = await lostInForcedColors(page)
    return [...lost, ...(await walkByTab(page)).faults]
  })
  for (const page of Object.values(day.pages)) await page.emulateMedia({ forcedColors: 'none' })
  expect(found).toEqual([])
})
