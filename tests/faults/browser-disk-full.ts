// The tablet's disk is full: the screen says «не сохранено» and never «сохранено», and what was saved before stays.
import type { Fault } from './fault.ts'
import { Finding, watch } from './rig/finding.ts'
import { fillDisk } from './rig/full-disk.ts'
import { checkEachOnce } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { sleep } from './rig/sleep.ts'

export const browserDiskFull: Fault = {
  name: 'browser-disk-full',
  complaint: 'T11 no room for an entry: told, and nothing said to be saved',
  runs: 2,
  needsDisk: true,
  controls: [
    {
      defence: 'no write after the first error of the storage',
      edit: {
        file: 'src/store/write-gate.ts',
        find: "if (failure.why === 'failed' || stopped) return failure",
        replace: "if (failure.why === 'failed' || stopped || defenceIsOff) return failure",
      },
      seenBy: 'not said',
    },
  ],
  run: async (stage) => {
    const disk = stage.disk('profile', 160, stage.profile)
    const tablet = stage.tablet(disk.folder)
    const page = await tablet.open()
    for (let n = 0; n < 15; n += 1) await tablet.tapAndHear(page)
    const makeRoom = fillDisk(disk.at)
    // The browser's own files may have a little room left in them.
    for (let n = 0; n < 200 && tablet.refusals.length === 0; n += 1) {
      await tablet.tap(page)
      await sleep(50)
    }
    await expect.poll(() => tablet.refusals.length, { timeout: 15_000 }).toBeGreaterThan(0)
    const said = tablet.acknowledged.length
    const stopped = page.getByRole('button', { name: /^Запись остановлена/ })
    await watch('not said', () => expect(stopped).toBeVisible({ timeout: 5_000 }))
    // A teacher does not stop at the first refusal, and puts each away that lies over the names.
    const understood = page.getByRole('button', { name: 'Понятно' })
    for (let n = 0; n < 8; n += 1) {
      if (await understood.isVisible()) await understood.click()
      await tablet.tap(page)
      await sleep(100)
    }
    if (tablet.acknowledged.length > said) {
      throw new Finding('falsely said', '«сохранено» was said with no room left')
    }

    makeRoom()
    const hub = await stage.hub()
    await hub.start()
    if (await understood.isVisible()) await understood.click()
    await stopped.click()
    await page.getByRole('button', { name: 'Открыть журнал заново' }).click()
    await tablet.comeBack(page)
    const log = await tablet.readLog(page)
    const lost = tablet.lost(log)
    if (lost.length > 0) return { acknowledged: said, lost }
    await tablet.allSent(page)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    return { acknowledged: said, lost }
  },
}
