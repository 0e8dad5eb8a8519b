// Firefox ESR over WebDriver BiDi, on a profile that outlives its process.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, launch } from 'puppeteer-core'
import type { Engine } from './engine.ts'

const binary = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync)

/** Nothing leaves for a third party, and no question of the browser's own stands before the page. */
const preferences = {
  'app.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'captivedetect.canonicalURL': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'intl.accept_languages': 'ru-RU',
}

export const createFirefox = (): Engine => {
  const profile = mkdtempSync(join(tmpdir(), 'journal-firefox-'))
  let browser: Browser | null = null
  const kill = async (): Promise<void> => {
    const child = browser?.process()
    browser = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  return {
    name: 'Firefox',
    missing: binary ? null : 'apt-get install firefox-esr',
    open: async () => {
      browser = await launch({
        browser: 'firefox',
        executablePath: binary ?? '',
        userDataDir: profile,
        headless: true,
        extraPrefsFirefox: preferences,
      })
      const page = await browser.newPage()
      await page.setViewport({ width: 1280, height: 800 })
      return {
        evaluate: (expression) => page.evaluate(expression) as never,
        goto: async (url) => {
          await page.goto(url)
        },
      }
    },
    quit: async () => {
      await browser?.close()
      browser = null
    },
    kill,
    close: async () => {
      await kill()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
