// IndexedDB is wiped between two starts of a tablet that the network has left: the second copy puts together what waited,
// and once the network is back the hub has everything that the screen called saved.
import type { Fault } from './fault.ts'
import { watch } from './rig/finding.ts'
import { checkEachOnce, missingOf, readHub, readLog } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { secondCopy } from './rig/second-copy.ts'
import { sleep } from './rig/sleep.ts'
import type { Tablet } from './rig/tablet.ts'

/** As a browser does that runs short of room, or a person in its settings: the app's own private files stay. */
const wipe = async (tablet: Tablet, url: string): Promise<void> => {
  const page = await tablet.openAtRest()
  const debug = await page.context().newCDPSession(page)
  await debug.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'indexeddb' })
  if ((await readLog(page)).length > 0) throw new Error('the database was not wiped')
  await tablet.quit()
}

export const wipedDatabase: Fault = {
  name: 'wiped-database',
  complaint: 'T10 a wiped IndexedDB: rebuilt from the second copy',
  runs: 2,
  controls: [{ ...secondCopy, seenBy: 'lost' }],
  run: async (stage) => {
    const hub = await stage.hub()
    await hub.start()
    const tablet = stage.tablet()
    const before = await tablet.open()
    for (let n = 0; n < 3; n += 1) await tablet.tapAndHear(before)
    await tablet.allSent(before)
    await hub.kill()
    const taps = 5 + Math.floor(Math.random() * 15)
    for (let n = 0; n < taps; n += 1) await tablet.tapAndHear(before)
    const made = await readLog(before)
    const unkept = tablet.lost(made)
    if (unkept.length > 0) return { acknowledged: tablet.acknowledged.length, lost: unkept }
    // The copy follows the tap within half a second.
    await sleep(500)
    await tablet.kill()
    await wipe(tablet, stage.url)

    const restarted = await tablet.start()
    await hub.start()
    await restarted.reload()
    await tablet.comeBack(restarted)
    await tablet.allSent(restarted)
    const there = readHub(hub.data).map((row) => row.id)
    const lost = missingOf(
      made.map((row) => row.id),
      there,
    )
    if (lost.length > 0) return { acknowledged: tablet.acknowledged.length, lost }
    // What is recorded from here on goes behind what was there.
    const page = await tablet.openTab(restarted)
    await restarted.close()
    for (let n = 0; n < 3; n += 1) await tablet.tapAndHear(page)
    await tablet.allSent(page)
    const log = [...made, ...(await readLog(page))]
    const each = [...new Map(log.map((row) => [row.id, row])).values()]
    checkEachOnce(each, made[0]?.entry.log.device ?? '', hub.data)
    await page.getByRole('link', { name: 'Очередь' }).click()
    const told = page.getByText(/Из второй копии восстановлено: \d+ запис/)
    await watch('not said', () => expect(told).toBeVisible())
    return { acknowledged: tablet.acknowledged.length, lost: tablet.lost(each) }
  },
}
