// The hub's power goes while entries pour in. Every receipt it gave is in what had reached the disk.
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { checkEachOnce, missingOf, readHub } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { createPusher } from './rig/pusher.ts'
import { sleep } from './rig/sleep.ts'

export const hubPowerCut: Fault = {
  name: 'hub-power-cut',
  runs: 3,
  needsDisk: true,
  controls: [
    {
      defence: 'a full sync of the hub at each commit',
      edit: {
        file: 'src/hub/database/open-database.ts',
        find: "database.pragma('synchronous = FULL')",
        replace: "database.pragma(defenceIsOff ? 'synchronous = OFF' : 'synchronous = FULL')",
      },
      seenBy: 'lost',
    },
  ],
  run: async (stage) => {
    const disk = stage.disk('data', 120, stage.data)
    const hub = await stage.hub({ dataDir: disk.folder })
    await hub.start()
    const pushers = await Promise.all([1, 2].map((no) => createPusher(stage, no)))
    const pouring = pushers.map((pusher) => pusher.pour())
    const anyReceipt = () => pushers.some((pusher) => pusher.receipts.length > 0)
    await expect.poll(anyReceipt, { timeout: 20_000, intervals: [5] }).toBe(true)
    await sleep(300 + Math.random() * 800)
    hub.freeze()
    // Only what has come before this moment counts: an answer on its way is no receipt yet.
    const receipts = pushers.flatMap((pusher) => [...pusher.receipts])
    const data = stage.powerCut(disk, 'data')
    await hub.kill()
    disk.unmount()
    await Promise.all(pouring)

    const revived = await stage.hub({ dataDir: data })
    await revived.start()
    const lost = missingOf(
      receipts.map((one) => `${one.id} ${one.hash}`),
      readHub(data).map((row) => `${row.id} ${row.hash}`),
    )
    if (lost.length > 0) return { acknowledged: receipts.length, lost }
    for (const pusher of pushers) {
      const others = await pusher.pushAgain()
      if (others.length > 0) throw new Finding('another receipt', `for ${others.length} entries`)
      checkEachOnce(pusher.made, pusher.device, data)
    }
    return { acknowledged: receipts.length, lost }
  },
}
