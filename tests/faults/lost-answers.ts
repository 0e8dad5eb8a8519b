// Five hundred exchanges in a row, most of the answers lost: each entry is at the hub once, whatever was sent twice.
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { checkEachOnce } from './rig/kept.ts'
import { sameReceipt } from './rig/same-receipt.ts'
import { sleep } from './rig/sleep.ts'

const exchanges = 500

export const lostAnswers: Fault = {
  name: 'lost-answers',
  runs: 1,
  controls: [sameReceipt],
  run: async (stage) => {
    const { hub, proxy } = await stage.hubBehindProxy()
    const tablet = stage.tablet()
    const page = await tablet.open()
    await tablet.tapAndHear(page)
    await tablet.allSent(page)
    const before = proxy.seen.pushes
    proxy.set({ kind: 'losesAnswers', chance: 0.6 })
    while (proxy.seen.pushes - before < exchanges) {
      if ((await tablet.countUnsent(page)) === 0) await tablet.tapAndHear(page)
      await tablet.sendNow(page)
      await sleep(10)
      if (proxy.seen.refused > 0)
        throw new Finding('another receipt', 'what the hub has taken was refused when sent again')
    }
    proxy.set({ kind: 'open' })
    await tablet.sendNow(page)
    await tablet.allSent(page)
    const log = await tablet.readLog(page)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    if (proxy.seen.lostAnswers < exchanges / 3) throw new Error('too few answers were lost to show anything')
    return { acknowledged: tablet.acknowledged.length, lost: tablet.lost(log) }
  },
}
