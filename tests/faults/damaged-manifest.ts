// The files in which the browser keeps IndexedDB are damaged between two starts, and it opens none of
// them any more: the screen says so, and what the second copy holds goes to another tablet in a file.
import { readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from './fault.ts'
import { watch } from './rig/finding.ts'
import { checkEachOnce } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { secondCopy } from './rig/second-copy.ts'
import { sleep } from './rig/sleep.ts'

const damage = (profile: string): void => {
  const folder = join(profile, 'Default', 'IndexedDB')
  const stores = readdirSync(folder).filter((name) => name.endsWith('.indexeddb.leveldb'))
  if (stores.length === 0) throw new Error('the browser keeps IndexedDB somewhere else')
  for (const store of stores) {
    for (const name of readdirSync(join(folder, store))) {
      if (name.startsWith('MANIFEST')) truncateSync(join(folder, store, name), 10)
      if (name === 'CURRENT') writeFileSync(join(folder, store, name), 'MANIFEST-000000\n')
    }
  }
}

export const damagedManifest: Fault = {
  name: 'damaged-manifest',
  runs: 1,
  controls: [{ ...secondCopy, seenBy: 'not recovered' }],
  run: async (stage) => {
    const tablet = stage.tablet()
    const hub = await stage.hub()
    await hub.start()
    const before = await tablet.open()
    await hub.kill()
    for (let n = 0; n < 12; n += 1) await tablet.tapAndHear(before)
    // The copy follows the tap within half a second.
    await sleep(500)
    await tablet.kill()
    damage(tablet.profile)

    const broken = await tablet.start()
    const heading = broken.getByRole('heading', { name: 'Журнал не открылся' })
    await watch('not said', () => expect(heading).toBeVisible())
    const whole = broken.getByText('Во второй копии неотправленное цело: 12 записей')
    await watch('not recovered', () => expect(whole).toBeVisible())
    const file = broken.waitForEvent('download')
    await broken.getByRole('button', { name: 'Выгрузить в файл' }).click()
    const path = await (await file).path()

    await hub.start()
    const other = stage.tablet(stage.freshProfile('other'))
    const page = await other.open()
    await page.goto(`${stage.url}/outbox`)
    await page.getByLabel('Файл с неотправленными записями').setInputFiles(path)
    await expect(
      page.getByRole('paragraph').filter({ hasText: /Из файла добавлено: 12 записей/ }),
    ).toBeVisible()
    await other.allSent(page)
    const log = await other.readLog(page)
    checkEachOnce(log, log[0]?.entry.log.device ?? '', hub.data)
    return { acknowledged: tablet.acknowledged.length, lost: tablet.lost(log) }
  },
}
