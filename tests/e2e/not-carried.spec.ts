// АИС keeps a lesson locked: the deputy sees it on the board, gives it up with a reason, and the teacher reads why.
import { expect, type Page } from '@playwright/test'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { createTurnedHub, type TurnedHub } from './turned-hub.ts'

const at = (date: string, time: string): string => new Date(`${date}T${time}:00+07:00`).toISOString()

/** The teacher marks the first pupil of a lesson that АИС will not let be changed, and tries to transfer it. */
const refusedByAis = async (page: Page, turned: TurnedHub): Promise<string> => {
  const teacher = personAt(page, turned)
  await page.goto(turned.url)
  await teacher.signIn('ryabinina')
  const { lesson } = await teacher.openFirstLesson()
  turned.ais.standIn.faults.locked.add(lesson)
  await teacher.pupilRow(1).click()
  await expect(teacher.pupilRow(1)).toHaveAccessibleName(/: Н, на сервере школы$/)
  await page.goto(`${turned.url}/transfer`)
  await page.getByRole('button', { name: 'Открыть сессию АИС СРО' }).click()
  await page.getByRole('button', { name: 'Открыть сессию' }).click()
  await expect(page.getByText('АИС СРО не дала изменить часть уроков')).toBeVisible({ timeout: 30_000 })
  return lesson
}

test('a locked lesson is given up by the deputy with a reason, and its teacher reads it on the tablet', async ({
  page,
  browser,
}) => {
  const turned = await createTurnedHub(at('2026-11-24', '15:00'))
  try {
    const lesson = await refusedByAis(page, turned)

    const desk = await (await browser.newContext()).newPage()
    await desk.goto(turned.url)
    await personAt(desk, turned).signIn('zavyalova')
    const locked = desk.getByRole('table', { name: /^АИС СРО не дала изменить/ })
    await expect(locked.getByRole('row').nth(1)).toContainText('1 запись')
    await locked.getByRole('link').click()
    await expect(desk).toHaveURL(new RegExp(encodeURIComponent(lesson)))

    await desk.getByRole('button', { name: 'Не вносить в АИС СРО…' }).click()
    await expect(desk.getByText('Решение не отменяется')).toBeVisible()
    await expect(desk.getByRole('button', { name: /^Не вносить в АИС СРО: 0/ })).toBeDisabled()
    await desk.getByRole('group', { name: 'Что не вносить' }).getByRole('checkbox').first().check()
    await desk.getByLabel('Подробности').fill('период закрыт, сообщил оператор')
    await desk.getByRole('button', { name: 'Не вносить в АИС СРО: 1 клетку' }).click()
    const why =
      'АИС СРО не даёт изменить этот урок (период закрыт, сообщил оператор). Так решил завуч: Завьялова'
    await expect(desk.getByRole('listitem').filter({ hasText: why })).toContainText('в АИС не вносится')
    await expect(desk.getByRole('button', { name: 'Не вносить в АИС СРО…' })).toBeHidden()
    await desk.goto(`${turned.url}/board`)
    await expect(desk.getByRole('table', { name: 'В АИС не вносится по решению завуча' })).toContainText(why)
    await expect(locked).toBeHidden()

    await expect(page.getByText('Завуч решил не вносить в АИС СРО: 1 запись')).toBeVisible({
      timeout: 30_000,
    })
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'Открыть очередь' }).click()
    const group = page.locator('details', { hasText: 'в АИС не вносится: 1' }).first()
    await group.locator('summary').first().click()
    await group.locator('li summary').click()
    await expect(group.getByText(why)).toBeVisible()
  } finally {
    await turned.close()
  }
})
