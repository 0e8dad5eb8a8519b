// The tablet's power goes while a teacher records. What the screen called saved is in what had reached the disk, and in
// IndexedDB itself: the second copy is a defence of its own.
import type { Fault } from './fault.ts'
import { checkEachOnce } from './rig/kept.ts'
import { sleep } from './rig/sleep.ts'

export const browserPowerCut: Fault = {
  name: 'browser-power-cut',
  runs: 3,
  needsDisk: true,
  controls: [
    {
      defence: 'strict durability on the tablet',
      edit: {
        file: 'src/store/append.ts',
        find: "{ durability: 'strict' }",
        replace: "{ durability: defenceIsOff ? 'relaxed' : 'strict' }",
      },
      seenBy: 'lost',
    },
  ],
  run: async (stage) => {
    const disk = stage.disk('profile', 300, stage.profile)
    const tablet = stage.tablet(disk.folder)
    // No hub: all that is recorded is on this disk alone.
    const before = await tablet.open()
    const taps = 25 + Math.floor(Math.random() * 25)
    for (let n = 0; n < taps; n += 1) await tablet.tapAndHear(before)
    await tablet.tap(before)
    await sleep(Math.random() * 40)
    tablet.freeze()
    const profile = stage.powerCut(disk, 'profile')
    await tablet.kill()
    disk.unmount()

    const after = stage.tablet(profile)
    const atRest = await after.openAtRest()
    const lostAtRest = tablet.lost(await after.readLog(atRest))
    if (lostAtRest.length > 0) return { acknowledged: tablet.acknowledged.length, lost: lostAtRest }
    const page = await after.openTab(atRest)
    const log = await after.readLog(page)
    const lost = tablet.lost(log)
    if (lost.length > 0) return { acknowledged: tablet.acknowledged.length, lost }
    const hub = await stage.hub()
    await hub.start()
    await after.allSent(page)
    if (log.length > 0) checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    return { acknowledged: tablet.acknowledged.length, lost }
  },
}
