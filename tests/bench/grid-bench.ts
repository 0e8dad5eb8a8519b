// Script per key in «Сетка», append included, against three pages of plain DOM that change a text: after a bare append of
// the same bytes; after the log's append as the protocol has it; and with all that a key owes besides. All in one
// browser, one after the other in each round; printed as JSON. `npx tsx tests/bench/grid-bench.ts`
import { cpus } from 'node:os'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { buildStale } from '../../src/commands/build.ts'
import { findChromium } from '../../src/commands/chromium.ts'
import { createHubProcess } from '../e2e/hub-process.ts'
import { personAt } from '../e2e/person.ts'
import { appendingPage } from './appending-page.ts'
import { plainPage } from './plain-page.ts'

const rounds = 5
const keysARound = 20
const executablePath = findChromium()

/** One entry as the app keeps it, so that both append the same bytes. Text, for the loader of these files would name its functions. */
const oneEntry = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('temporary-journal')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const db = opening.result
    const reading = db.transaction(['log', 'logHead'])
    const rows = reading.objectStore('log').getAll()
    const heads = reading.objectStore('logHead').getAll()
    reading.oncomplete = () => {
      db.close()
      resolve({ ...rows.result[0], head: heads.result[0] })
    }
  }
})`

interface Side {
  page: Page
  browser: CDPSession
  /** The same, asked for the script thread's own time: what other programs of the machine take away is not in it. */
  thread: CDPSession
  /** The column that is written. */
  column: number
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const scriptMs = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find((one) => one.name === 'ScriptDuration')?.value ?? 0) * 1_000
}

interface Spent {
  wall: number
  thread: number
}

const spentBy = async ({ browser, thread }: Side): Promise<Spent> => ({
  wall: await scriptMs(browser),
  thread: await scriptMs(thread),
})

/** Milliseconds of script for each key of one round, what follows the last key included. */
const playRound = async (side: Side, key: string, word: string, gapMs: number): Promise<Spent> => {
  const { page, column } = side
  await page.bringToFront()
  await page.locator(`[data-at="0:${column}"]`).focus()
  await page.waitForTimeout(300)
  const before = await spentBy(side)
  for (let n = 0; n < keysARound; n += 1) {
    await page.keyboard.press(key)
    await page.waitForTimeout(gapMs)
  }
  const shown = () =>
    page
      .locator(`[data-at$=":${column}"]`)
      .evaluateAll((cells, text) => cells.filter((cell) => cell.textContent?.startsWith(text)).length, word)
  // A slow disk makes the appends wait, and no script runs meanwhile.
  for (let tries = 0; tries < 60 && (await shown()) < keysARound; tries += 1) await page.waitForTimeout(500)
  await page.waitForTimeout(1_500)
  const after = await spentBy(side)
  if ((await shown()) < keysARound)
    throw new Error(`${await shown()} of ${keysARound} keys are on the screen`)
  return {
    wall: (after.wall - before.wall) / keysARound,
    thread: (after.thread - before.thread) / keysARound,
  }
}

interface Sides {
  grid: Side
  bare: Side
  log: Side
  sameJob: Side
}

const measure = async (sides: Sides, slowdown: number) => {
  const names = ['grid', 'bare', 'log', 'sameJob'] as const
  for (const name of names)
    await sides[name].browser.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const gapMs = slowdown > 1 ? 350 : 120
  const spent = { grid: [] as Spent[], bare: [] as Spent[], log: [] as Spent[], sameJob: [] as Spent[] }
  for (let round = 0; round <= rounds; round += 1) {
    const [key, word] = round % 2 === 0 ? ['KeyJ', 'ОП'] : ['KeyD', 'ОСВ']
    for (const name of names) {
      const one = await playRound(sides[name], key, word, gapMs)
      // The first round warms all of them up.
      if (round > 0) spent[name].push(one)
    }
  }
  const round2 = (value: number): number => Math.round(value * 100) / 100
  const compare = (kind: keyof Spent) => {
    const of = (name: keyof Sides): number => median(spent[name].map((one) => one[kind]))
    const [gridMs, bareMs, logMs, sameJobMs] = names.map(of).map(round2)
    return {
      ...{ gridMs, bareMs, logMs, sameJobMs },
      toBare: round2(of('grid') / of('bare')),
      toLog: round2(of('grid') / of('log')),
      toSameJob: round2(of('grid') / of('sameJob')),
    }
  }
  return { slowdown, wall: compare('wall'), thread: compare('thread') }
}

await buildStale()
const hub = await createHubProcess({ clock: 'real' })
await hub.start()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' })
  const page = await context.newPage()
  await page.goto(hub.url)
  const teacher = personAt(page, hub)
  await teacher.signIn('ryabinina')
  await teacher.openFirstLesson()
  await page.getByRole('button', { name: 'Сетка' }).click()
  const cell = page.locator('[data-at]:focus')
  await cell.waitFor()
  const column = Number((await cell.getAttribute('data-at'))?.split(':')[1])
  await page.keyboard.press('y')
  await page.waitForTimeout(500)
  const like = await page.evaluate(oneEntry)
  const rows = await page.locator('[data-at$=":0"]').count()
  /** Another origin of the same browser: the app's worker would answer with the app. */
  const openPlain = async (answer: ReturnType<typeof appendingPage>, at: string): Promise<Page> => {
    const tab = await context.newPage()
    const origin = hub.url.replace('localhost', '127.0.0.1')
    await tab.route(`${origin}/${at}/**`, (route) => route.fulfill(answer(route.request().url())))
    await tab.goto(`${origin}/${at}/page`)
    await tab.waitForFunction(() => document.title === 'ready')
    return tab
  }
  const least = plainPage(rows, column + 2, like)
  const plainTab = await openPlain(() => ({ contentType: 'text/html', body: least }), 'plain')
  const appending = (name: string, isWhole: boolean) =>
    openPlain(appendingPage(rows, column + 2, like, { name, isWhole }), name)
  const logTab = await appending('log', false)
  const sameTab = await appending('same-job', true)
  // What a tablet lives through when this journal is needed: nobody answers.
  await hub.kill()
  const sideOf = async (tab: Page): Promise<Side> => {
    const [session, thread] = [await context.newCDPSession(tab), await context.newCDPSession(tab)]
    await session.send('Performance.enable')
    await thread.send('Performance.enable', { timeDomain: 'threadTicks' })
    return { page: tab, browser: session, thread, column }
  }
  const sides = {
    grid: await sideOf(page),
    bare: await sideOf(plainTab),
    log: await sideOf(logTab),
    sameJob: await sideOf(sameTab),
  }
  const results = [await measure(sides, 1), await measure(sides, 6)]
  const environment = {
    chromium: browser.version(),
    cores: cpus().length,
    node: process.version,
    rows,
    rounds,
    keysARound,
  }
  console.log(JSON.stringify({ what: 'script per key, append included', results, environment }, null, 2))
} finally {
  await browser.close()
  await hub.close()
}
