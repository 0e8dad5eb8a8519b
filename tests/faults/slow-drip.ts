// The network gives a byte a second: taps are saved at once all the same, a push ends by its time-out, nothing is lost.
import type { Fault } from './fault.ts'
import { Finding, watch } from './rig/finding.ts'
import { openWithFirstSent } from './rig/first-sent.ts'
import { expect } from './rig/patient.ts'

/** A pull that ends by its time-out first, a pause, and then the push. */
const longEnoughMs = 100_000

export const slowDrip: Fault = {
  name: 'slow-drip',
  runs: 1,
  controls: [
    {
      defence: 'a time-out of each request',
      edit: {
        file: 'src/app/runtime/browser-fetch.ts',
        find: 'signal: AbortSignal.timeout(timeoutMs)',
        replace: 'signal: defenceIsOff ? new AbortController().signal : AbortSignal.timeout(timeoutMs)',
      },
      seenBy: 'not tried again',
    },
  ],
  run: async (stage) => {
    const { proxy, tablet, page, whenAllSent } = await openWithFirstSent(stage)
    proxy.set({ kind: 'drip', bytesPerSecond: 1 })
    const began = performance.now()
    for (let n = 0; n < 10; n += 1) await tablet.tapAndHear(page)
    if (performance.now() - began > 10_000) throw new Finding('slowed down', 'taps waited for the network')
    await expect(page.getByRole('link', { name: /Не отправлено: 10/ })).toBeVisible()
    await watch('not tried again', () =>
      expect.poll(() => proxy.seen.pushes, { timeout: longEnoughMs }).toBeGreaterThan(2),
    )
    proxy.set({ kind: 'open' })
    return whenAllSent()
  },
}
