// The hub is killed while entries pour in from several tablets. Every receipt it gave is still good afterwards.
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { checkEachOnce, missingOf, readHub } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { createPusher, type Pusher } from './rig/pusher.ts'
import { receiptEarly } from './rig/receipt-early.ts'
import { sleep } from './rig/sleep.ts'

/** Sends everything again, twice: the same receipts as before, and each entry in one row. */
const sendAllAgain = async (pusher: Pusher, data: string): Promise<void> => {
  for (let times = 0; times < 2; times += 1) {
    const [other] = await pusher.pushAgain()
    if (other !== undefined) throw new Finding('another receipt', `for ${other}, sent again`)
    checkEachOnce(pusher.made, pusher.device, data)
  }
}

export const hubKill: Fault = {
  name: 'hub-kill',
  runs: 5,
  controls: [receiptEarly],
  run: async (stage) => {
    const hub = await stage.hub()
    await hub.start()
    const tablet = stage.tablet()
    const page = await tablet.open()
    const pushers = await Promise.all([1, 2, 3].map((no) => createPusher(stage, no)))
    const pouring = pushers.map((pusher) => pusher.pour())
    const tapping = (async () => {
      for (let n = 0; n < 8; n += 1) await tablet.tapAndHear(page)
    })()
    const anyReceipt = () => pushers.some((pusher) => pusher.receipts.length > 0)
    await expect.poll(anyReceipt, { timeout: 20_000, intervals: [5] }).toBe(true)
    await sleep(Math.random() * 1_000)
    await hub.kill()
    for (const pusher of pushers) pusher.stop()
    await Promise.all([...pouring, tapping])

    await hub.start()
    const receipts = pushers.flatMap((pusher) => pusher.receipts)
    const acknowledged = receipts.length
    const lost = missingOf(
      receipts.map((one) => `${one.id} ${one.hash}`),
      readHub(hub.data).map((row) => `${row.id} ${row.hash}`),
    )
    if (lost.length > 0) return { acknowledged, lost }
    for (const pusher of pushers) await sendAllAgain(pusher, hub.data)
    await tablet.allSent(page)
    return { acknowledged, lost }
  },
}
