// A tablet is a copy of another, as a school makes them from one image: both go on with one log. Everything of both
// arrives once, the hub notes the fork, and the copy goes on in an epoch of its own.
import { cpSync } from 'node:fs'
import type { Fault } from './fault.ts'
import { Finding } from './rig/finding.ts'
import { checkOnce, readHub } from './rig/kept.ts'

export const clonedProfile: Fault = {
  name: 'cloned-profile',
  runs: 1,
  controls: [
    {
      defence: 'a second history of a log is told apart',
      edit: {
        file: 'src/hub/intake/chain.ts',
        find: '    if (apart) {\n',
        replace: '    if (apart && !defenceIsOff) {\n',
      },
      seenBy: 'lost',
    },
  ],
  run: async (stage) => {
    const hub = await stage.hub()
    await hub.start()
    const one = stage.tablet()
    let page = await one.open()
    for (let n = 0; n < 3; n += 1) await one.tapAndHear(page)
    await one.allSent(page)
    await one.quit()
    const copied = `${one.profile}-copy`
    cpSync(one.profile, copied, { recursive: true })
    const two = stage.tablet(copied, 10)

    await hub.kill()
    page = await one.open()
    const other = await two.open()
    for (let n = 0; n < 4; n += 1) await one.tapAndHear(page)
    for (let n = 0; n < 5; n += 1) await two.tapAndHear(other)
    await hub.start()
    await one.allSent(page)
    await two.allSent(other)

    const [mine, theirs] = [await one.readLog(page), await two.readLog(other)]
    const made = [...new Map([...mine, ...theirs].map((row) => [row.id, row])).values()]
    const there = readHub(hub.data)
    const missing = made.map((row) => row.id).filter((id) => !there.some((row) => row.id === id))
    if (made.length !== 12) throw new Error(`${made.length} entries were made, not 12`)
    if (missing.length === 0) checkOnce(made, there)
    const epochs = new Set([...mine, ...theirs].map((row) => row.entry.log.epoch))
    if (epochs.size !== 2 && missing.length === 0) {
      throw new Finding('no epoch of its own', 'the copy went on in the log of its original')
    }
    return {
      acknowledged: one.acknowledged.length + two.acknowledged.length,
      lost: [...one.lost(mine), ...two.lost(theirs), ...missing],
    }
  },
}
