// A day that leaves something on every screen: entries of a lesson, a disagreement of two tablets, an outage, open pages.
import { type Browser, type Page, expect as soon } from '@playwright/test'
import { createHubProcess } from '../hub-process.ts'
import { personAt } from '../person.ts'
import type { Places, Screen, Viewer } from './screens.ts'

/** The album has no runner that would say how long to wait. */
const expect = soon.configure({ timeout: 30_000 })

const logins: Record<Exclude<Viewer, 'nobody'>, string> = {
  teacher: 'ryabinina',
  classTeacher: 'kim',
  deputy: 'zavyalova',
  newcomer: 'orlov',
}

export const playDay = async (browser: Browser) => {
  const hub = await createHubProcess()
  await hub.start()
  const pageOf = async (login: string | null): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
    await page.goto(hub.url)
    if (login) await personAt(page, hub).signIn(login)
    else await expect(page.getByLabel('Имя для входа')).toBeVisible()
    if (login && login !== logins.newcomer) {
      const known = page.getByRole('button', { name: 'Понятно' })
      await known.click()
      await expect(known).toBeHidden()
    }
    return page
  }

  /** Two tablets of one teacher, one of them away: the same pupil gets two values. */
  const disagree = async (page: Page): Promise<Places> => {
    const teacher = personAt(page, hub)
    const { lesson, path } = await teacher.openFirstLesson()
    const other = await pageOf(logins.teacher)
    const elsewhere = personAt(other, hub)
    await other.goto(`${hub.url}${path}`)
    await expect(elsewhere.pupilRow(1)).toBeVisible()
    await other.context().setOffline(true)
    await elsewhere.pupilRow(1).focus()
    await elsewhere.pupilRow(1).press('j')
    await expect(elsewhere.pupilRow(1)).toHaveAccessibleName(/ОП 5 мин, на планшете/)
    await teacher.pupilRow(1).click()
    await teacher.pupilRow(3).click()
    await expect(teacher.pupilRow(3)).toHaveAccessibleName(/Н, на сервере школы$/)
    await other.context().setOffline(false)
    await expect(elsewhere.pupilRow(1)).toHaveAccessibleName(/расхождение/, { timeout: 30_000 })
    await other.context().close()
    await expect(teacher.pupilRow(1)).toHaveAccessibleName(/расхождение/, { timeout: 30_000 })
    await page.goto(`${hub.url}/conflicts`)
    const href = await page.locator('a[href^="/conflicts/"]').first().getAttribute('href')
    return { lesson, conflict: decodeURIComponent((href ?? '').replace('/conflicts/', '')) }
  }

  /** A final mark, which no door carries: it waits for a hand. */
  const setFinalMark = async (page: Page): Promise<void> => {
    await page.goto(`${hub.url}/terms`)
    const cell = page.locator('[data-cell="0:1"]')
    await cell.click()
    const early = page.getByRole('button', { name: 'Поставить раньше срока' })
    if (await early.isVisible()) await early.click()
    await page.getByRole('button', { name: '5', exact: true }).click()
    await expect(cell).toHaveAccessibleName(/: 5, на сервере школы/)
  }

  const teacher = await pageOf(logins.teacher)
  const places = await disagree(teacher)
  await setFinalMark(teacher)
  await hub.outage(true)
  const pages: Record<Viewer, Page> = {
    teacher,
    classTeacher: await pageOf(logins.classTeacher),
    deputy: await pageOf(logins.deputy),
    newcomer: await pageOf(logins.newcomer),
    nobody: await pageOf(null),
  }
  await pages.deputy.goto(`${hub.url}/outages`)
  await expect(pages.deputy.getByText(/Случай № 1/).first()).toBeVisible({ timeout: 30_000 })

  const open = async (screen: Screen): Promise<Page> => {
    const page = pages[screen.who]
    await page.evaluate((view) => localStorage.setItem('lessonView', view), screen.view ?? 'list')
    await page.goto(`${hub.url}${screen.path(places)}`)
    await expect(page.getByText(screen.shows).first()).toBeVisible()
    await screen.act?.(page)
    return page
  }
  const close = async (): Promise<void> => {
    for (const page of Object.values(pages)) await page.context().close()
    await hub.close()
  }
  return { hub, pages, places, open, close }
}

export type PlayedDay = Awaited<ReturnType<typeof playDay>>
