// The tab that sends stands still with its lock in its hand: another tab takes over within a minute.
import type { Fault } from './fault.ts'
import { checkEachOnce } from './rig/kept.ts'
import { rendererOf } from './rig/renderer.ts'
import { sleep } from './rig/sleep.ts'

export const frozenLeader: Fault = {
  name: 'frozen-leader',
  runs: 1,
  controls: [
    {
      defence: 'a leader that does not answer is replaced',
      edit: {
        file: 'src/sync/leader.ts',
        find: 'if (unanswered >= patience) return takeOver()',
        replace: 'if (!defenceIsOff && unanswered >= patience) return takeOver()',
      },
      seenBy: 'still unsent',
    },
  ],
  run: async (stage) => {
    const hub = await stage.hub()
    await hub.start()
    const tablet = stage.tablet()
    const leader = await tablet.open()
    const follower = await tablet.openTab(leader)
    await tablet.tapAndHear(leader)
    await tablet.allSent(follower)
    // A tab stopped in mid-transaction holds the storage of all: that is the write gate's matter. This one stands idle.
    await sleep(2_000)
    const browser = tablet.browser()
    if (!browser) throw new Error('no browser')
    const frozen = await rendererOf(browser, leader)
    if (frozen === (await rendererOf(browser, follower))) throw new Error('both tabs run in one process')
    process.kill(frozen, 'SIGSTOP')
    for (let n = 0; n < 10; n += 1) await tablet.tapAndHear(follower)
    await tablet.allSent(follower, 60_000)
    process.kill(frozen, 'SIGCONT')
    await tablet.tapAndHear(leader)
    await tablet.allSent(leader)
    const log = await tablet.readLog(follower)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    return { acknowledged: tablet.acknowledged.length, lost: tablet.lost(log) }
  },
}
