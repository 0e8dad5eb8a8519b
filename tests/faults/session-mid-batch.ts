// The session ends in the middle of a backlog, while a batch is under way that the hub has taken: recording goes on, a
// sign-in sends the rest, and what was taken before is not taken again.
import type { Page, Route } from '@playwright/test'
import type { Fault } from './fault.ts'
import { Finding, watch } from './rig/finding.ts'
import { openWithFirstSent } from './rig/first-sent.ts'
import { readHub } from './rig/kept.ts'
import { expect } from './rig/patient.ts'
import { entriesIn } from './rig/proxy.ts'
import { sameReceipt } from './rig/same-receipt.ts'

const backlog = 16
/** So many entries the hub takes at once here: a backlog is several batches. */
const most = 8

const json = (status: number, error: string) => ({
  ...{ status, contentType: 'application/json', body: JSON.stringify({ error }) },
})

/** The second batch that goes is the one in whose middle the session ends: taken, and answered by the gate. */
const endInSecondBatch = async (page: Page): Promise<{ taken: () => number }> => {
  let taken = 0
  const push = async (route: Route): Promise<void> => {
    const body = route.request().postDataBuffer() ?? Buffer.from('{"entries":[]}')
    const entries = entriesIn(body, route.request().headers()['content-encoding'])
    if (entries > most) return route.fulfill(json(413, 'tooLarge'))
    if (entries === 0 || taken === 2) return route.continue()
    const response = await route.fetch()
    taken += 1
    if (taken === 1) return route.fulfill({ response })
    await page.context().clearCookies()
    await route.fulfill(json(401, 'signInNeeded'))
  }
  await page.context().route('**/api/push', push)
  return { taken: () => taken }
}

export const sessionMidBatch: Fault = {
  name: 'session-mid-batch',
  complaint: 'T8 the session ends with a backlog: a pause, a sign-in, all sent once',
  runs: 1,
  controls: [sameReceipt],
  run: async (stage) => {
    const { hub, proxy, tablet, page, whenAllSent } = await openWithFirstSent(stage)
    const before = readHub(hub.data).length
    proxy.set({ kind: 'silent' })
    for (let n = 0; n < backlog; n += 1) await tablet.tapAndHear(page)
    const batches = await endInSecondBatch(page)
    proxy.set({ kind: 'open' })
    const tryAgain = async (): Promise<number> => {
      await tablet.sendNow(page)
      return batches.taken()
    }
    await expect.poll(tryAgain, { timeout: 60_000 }).toBe(2)
    const paused = page.getByRole('button', { name: /Отправка ждёт входа/ })
    await watch('not said', () => expect(paused).toBeVisible({ timeout: 30_000 }))
    // The hub has both batches, and the tablet knows of the first alone.
    expect(readHub(hub.data).length - before).toBe(2 * most)
    expect(await tablet.countUnsent(page)).toBe(backlog - most)
    for (let n = 0; n < 3; n += 1) await tablet.tapAndHear(page)
    const waiting = new RegExp(`На планшете сохранено: ${backlog - most + 3} `)
    await watch('falsely said', () => expect(paused).toHaveAttribute('title', waiting))

    await page.getByRole('button', { name: 'Войти снова' }).click()
    await tablet.comeBack(page)
    await tablet.allSent(page)
    if (proxy.seen.refused > 0) throw new Finding('another receipt', 'what the hub has taken was refused')
    return whenAllSent()
  },
}
