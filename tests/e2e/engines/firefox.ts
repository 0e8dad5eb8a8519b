// Firefox ESR over WebDriver BiDi, on a profile that outlives its process.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, connect } from 'puppeteer-core'
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

/** The address that the browser prints when it listens. */
const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('Firefox did not start')), 30_000)
    child.stderr?.on('data', (text) => {
      const [, address] = /listening on (ws:\S+)/.exec(String(text)) ?? []
      if (!address) return
      clearTimeout(patience)
      resolve(`${address}/session`)
    })
  })

export const createFirefox = (): Engine => {
  const profile = mkdtempSync(join(tmpdir(), 'journal-firefox-'))
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join(''))
  let child: ChildProcess | null = null
  let browser: Browser | null = null

  const ended = async (end: (running: ChildProcess) => unknown): Promise<void> => {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise((resolve) => ending.once('exit', resolve))
    await end(ending)
    await gone
  }
  const kill = (): Promise<void> => ended((running) => running.pid && process.kill(-running.pid, 'SIGKILL'))
  return {
    name: 'Firefox',
    missing: binary ? null : 'apt-get install firefox-esr',
    open: async () => {
      const args = [
        '--headless',
        '--no-remote',
        '--profile',
        profile,
        '--remote-debugging-port',
        '0',
        'about:blank',
      ]
      child = spawn(binary ?? '', args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
      const browserWSEndpoint = await listening(child)
      browser = await connect({ browserWSEndpoint, protocol: 'webDriverBiDi' })
      const page = await browser.newPage()
      await page.setViewport({ width: 1280, height: 800 })
      return {
        evaluate: (expression) => page.evaluate(expression) as never,
        goto: async (url) => {
          await page.goto(url)
        },
      }
    },
    quit: () => ended(() => browser?.close()),
    kill,
    close: async () => {
      await kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
