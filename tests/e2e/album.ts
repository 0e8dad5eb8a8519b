// Walks every screen and takes its picture: `npx tsx tests/e2e/album.ts FOLDER [part of a name]`.
// Landscape, portrait and phone, in both themes; an index.html beside the pictures shows them together.
// Rarer states come after the screens; `states` or `lists` as the part takes them alone.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import config from '../../playwright.config.ts'
import { buildStale } from '../../src/commands/build.ts'
import { playDay } from './access/played-day.ts'
import { screens } from './access/screens.ts'
import { walkLists } from './album-lists.ts'
import { walkStates } from './album-states.ts'
import { onSchoolDay } from './school-clock.ts'

const sizes = { landscape: [1280, 800], portrait: [800, 1280], phone: [390, 844] } as const
const themes = ['light', 'dark'] as const

const [folder = '.cache/album', part = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
await buildStale()
const browser = onSchoolDay(await chromium.launch(config.use?.launchOptions))
const taken: string[] = []

/** `again` brings back what another size may have closed. */
const take = async (
  name: string,
  page: Page,
  again: () => Promise<unknown> = async () => {},
): Promise<void> => {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height })
    await again()
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      const file = `${name}-${size}-${colorScheme}.png`
      await page.screenshot({ path: join(folder, file) })
      taken.push(file)
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

const chosen = screens.filter(({ name }) => name.includes(part))
if (chosen.length > 0) {
  const day = await playDay(browser)
  for (const screen of chosen) await take(screen.name, day.pages[screen.who], () => day.open(screen))
  await day.close()
}
if (part === '' || part === 'states') await walkStates(browser, take)
if (part === '' || part === 'lists') await walkLists(browser, take)
const pictures = taken.map(
  (file) => `<figure><img src="${file}" alt=""><figcaption>${file}</figcaption></figure>`,
)
writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8">${pictures.join('\n')}`)
console.log(`${taken.length} pictures in ${folder}`)
await browser.close()
