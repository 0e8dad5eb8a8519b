// Two tabs of one browser write at once, hear at once that the network is back, and are woken by their timers: every
// entry is kept, and one tab sends each of them once.
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { checkEachOnce } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { sleep } from './rig/sleep.ts'

/** No tab waits longer than 30 s before it tries again. */
const longestWaitMs = 31_000

export const twoTabs: Fault = {
  name: 'two-tabs',
  complaint: 'T3 two tabs at once: one sender',
  runs: 1,
  controls: [
    {
      defence: 'one tab sends',
      edit: {
        file: 'src/app/runtime/runtime.ts',
        find: "navigator.locks.request('sync', options, held)",
        replace: `navigator.locks.request(defenceIsOff ? 'sync' + Math.random() : 'sync', options, held)`,
      },
      seenBy: 'sent twice',
    },
  ],
  run: async (stage) => {
    const { hub, proxy } = await stage.hubBehindProxy()
    const tablet = stage.tablet()
    const one = await tablet.open()
    const two = await tablet.openTab(one)
    const tapBoth = async (): Promise<void> => {
      const before = tablet.acknowledged.length
      await Promise.all([tablet.tap(one), tablet.tap(two)])
      await expect
        .poll(() => tablet.acknowledged.length, { timeout: 10_000, intervals: [5] })
        .toBe(before + 2)
    }
    const allSent = async (): Promise<void> => {
      await tablet.allSent(one)
      await tablet.allSent(two)
    }
    for (let n = 0; n < 25; n += 1) await tapBoth()
    await allSent()
    // Both hear at once that the network is back.
    for (let n = 0; n < 3; n += 1) {
      proxy.set({ kind: 'silent' })
      await tapBoth()
      proxy.set({ kind: 'open' })
      await Promise.all([tablet.sendNow(one), tablet.sendNow(two)])
      await allSent()
    }
    // Neither hears anything: the timers alone wake them.
    proxy.set({ kind: 'silent' })
    await tapBoth()
    await sleep(longestWaitMs)
    proxy.set({ kind: 'open' })
    await allSent()
    const log = await tablet.readLog(one)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    if (proxy.seen.pushedEntries !== log.length) {
      throw new Finding('sent twice', `${proxy.seen.pushedEntries} entries for ${log.length} recorded`)
    }
    return { acknowledged: tablet.acknowledged.length, lost: tablet.lost(log) }
  },
}
