// A real Chromium with a profile on the disk, that can be killed in the middle and started again on the same profile.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumMissing, findChromium } from '../../src/commands/chromium.ts'
import { clockScript } from './school-clock.ts'

const binary = findChromium()
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--lang=ru-RU',
  '--window-size=1280,800',
  '--remote-debugging-port=0',
]

const debugAddress = async (profile: string): Promise<string> => {
  const file = join(profile, 'DevToolsActivePort')
  for (let tries = 0; tries < 200; tries += 1) {
    const [port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (port) return `http://127.0.0.1:${port}`
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the browser did not start')
}

/** What may lie in a profile whose browser did not end by itself. */
const forgetOldLife = (profile: string): void => {
  for (const name of ['DevToolsActivePort', 'SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
    rmSync(join(profile, name), { force: true })
  }
}

/**
 * `given` is a profile that somebody else keeps; without it the browser has one of its own, removed at the end. With the
 * `real` clock its pages have the hours of today and not of the stories' school day.
 */
export const createBrowserProcess = (given?: string, clock?: 'real') => {
  if (!binary) throw new Error(chromiumMissing)
  const profile = given ?? mkdtempSync(join(tmpdir(), 'journal-profile-'))
  let child: ChildProcess | null = null
  let browser: Browser | null = null

  const open = async (): Promise<Page> => {
    forgetOldLife(profile)
    child = spawn(binary, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: 'ignore',
      detached: true,
    })
    browser = await chromium.connectOverCDP(await debugAddress(profile))
    const [context] = browser.contexts()
    if (!context) throw new Error('the browser has no context')
    if (clock !== 'real') await context.addInitScript(clockScript)
    const page = context.pages()[0] ?? (await context.newPage())
    await page.setViewportSize({ width: 1280, height: 800 })
    return page
  }
  /** Kills every process of it at once. */
  const kill = async (): Promise<void> => {
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    process.kill(-child.pid, 'SIGKILL')
    await ended
    await browser?.close().catch(() => undefined)
  }
  /** Stops every process of it where it stands. */
  const freeze = (): void => {
    if (child?.pid) process.kill(-child.pid, 'SIGSTOP')
  }
  /** Ends it as a person does; the browser writes its cookies to the disk. */
  const quit = async (): Promise<void> => {
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    const session = await browser?.newBrowserCDPSession()
    await session?.send('Browser.close').catch(() => undefined)
    await ended
  }
  return {
    open,
    quit,
    kill,
    freeze,
    browser: (): Browser | null => browser,
    pid: (): number | undefined => child?.pid,
    close: async (): Promise<void> => {
      await kill()
      if (given === undefined) rmSync(profile, { recursive: true, force: true })
    },
  }
}
