// States of the screens that a played day does not show: each is made on one tablet, one after another.
import type { Browser, Page } from '@playwright/test'
import type { LessonView } from '../../src/app/grid/view-switch.tsx'
import { openLessonRig } from './lesson-rig.ts'

type Take = (name: string, page: Page) => Promise<void>

const settleMs = 1_500

/** Calls `take` with each state as it stands on the screen. */
export const walkStates = async (browser: Browser, take: Take): Promise<void> => {
  const rig = await openLessonRig(browser)
  const { page, hub, row, path } = rig
  const inViews = async (name: string, ...views: LessonView[]): Promise<void> => {
    for (const view of views) {
      await page.evaluate((one) => localStorage.setItem('lessonView', one), view)
      await page.goto(`${hub.url}${path}`)
      await page.waitForTimeout(settleMs)
      await take(`${name}-${view}`, page)
    }
    await page.evaluate(() => localStorage.setItem('lessonView', 'list'))
  }
  const at = async (name: string, place: string): Promise<void> => {
    await page.goto(`${hub.url}${place}`)
    await page.waitForTimeout(settleMs)
    await take(name, page)
  }

  await at('empty-day', '/today/2026-11-29')
  await page.goto(`${hub.url}${path}`)
  await rig.withPupils(36)
  await inViews('class-of-36', 'list', 'grid', 'cards')
  await page.goto(`${hub.url}${path}`)
  await page.getByRole('button', { name: 'Весь класс сразу' }).click()
  for (const no of [1, 3, 4, 20, 22]) await row(no).click()
  await page.getByRole('button', { name: /^Записать \d+$/ }).click()
  await page.getByText('Урок отмечен полностью').waitFor()
  await inViews('five-came', 'list', 'grid', 'cards')

  await page.context().setOffline(true)
  await page.goto(`${hub.url}${path}`)
  await row(1).click()
  await page.getByRole('button', { name: 'ОСВ' }).first().click()
  await inViews('offline', 'list', 'grid')
  await at('offline-outbox', '/outbox')
  await page.context().setOffline(false)
  await page.context().clearCookies()
  await at('sign-in-needed-outbox', '/outbox')
  await inViews('sign-in-needed', 'list', 'grid')
  await page.goto(`${hub.url}/sign-in`)
  await page.waitForTimeout(settleMs)
  await take('sign-in-again', page)

  const other = await openLessonRig(browser)
  await other.desk.edit({
    ...{ list: 'changes', add: { lesson: other.lesson, kind: 'cancelled', date: '', period: '', into: '' } },
  })
  await other.page.getByRole('button', { name: 'Понятно' }).waitFor({ timeout: 30_000 })
  await take('cancelled-list', other.page)
  await other.page.getByRole('button', { name: 'Сетка' }).click()
  await take('cancelled-grid', other.page)
  await other.close()

  const stopped = await page.context().newPage()
  await stopped.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('stopped', 'UnknownError')
    }
  })
  await stopped.goto(`${hub.url}${path}`)
  await stopped.waitForTimeout(settleMs)
  await take('storage-stopped', stopped)
  await rig.close()
}
