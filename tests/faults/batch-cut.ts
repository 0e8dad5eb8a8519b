// A batch breaks off in its middle on the way there, and its answer on the way back, again and again: in the end all of
// it is at the hub, each entry once.
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { openWithFirstSent } from './rig/first-sent.ts'
import { expect } from './rig/patient.ts'
import { sameReceipt } from './rig/same-receipt.ts'

const cuts = 4

export const batchCut: Fault = {
  name: 'batch-cut',
  runs: 1,
  controls: [sameReceipt],
  run: async (stage) => {
    const { proxy, tablet, page, whenAllSent } = await openWithFirstSent(stage)
    proxy.set({ kind: 'silent' })
    for (let n = 0; n < 12; n += 1) await tablet.tapAndHear(page)
    proxy.set({ kind: 'cuts' })
    const tryAgain = async (): Promise<number> => {
      await tablet.sendNow(page)
      return Math.min(proxy.seen.cutPushes, proxy.seen.cutAnswers)
    }
    await expect.poll(tryAgain, { timeout: 60_000 }).toBeGreaterThanOrEqual(cuts)
    if (proxy.seen.refused > 0) {
      throw new Finding('another receipt', 'what the hub has taken was refused when sent again')
    }
    proxy.set({ kind: 'open' })
    await tablet.sendNow(page)
    return whenAllSent()
  },
}
