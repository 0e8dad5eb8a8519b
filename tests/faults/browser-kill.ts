// The browser is killed 0 to 300 ms after a tap, in the middle of sending. What the screen called saved is there again.
import type { Fault } from './fault.ts'
import { checkEachOnce } from './rig/kept.ts'
import { sleep } from './rig/sleep.ts'

export const browserKill: Fault = {
  name: 'browser-kill',
  runs: 5,
  withoutDefence: [
    {
      file: 'src/store/journal.ts',
      find: 'const rows = await gate.inTime(append(author.log, (end) => rowsOf(author, act, changes, undoes, end)))',
      replace: `const rows: LogRow[] = []
      setTimeout(() => void append(author.log, (end) => rowsOf(author, act, changes, undoes, end)), 400)`,
    },
  ],
  run: async (stage) => {
    const hub = await stage.hub()
    const tablet = stage.tablet()
    await hub.start()
    const before = await tablet.open()
    const taps = 5 + Math.floor(Math.random() * 15)
    for (let n = 0; n < taps; n += 1) await tablet.tapAndHear(before)
    await tablet.tap(before)
    await sleep(Math.random() * 300)
    await tablet.kill()

    const page = await tablet.open()
    const log = await tablet.readLog(page)
    const lost = tablet.lost(log)
    if (lost.length > 0) return { acknowledged: tablet.acknowledged.length, lost }
    await tablet.allSent(page)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    return { acknowledged: tablet.acknowledged.length, lost }
  },
}
