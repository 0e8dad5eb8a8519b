// A lesson on a tablet with a hub of its own: opened, filled to a size, and read where it is kept.
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import type { Entry } from '../../src/domain/entry.ts'
import { createHubProcess } from './hub-process.ts'
import { personAt } from './person.ts'
import { createPricedPerson } from './priced-person.ts'
import { createSchoolDesk } from './school-desk.ts'

export const landscape = { width: 1280, height: 800 }
export const portrait = { width: 800, height: 1280 }

/** Every row of a table of the tablet's memory. */
export const readTable = <Row>(page: Page, table: string): Promise<Row[]> =>
  page.evaluate(
    (name) =>
      new Promise<Row[]>((resolve, reject) => {
        const opening = indexedDB.open('temporary-journal')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const rows = opening.result.transaction(name).objectStore(name).getAll()
          rows.onerror = () => reject(rows.error)
          rows.onsuccess = () => {
            opening.result.close()
            resolve(rows.result as Row[])
          }
        }
      }),
    table,
  )

/** Every entry that the tablet holds, in the order in which they were recorded. */
export const readLog = async (page: Page): Promise<Entry[]> =>
  (await readTable<{ entry: Entry }>(page, 'log')).map((row) => row.entry)

export const openLessonRig = async (browser: Browser, options: BrowserContextOptions = {}) => {
  const hub = await createHubProcess()
  await hub.start()
  const context = await browser.newContext({ viewport: landscape, locale: 'ru-RU', ...options })
  const page = await context.newPage()
  const person = await createPricedPerson(page)
  const teacher = personAt(page, hub)
  await page.goto(hub.url)
  await teacher.signIn('ryabinina')
  const { lesson, path } = await teacher.openFirstLesson()
  const desk = await createSchoolDesk(hub)
  return {
    ...{ hub, page, person, desk, lesson, path },
    row: teacher.pupilRow,
    mark: (no: number, column = 1) => page.locator(`[data-cell="${no - 1}:${column}"]`),
    key: (name: string) => page.getByRole('button', { name, exact: true }),
    /** The lists of the tablet are pulled after the desk has changed them. */
    withPupils: async (size: number): Promise<void> => {
      await desk.fillClass(lesson, size)
      // Opened once more with the new lists there: until then whoever has come is noted as new.
      for (let times = 0; times < 2; times += 1) {
        await page.reload()
        await expect(teacher.pupilRow(size)).toBeVisible({ timeout: 20_000 })
      }
    },
    close: async (): Promise<void> => {
      await desk.close()
      await context.close()
      await hub.close()
    },
  }
}
