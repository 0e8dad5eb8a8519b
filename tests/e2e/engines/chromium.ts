// Chromium through the process the other stories use.
import type { Page } from '@playwright/test'
import { createBrowserProcess } from '../browser-process.ts'
import type { Engine } from './engine.ts'

export const createChromium = (): Engine => {
  const browser = createBrowserProcess(undefined, 'real')
  return {
    name: 'Chromium',
    missing: null,
    open: async () => {
      const page: Page = await browser.open()
      return {
        evaluate: (expression) => page.evaluate(expression),
        goto: async (url) => {
          await page.goto(url)
        },
      }
    },
    quit: browser.quit,
    kill: browser.kill,
    close: browser.close,
  }
}
