// The process that runs a page, found by the work it does when the page is asked to be busy.
import type { Browser, Page } from '@playwright/test'

interface ProcessInfo {
  id: number
  type: string
  cpuTime: number
}

const readRenderers = async (browser: Browser): Promise<ProcessInfo[]> => {
  const debug = await browser.newBrowserCDPSession()
  const { processInfo } = (await debug.send('SystemInfo.getProcessInfo')) as { processInfo: ProcessInfo[] }
  await debug.detach()
  return processInfo.filter((one) => one.type === 'renderer')
}

const keepBusy = (page: Page, ms: number): Promise<void> =>
  page.evaluate((until) => {
    const end = performance.now() + until
    while (performance.now() < end);
  }, ms)

/** Asks until one process has clearly worked more than the others: on a loaded machine that takes several rounds. */
export const rendererOf = async (browser: Browser, page: Page): Promise<number> => {
  const before = new Map((await readRenderers(browser)).map((one) => [one.id, one.cpuTime]))
  for (let round = 0; round < 20; round += 1) {
    await keepBusy(page, 700)
    const [busiest, second] = (await readRenderers(browser))
      .map(({ id, cpuTime }) => ({ id, worked: cpuTime - (before.get(id) ?? 0) }))
      .sort((a, b) => b.worked - a.worked)
    if (busiest && busiest.worked >= 0.3 && busiest.worked > 2 * (second?.worked ?? 0)) return busiest.id
  }
  throw new Error('the process of the page was not found')
}
