// What a deputy meets once in years: entries that wait for one that never came, and a hub whose data are older than the
// tablets remember.
import { expect } from '@playwright/test'
import { lessonsOn, pupilsOf } from '../../src/domain/lesson.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { createTurnedHub } from './turned-hub.ts'
import { createWireTablet } from './wire-tablet.ts'

const now = '2026-11-24T08:00:00.000Z'

test('the deputy waits no longer for an entry that never came, and what stood behind it is taken', async ({
  page,
}) => {
  const turned = await createTurnedHub(now)
  try {
    const begun = lessonsOn(turned.school, '2026-11-24').find((one) => one.begins < now)
    if (!begun) throw new Error('no lesson has begun on this day')
    const [pupil = ''] = pupilsOf(turned.school, begun)
    const tablet = await createWireTablet(turned, begun.teacher)
    const cell = { kind: 'attendance', lesson: begun.id, pupil } as const
    tablet.record(cell, { code: 'absent' }, { saw: { code: 'exempt' }, follows: ['never came'] })
    expect((await tablet.sync()).receipts).toMatchObject([{ state: 'waiting' }])

    await page.goto(turned.url)
    await personAt(page, turned).signIn('zavyalova')
    const stuck = page.getByRole('table', { name: /ждут предыдущую/ })
    await expect(stuck.getByRole('row').nth(1)).toContainText('1 запись')
    await stuck.getByRole('button', { name: /^Больше не ждать/ }).click()
    await expect(
      page.getByText('Если пропавшая запись придёт позже, она тоже не затрёт ничего'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Решить: не ждать' }).click()
    await expect(stuck).toBeHidden()
    expect(await turned.db.selectFrom('entry').select('state').execute()).toEqual([{ state: 'accepted' }])
  } finally {
    await turned.close()
  }
})

test('data older than the tablets remember: the board says so, and a tablet sends again what is missing', async ({
  page,
  browser,
}) => {
  const turned = await createTurnedHub(now)
  try {
    const teacher = personAt(page, turned)
    await page.goto(turned.url)
    await teacher.signIn('ryabinina')
    await teacher.openFirstLesson()
    await teacher.pupilRow(1).click()
    await expect(teacher.pupilRow(1)).toHaveAccessibleName(/: Н, на сервере школы$/)

    // As somebody does who copies yesterday's file over today's: the life keeps its name.
    await turned.db.deleteFrom('entry').execute()
    await turned.db.deleteFrom('cell').execute()
    await turned.db.updateTable('revision').set({ rev: 0 }).execute()
    await page.reload()
    await expect
      .poll(() => turned.db.selectFrom('entry').select('state').execute(), { timeout: 60_000 })
      .toEqual([{ state: 'accepted' }])
    await expect(teacher.pupilRow(1)).toHaveAccessibleName(/: Н, на сервере школы$/)

    const desk = await (await browser.newContext()).newPage()
    await desk.goto(turned.url)
    await personAt(desk, turned).signIn('zavyalova')
    await expect(desk.getByText(/^Данные сервера школы старее, чем помнят планшеты/)).toBeVisible()
    await expect(desk.getByText('Записи на планшетах целы')).toBeVisible()
  } finally {
    await turned.close()
  }
})
