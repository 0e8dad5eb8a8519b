// What the school's lists make of a tablet's screens: a lesson given to somebody, moved, of a colleague, refused.
import type { Browser, Page } from '@playwright/test'
import { lessonsOn } from '../../src/domain/lesson.ts'
import { openLessonRig } from './lesson-rig.ts'
import { personAt } from './person.ts'

type Take = (name: string, page: Page) => Promise<void>

const settleMs = 2_500
/** What was changed at the desk comes to a tablet with its next pull. */
const pullMs = 20_000
const teacher = 't01'

const colleagueOf = async ({ desk, lesson }: Awaited<ReturnType<typeof openLessonRig>>) => {
  const { school, lesson: own } = await desk.lessonIn(lesson)
  const day = lessonsOn(school, own.date)
  const kim = school.staff.find((one) => one.lastName === 'Ким')?.id ?? ''
  const busy = new Set(day.filter((one) => one.teacher === teacher).map((one) => one.period))
  return {
    ...{ date: own.date, kim },
    mine: day.filter((one) => one.teacher === teacher),
    free: day.find((one) => one.teacher !== teacher && !busy.has(one.period) && one.insteadOf === null),
  }
}

/** Calls `take` with each state as it stands on the screen. */
export const walkLists = async (browser: Browser, take: Take): Promise<void> => {
  const rig = await openLessonRig(browser)
  const { page, hub, desk, lesson, path, row } = rig
  const at = async (name: string, place: string, seen: Page = page): Promise<void> => {
    await seen.goto(`${hub.url}${place}`)
    await seen.waitForTimeout(settleMs)
    await take(name, seen)
  }
  const lessonPath = (id: string): string => `/lesson/${encodeURIComponent(id)}`
  const { date, kim, mine, free } = await colleagueOf(rig)
  const [, second, third] = mine
  const change = { kind: 'moved', date, period: '7', into: '' }

  // Refused: recorded without a network while the lesson was given to somebody else.
  await page.context().setOffline(true)
  await row(2).click()
  await desk.edit({ list: 'substitutions', add: { lesson, teacher: kim } })
  if (free) await desk.edit({ list: 'substitutions', add: { lesson: free.id, teacher } })
  if (second) await desk.edit({ list: 'changes', add: { ...change, lesson: second.id } })
  if (third) {
    await desk.edit({
      list: 'changes',
      add: { ...change, lesson: third.id, kind: 'cancelled', date: '', period: '' },
    })
  }
  await page.context().setOffline(false)
  await page.waitForTimeout(pullMs)
  await at('given-away-list', path)
  await at('refused-outbox', '/outbox')
  await at('changed-day', `/today/${date}`)
  if (free) await at('substitution-list', lessonPath(free.id))
  if (second) await at('moved-list', lessonPath(second.id))
  await page.evaluate(() => localStorage.setItem('lessonView', 'grid'))
  await at('given-away-grid', path)
  if (second) await at('moved-grid', lessonPath(second.id))

  const other = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
  await other.goto(hub.url)
  await other.getByLabel('Имя для входа').fill('kim')
  await other.getByLabel('Пароль временного журнала').fill('не тот')
  await other.getByRole('button', { name: 'Войти' }).click()
  await other.getByRole('alert').waitFor()
  await take('sign-in-refused', other)
  await personAt(other, hub).signIn('kim')
  await other.getByRole('button', { name: 'Понятно' }).click()
  await at('class-teacher-day', `/today/${date}`, other)
  const foreign = await other.locator('details a[href^="/lesson/"]').first().getAttribute('href')
  if (foreign) {
    for (const view of ['list', 'grid', 'cards']) {
      await other.evaluate((one) => localStorage.setItem('lessonView', one), view)
      await at(`foreign-${view}`, foreign, other)
    }
  }
  await other.context().close()
  await rig.close()
}
