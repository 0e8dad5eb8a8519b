// Five hundred exchanges in a row, most of the answers lost: each entry is at the hub once, whatever was sent twice.
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { openWithFirstSent } from './rig/first-sent.ts'
import { sameReceipt } from './rig/same-receipt.ts'
import { sleep } from './rig/sleep.ts'

const exchanges = 500

export const lostAnswers: Fault = {
  name: 'lost-answers',
  runs: 1,
  controls: [sameReceipt],
  run: async (stage) => {
    const { proxy, tablet, page, whenAllSent } = await openWithFirstSent(stage)
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
    const end = await whenAllSent()
    if (proxy.seen.lostAnswers < exchanges / 3) throw new Error('too few answers were lost to show anything')
    return end
  },
}
