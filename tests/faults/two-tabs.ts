// Two tabs of one browser write at once: every entry is kept, and one tab sends each of them once.

import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { checkEachOnce } from './rig/kept.ts'
import { expect } from './rig/patient.ts'

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
    for (let n = 0; n < 25; n += 1) {
      const before = tablet.acknowledged.length
      await Promise.all([tablet.tap(one), tablet.tap(two)])
      await expect
        .poll(() => tablet.acknowledged.length, { timeout: 10_000, intervals: [5] })
        .toBe(before + 2)
    }
    await tablet.allSent(one)
    await tablet.allSent(two)
    const log = await tablet.readLog(one)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    if (proxy.seen.pushedEntries !== log.length) {
      throw new Finding('sent twice', `${proxy.seen.pushedEntries} entries for ${log.length} recorded`)
    }
    return { acknowledged: tablet.acknowledged.length, lost: tablet.lost(log) }
  },
}
