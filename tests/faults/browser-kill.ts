// The browser is killed 0 to 300 ms after a tap, in the middle of sending: once after many taps, in the first run after each
// of a short roll call. What the screen called saved is there again.
import type { Fault, RunEnd } from './fault.ts'
import { checkEachOnce } from './rig/kept.ts'
import { savedEarly } from './rig/saved-early.ts'
import { sleep } from './rig/sleep.ts'
import type { Stage } from './rig/stage.ts'
import type { Tablet } from './rig/tablet.ts'

const killSoon = async (tablet: Tablet): Promise<void> => {
  await sleep(Math.random() * 300)
  await tablet.kill()
}

const afterMany = async (tablet: Tablet): Promise<void> => {
  const page = await tablet.open()
  const taps = 5 + Math.floor(Math.random() * 15)
  for (let n = 0; n < taps; n += 1) await tablet.tapAndHear(page)
  await tablet.tap(page)
  await killSoon(tablet)
}

const afterEach = async (tablet: Tablet): Promise<void> => {
  for (let n = 0; n < 5; n += 1) {
    await tablet.tapAndHear(await tablet.open())
    await killSoon(tablet)
  }
}

const endOf = async (tablet: Tablet, hub: Awaited<ReturnType<Stage['hub']>>): Promise<RunEnd> => {
  const page = await tablet.open()
  const log = await tablet.readLog(page)
  const end = { acknowledged: tablet.acknowledged.length, lost: tablet.lost(log) }
  if (end.lost.length > 0) return end
  await tablet.allSent(page)
  checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
  return end
}

export const browserKill: Fault = {
  name: 'browser-kill',
  complaint: 'T13 a kill after each tap of a roll call: nothing lost',
  runs: 5,
  controls: [savedEarly],
  run: async (stage, no) => {
    const hub = await stage.hub()
    const tablet = stage.tablet()
    await hub.start()
    await (no === 1 ? afterEach : afterMany)(tablet)
    return endOf(tablet, hub)
  },
}
