// All tablets of a school come back at once and the hub dies under them: every receipt it gave is good, and what is sent
// again comes in once.
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { checkOnce, missingOf, readHub } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { batchSize, createPusher, signInPusher } from './rig/pusher.ts'
import { receiptEarly } from './rig/receipt-early.ts'

const tablets = 40
const batches = 3

export const storm: Fault = {
  name: 'storm',
  runs: 1,
  controls: [receiptEarly],
  run: async (stage) => {
    const hub = await stage.hub()
    await hub.start()
    // One sign-in for all: what is tried is the hub's intake, not its patience with passwords.
    const session = await signInPusher(stage)
    const pushers = await Promise.all(
      Array.from({ length: tablets }, (_, n) => createPusher(stage, 1 + (n % 5), session)),
    )
    const receipts = () => pushers.flatMap((pusher) => pusher.receipts)
    const refusals: number[] = []
    const pushing = pushers.map(async (pusher) => {
      for (let n = 0; n < batches; n += 1) {
        const end = await pusher.pushNew().catch(() => null)
        if (end?.kind === 'none') refusals.push(end.status)
      }
    })
    const enough = tablets * batchSize
    await expect
      .poll(() => receipts().length, { timeout: 60_000, intervals: [5] })
      .toBeGreaterThanOrEqual(enough)
    await hub.kill()
    await Promise.all(pushing)
    if (refusals.length > 0) throw new Finding('wrong refusal', `${refusals.join(', ')} under load`)
    const given = receipts()
    await hub.start()
    const lost = missingOf(
      given.map((one) => `${one.id} ${one.hash}`),
      readHub(hub.data).map((row) => `${row.id} ${row.hash}`),
    )
    if (lost.length > 0) return { acknowledged: given.length, lost }
    const others = (await Promise.all(pushers.map((pusher) => pusher.pushAgain()))).flat()
    if (others.length > 0) throw new Finding('another receipt', `for ${others.length} entries`)
    const devices = new Set(pushers.map((pusher) => pusher.device))
    checkOnce(
      pushers.flatMap((pusher) => pusher.made),
      readHub(hub.data).filter((row) => devices.has(row.device)),
    )
    return { acknowledged: receipts().length, lost }
  },
}
