// A teacher's tablet in a real browser: taps, and what the screen said of each. «Saved» is what the screen called so.
import type { Page } from '@playwright/test'
import type { LogRow } from '../../../src/store/database.ts'
import { createBrowserProcess } from '../../e2e/browser-process.ts'
import { personAt } from '../../e2e/person.ts'
import { watch } from './finding.ts'
import { countDrafts, countUnsent, missingOf, readLog } from './kept.ts'
import { endGroup, onLeave } from './leftovers.ts'
import { expect } from './patient.ts'
import { type PreparedSchool, teacher } from './prepared-school.ts'
import { openWithout } from './switched-off.ts'

const keys = ['j', 'd', 'y'] as const
const words: Record<string, string> = { absent: 'Н', late: 'ОП 5 мин', exempt: 'ОСВ' }

/** Hears every «сохранено на планшете: …» and «… не сохранено …» at the moment it comes on the screen. */
const listen = async (page: Page, hear: (sentence: string) => void): Promise<void> => {
  await page.exposeFunction('heardByTest', hear)
  await page.addInitScript(() => {
    let last = ''
    // No function in here may have a name: the loader of these files would refer to a helper that no page has.
    new MutationObserver(() => {
      const said = [...document.querySelectorAll('small, p, div')]
        .filter((one) => one.children.length === 0)
        .map((one) => one.textContent ?? '')
        .filter((text) => /^сохранено на планшете: |не сохранено/i.test(text))
        .join('\n')
      if (said !== last && said !== '')
        (window as unknown as { heardByTest(s: string): void }).heardByTest(said)
      last = said
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
}

interface TabletOptions {
  /** With whom of the class the round of taps begins. */
  firstRow: number
  /** The defence that its pages do without. */
  without: string | null
}

export const createTablet = (
  school: PreparedSchool,
  profile: string,
  { firstRow, without }: TabletOptions,
) => {
  const process = createBrowserProcess(profile)
  /** «Имя: Н», in the order of the screen's words. */
  const acknowledged: string[] = []
  const refusals: string[] = []
  let taps = firstRow

  const hear = (sentences: string): void => {
    for (const sentence of sentences.split('\n')) {
      const saved = /^сохранено на планшете: (.+)$/.exec(sentence)?.[1]
      if (saved === undefined) refusals.push(sentence)
      else if (saved !== acknowledged.at(-1)) acknowledged.push(saved)
    }
  }
  const show = async (page: Page): Promise<Page> => {
    page.setDefaultTimeout(20_000)
    await listen(page, hear)
    await page.goto(school.url + school.path)
    await expect(page.locator('[data-cell="0:0"]')).toBeVisible({ timeout: 20_000 })
    return page
  }
  /** After a reload: the lesson, or the sign-in page where the browser has thrown its memory away. */
  const comeBack = async (page: Page): Promise<void> => {
    const row = page.locator('[data-cell="0:0"]')
    const form = page.getByLabel('Имя для входа')
    await expect(row.or(form).first()).toBeVisible({ timeout: 20_000 })
    if (await row.isVisible()) return
    await personAt(page, school).signIn(teacher)
    await page.goto(school.url + school.path)
    await expect(row).toBeVisible({ timeout: 20_000 })
  }
  const startBrowser = async (): Promise<Page> => {
    const page = await process.open()
    const pid = process.pid()
    onLeave(() => endGroup(pid))
    await openWithout(page.context(), without)
    return page
  }
  /** Opens the lesson; the first time and after a death alike. */
  const open = async (): Promise<Page> => show(await startBrowser())
  /** Starts the browser and goes to the lesson, whatever is shown there. */
  const start = async (): Promise<Page> => {
    const page = await startBrowser()
    page.setDefaultTimeout(20_000)
    await page.goto(school.url + school.path)
    return page
  }
  /** An empty page of the app's origin: what the storage holds before the app has opened it. */
  const rest = async (page: Page): Promise<Page> => {
    const debug = await page.context().newCDPSession(page)
    await debug.send('Network.enable')
    await debug.send('Network.setBypassServiceWorker', { bypass: true })
    const address = `${school.url}/at-rest`
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
    await page.goto(address)
    return page
  }
  /** Starts the browser on such a page. */
  const openAtRest = async (): Promise<Page> => rest(await startBrowser())
  /** The same in the browser that runs. */
  const restBeside = async (beside: Page): Promise<Page> => rest(await beside.context().newPage())
  const openTab = async (beside: Page): Promise<Page> => show(await beside.context().newPage())
  /** The next tap of an endless round through the class: first a name is tapped, later a key is pressed on it. */
  const tap = async (page: Page): Promise<void> => {
    const row = taps % school.pupils.size
    const round = Math.floor(taps / school.pupils.size)
    taps += 1
    const cell = page.locator(`[data-cell="${row}:0"]`)
    if (round === 0) await cell.click()
    else await cell.press(keys[(round - 1) % keys.length] as string)
  }
  /** Taps and waits for the screen's word. */
  const tapAndHear = async (page: Page): Promise<void> => {
    const before = acknowledged.length
    await tap(page)
    await expect.poll(() => acknowledged.length, { timeout: 10_000, intervals: [5] }).toBeGreaterThan(before)
  }
  const sayOf = ({ entry }: LogRow): string => {
    if (entry.value && entry.cell.kind === 'topic' && 'text' in entry.value)
      return `Тема урока: ${entry.value.text}`
    const pupil = 'pupil' in entry.cell ? (school.pupils.get(entry.cell.pupil) ?? '') : ''
    const value = entry.value && 'code' in entry.value ? (words[entry.value.code] ?? '') : ''
    return `${pupil}: ${value}`
  }
  return {
    ...{
      profile,
      open,
      start,
      openAtRest,
      restBeside,
      openTab,
      comeBack,
      tap,
      tapAndHear,
      acknowledged,
      refusals,
    },
    ...{ kill: process.kill, quit: process.quit, freeze: process.freeze, browser: process.browser },
    /** Which of the acknowledged are not in the log that lies in the browser. */
    lost: (log: readonly LogRow[]): string[] => missingOf(acknowledged, log.map(sayOf)),
    ...{ readLog, countUnsent, countDrafts },
    /** What the browser does when the network comes back: no waiting for the next try. */
    sendNow: (page: Page): Promise<void> =>
      page.evaluate(() => {
        dispatchEvent(new Event('online'))
      }),
    /** Waits until the log waits for nothing and the screen says so. */
    allSent: async (page: Page, timeout = 60_000): Promise<void> => {
      await watch('still unsent', () => expect.poll(() => countUnsent(page), { timeout }).toBe(0))
      const said = page.getByRole('link', { name: /Всё отправлено/ })
      await watch('not said', () => expect(said).toBeVisible({ timeout: 10_000 }))
    },
  }
}

export type Tablet = ReturnType<typeof createTablet>
