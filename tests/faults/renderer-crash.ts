// The page's own process is killed a moment after a tap, the browser lives on: a reload shows everything saved.
import type { Fault } from './fault.ts'
import { checkEachOnce } from './rig/kept.ts'
import { sleep } from './rig/sleep.ts'

export const rendererCrash: Fault = {
  name: 'renderer-crash',
  runs: 3,
  withoutDefence: [
    {
      file: 'src/store/journal.ts',
      find: 'const rows = await gate.inTime(append(author.log, (end) => rowsOf(author, act, changes, undoes, end)))',
      replace: `const rows: LogRow[] = []
      setTimeout(() => void append(author.log, (end) => rowsOf(author, act, changes, undoes, end)), 400)`,
    },
  ],
  run: async (stage) => {
    const hub = await stage.hub()
    await hub.start()
    const tablet = stage.tablet()
    const before = await tablet.open()
    const taps = 3 + Math.floor(Math.random() * 8)
    for (let n = 0; n < taps; n += 1) await tablet.tapAndHear(before)
    await tablet.tap(before)
    await sleep(Math.random() * 100)
    const crashed = before.waitForEvent('crash', { timeout: 10_000 })
    const debug = await before.context().newCDPSession(before)
    void debug.send('Page.crash').catch(() => undefined)
    await crashed

    const page = await tablet.openTab(before)
    const log = await tablet.readLog(page)
    const lost = tablet.lost(log)
    if (lost.length === 0) {
      await tablet.allSent(page)
      checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    }
    return { acknowledged: tablet.acknowledged.length, lost }
  },
}
