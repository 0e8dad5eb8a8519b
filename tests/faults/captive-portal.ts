// A captive portal answers in the hub's place: nothing counts as sent, and once it is gone everything goes.
import type { Fault } from './fault.ts'
import { Finding, watch } from './rig/finding.ts'
import { openWithFirstSent } from './rig/first-sent.ts'
import { readHub } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { sleep } from './rig/sleep.ts'

export const captivePortal: Fault = {
  name: 'captive-portal',
  runs: 1,
  controls: [
    {
      defence: 'an answer of somebody else moves no watermark',
      edit: {
        file: 'src/sync/push.ts',
        find: "    if (outcome.kind !== 'ok') {\n",
        replace: `    if (defenceIsOff && outcome.kind === 'notHub') {
      await ports.db.logHead.update(head.logKey, { watermark: batch.at(-1)?.seq ?? 0 })
      sent += batch.length
      continue
    }
    if (outcome.kind !== 'ok') {
`,
      },
      seenBy: 'falsely said',
    },
  ],
  run: async (stage) => {
    const { hub, proxy, tablet, page, whenAllSent } = await openWithFirstSent(stage)
    const before = readHub(hub.data).length
    proxy.set({ kind: 'portal' })
    for (let n = 0; n < 10; n += 1) await tablet.tapAndHear(page)
    const named = page.getByText(/отвечает не он/)
    await watch('not said', () => expect(named).toBeVisible({ timeout: 30_000 }))
    for (let n = 0; n < 3; n += 1) {
      await tablet.sendNow(page)
      await sleep(400)
    }
    const unsent = page.getByRole('link', { name: /Не отправлено: 10/ })
    await watch('falsely said', () => expect(unsent).toBeVisible())
    // A start in the portal's arms opens the journal from the tablet, not the portal's page.
    await page.reload()
    await expect(page.locator('[data-cell="0:0"]')).toBeVisible()
    if (readHub(hub.data).length !== before) throw new Finding('foreign at the hub', 'through the portal')
    proxy.set({ kind: 'open' })
    return whenAllSent()
  },
}
