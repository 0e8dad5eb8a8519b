// Walks every screen and takes its picture: `npx tsx tests/e2e/album.ts FOLDER [part of a name]`.
// Landscape, portrait and phone, in both themes; an index.html beside the pictures shows them together.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import config from '../../playwright.config.ts'
import { buildStale } from '../../src/commands/build.ts'
import { playDay } from './access/played-day.ts'
import { screens } from './access/screens.ts'

const sizes = { landscape: [1280, 800], portrait: [800, 1280], phone: [390, 844] } as const
const themes = ['light', 'dark'] as const

const [folder = '.cache/album', part = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
await buildStale()
const browser = await chromium.launch(config.use?.launchOptions)
const day = await playDay(browser)
const taken: string[] = []
for (const screen of screens.filter(({ name }) => name.includes(part))) {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await day.pages[screen.who].setViewportSize({ width, height })
    const page = await day.open(screen)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      const file = `${screen.name}-${size}-${colorScheme}.png`
      await page.screenshot({ path: join(folder, file) })
      taken.push(file)
    }
  }
}
const pictures = taken.map(
  (file) => `<figure><img src="${file}" alt=""><figcaption>${file}</figcaption></figure>`,
)
writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8">${pictures.join('\n')}`)
console.log(`${taken.length} pictures in ${folder}`)
await day.close()
await browser.close()
