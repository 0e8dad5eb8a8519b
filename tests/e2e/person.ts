// What a person does in the journal, in the words of the screen.
import { type Page, expect as soon } from '@playwright/test'

/** The album has no runner that would say how long to wait. */
const expect = soon.configure({ timeout: 30_000 })

export const personAt = (page: Page, hub: { url: string }) => {
  const signIn = async (login: string): Promise<void> => {
    await page.getByLabel('Имя для входа').fill(login)
    await page.getByLabel('Пароль временного журнала').fill('demo')
    await page.getByRole('button', { name: 'Войти' }).click()
    await expect(page.getByLabel('Пароль временного журнала')).toBeHidden()
  }
  /** The newest day with a lesson that has begun: on a day off a link leads to it, early in the morning a step back does. */
  const goToTaughtDay = async (): Promise<void> => {
    await page.goto(`${hub.url}/today`)
    const mark = page.getByRole('link', { name: /^Отметить/ })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    // The list comes a moment after the heading; a day on which nothing has begun yet has no such link at all.
    const heading = page.getByRole('heading', { level: 1 }).locator('..')
    const isThere = async (): Promise<boolean> => {
      await expect(page.locator('[data-row]').or(heading.getByText('уроков нет')).first()).toBeVisible()
      return (await mark.count()) > 0
    }
    for (let tries = 0; tries < 12 && !(await isThere()); tries += 1) {
      const last = page.getByRole('link', { name: /^Последние уроки/ })
      const step = (await last.isVisible()) ? last : page.getByRole('button', { name: 'День раньше' })
      // Lists that come just then may give the day lessons, and the step goes.
      await step.click({ timeout: 5_000 }).catch(() => undefined)
    }
    await expect(mark.first()).toBeVisible()
  }
  const openFirstLesson = async (): Promise<{ lesson: string; path: string }> => {
    await goToTaughtDay()
    await page
      .getByRole('link', { name: /^Отметить/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: 'Урок отмечен' })).toBeVisible()
    const path = new URL(page.url()).pathname
    return { path, lesson: decodeURIComponent(path.replace('/lesson/', '')) }
  }
  const pupilRow = (no: number) => page.locator(`[data-cell="${no - 1}:0"]`)
  return { signIn, goToTaughtDay, openFirstLesson, pupilRow }
}
