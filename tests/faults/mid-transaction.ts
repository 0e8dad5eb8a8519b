// The page's process, and then the whole browser, is killed in the middle of a tap's transaction: all its rows are written
// and nothing is committed. Of that tap nothing is there, of those before it everything, and the log goes on whole.
import type { Page } from '@playwright/test'
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { holdNextWrite, isHeld } from './rig/held-transaction.ts'
import { checkEachOnce, readHeads, readLog } from './rig/kept.ts'
import { savedEarly } from './rig/saved-early.ts'
import type { Tablet } from './rig/tablet.ts'

/** As it lies in the browser, before the app has opened it: a log ends where its head says, and has no gap. */
const checkWhole = async (atRest: Page): Promise<void> => {
  const rows = await readLog(atRest)
  for (const { logKey, lastSeq } of await readHeads(atRest)) {
    const seqs = rows.filter((row) => row.logKey === logKey).map((row) => row.seq)
    const isWhole = seqs.length === lastSeq && seqs.every((seq, at) => seq === at + 1)
    if (!isWhole) throw new Finding('half kept', `rows ${seqs.join(', ')} of a log that ends at ${lastSeq}`)
  }
}

const tapIntoHeld = async (tablet: Tablet, page: Page): Promise<void> => {
  await holdNextWrite(page)
  await tablet.tap(page)
  await isHeld(page)
}

export const midTransaction: Fault = {
  name: 'mid-transaction',
  runs: 2,
  controls: [
    savedEarly,
    {
      defence: 'one transaction an act',
      edit: {
        file: 'src/store/append.ts',
        find: '        heads.put(made.end.head)\n',
        replace: '        ;(defenceIsOff ? begin().objectStore(stores[1]!) : heads).put(made.end.head)\n',
      },
      seenBy: 'half kept',
    },
  ],
  run: async (stage) => {
    const tablet = stage.tablet()
    const first = await tablet.open()
    const taps = 3 + Math.floor(Math.random() * 8)
    for (let n = 0; n < taps; n += 1) await tablet.tapAndHear(first)
    await tapIntoHeld(tablet, first)
    const crashed = first.waitForEvent('crash', { timeout: 10_000 })
    const debug = await first.context().newCDPSession(first)
    void debug.send('Page.crash').catch(() => undefined)
    await crashed
    await checkWhole(await tablet.restBeside(first))

    const second = await tablet.openTab(first)
    await tablet.tapAndHear(second)
    await tapIntoHeld(tablet, second)
    await tablet.kill()
    const atRest = await tablet.openAtRest()
    await checkWhole(atRest)
    const lost = tablet.lost(await readLog(atRest))
    if (lost.length > 0) return { acknowledged: tablet.acknowledged.length, lost }

    const hub = await stage.hub()
    await hub.start()
    const page = await tablet.openTab(atRest)
    await tablet.tapAndHear(page)
    await tablet.allSent(page)
    const log = await readLog(page)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    return { acknowledged: tablet.acknowledged.length, lost: tablet.lost(log) }
  },
}
