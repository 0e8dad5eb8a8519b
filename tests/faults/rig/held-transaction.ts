// Holds a page's next write open: every row of it is written, none of it is committed, and so it stays until the end.
import type { Page } from '@playwright/test'
import { expect } from './patient.ts'

/** As text: a function of these files would refer to a helper of their loader, which no page has. */
const holdNext = `
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (...row) {
    const request = put.apply(this, row)
    if (this.name !== 'logHead' || window.heldByTest) return request
    window.heldByTest = 'begun'
    const askOn = () => {
      window.heldByTest = 'written'
      this.count().onsuccess = askOn
    }
    request.addEventListener('success', askOn)
    return request
  }`

/** Of this page's appends to a log the next does not end. Nothing else may move a log's head meanwhile. */
export const holdNextWrite = async (page: Page): Promise<void> => {
  await page.evaluate(holdNext)
}

export const isHeld = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate('window.heldByTest'), { timeout: 20_000 }).toBe('written')
