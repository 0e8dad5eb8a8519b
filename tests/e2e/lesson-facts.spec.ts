// What a lesson takes beside marks and «Н»: homework of all and of one, a topic of one's own, reasons, a pen, a new hour.
import { expect } from '@playwright/test'
import { formerLessons } from '../../src/domain/calendar/former-lessons.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { lessonsOn } from '../../src/domain/lesson.ts'
import { plusDays } from '../../src/domain/time.ts'
import { openLessonRig, readLog } from './lesson-rig.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

const lessonOf = ({ cell }: Entry) => ('lesson' in cell ? cell.lesson : null)

test('homework is taken over from the last lesson or from the КТП, and one pupil gets a task of their own', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, hub, row, key } = rig
  const open = async (id: string): Promise<void> => {
    await page.goto(`${hub.url}/lesson/${encodeURIComponent(id)}`)
    await expect(row(1)).toBeVisible()
  }
  try {
    // Not every item of the КТП has homework.
    const { school, lesson } = await rig.desk.lessonIn(rig.lesson)
    const days = Array.from({ length: 7 }, (_, n) => plusDays(lesson.date, -n - 1))
    const own = days.flatMap((day) => lessonsOn(school, day)).filter((one) => one.teacher === lesson.teacher)
    const byPlan = page.getByRole('button', { name: /^по КТП: / })
    let chosen = lesson
    for (const one of own) {
      if ((await byPlan.count()) > 0) break
      await open(one.id)
      chosen = one
    }
    const planned = (await byPlan.getAttribute('title')) ?? ''
    const [former] = formerLessons(school, chosen, 1)
    await open(former?.id ?? '')
    await page.getByLabel(/^Домашнее задание, до/).fill('§ 7, вопросы 1–3')
    await page.getByLabel(/^Тема, /).focus()
    await expect(page.getByText(/сохранено на планшете: Домашнее задание: § 7/)).toBeVisible()

    await open(chosen.id)
    await page.getByRole('button', { name: 'как в прошлый раз: § 7, вопросы 1–3' }).click()
    await expect(page.getByLabel(/^Домашнее задание, до/)).toHaveValue('§ 7, вопросы 1–3')
    await byPlan.click()
    await expect(page.getByLabel(/^Домашнее задание, до/)).toHaveValue(planned)

    await row(4).click()
    await page.getByRole('button', { name: 'задание', exact: true }).click()
    await page.getByLabel('Что задано (об учёбе, не об ученике)').fill('карточка 4')
    await key('Записать').click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(row(4)).toHaveAccessibleName(/есть своё задание/)
    const log = (await readLog(page)).filter((entry) => /homework/i.test(entry.cell.kind))
    expect(log.map((entry) => [lessonOf(entry), entry.value])).toEqual([
      [former?.id, { text: '§ 7, вопросы 1–3' }],
      [chosen.id, { text: '§ 7, вопросы 1–3' }],
      [chosen.id, { text: planned }],
      [chosen.id, { text: 'карточка 4' }],
    ])
  } finally {
    await rig.close()
  }
})

test('a topic of one’s own is flagged and taken; «незач» and «осв» are marks; a pen is a finger', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, row, mark, key } = rig
  try {
    const proposed = (await page.getByLabel(/^Тема, КТП/).getAttribute('placeholder')) ?? ''
    const height = () => page.locator('header:has(h1)').evaluate((head) => head.clientHeight)
    const before = await height()
    await page.getByLabel(/^Тема, КТП/).fill('Разбор олимпиадных задач')
    await page.getByLabel(/^Домашнее задание, до/).focus()
    const flagged = page.getByLabel(/^Тема, не по КТП: там № \d+, п\. 2\.7$/)
    await expect(flagged).toHaveValue('Разбор олимпиадных задач')
    await expect(flagged).toHaveAccessibleDescription(new RegExp(`^В КТП № \\d+: ${proposed}$`))
    expect(await height()).toBe(before)

    await mark(1).click()
    await key('незач').click()
    await expect(mark(1)).toHaveText('незач')
    await key('осв').click()
    await expect(mark(2)).toHaveText('осв')

    // A pen that is held to the glass.
    const heard = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          addEventListener('pointerdown', (event) => resolve(event.pointerType), { once: true }),
        ),
    )
    const box = await row(5).boundingBox()
    const at = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 22, button: 'left', clickCount: 1 } as const
    const glass = await page.context().newCDPSession(page)
    for (const type of ['mousePressed', 'mouseReleased'] as const)
      await glass.send('Input.dispatchMouseEvent', { type, pointerType: 'pen', ...at })
    expect(await heard).toBe('pen')
    await expect(row(5)).toHaveAccessibleName(/: Н,/)
    const values = (await readLog(page)).map((entry) => entry.value)
    expect(values).toContainEqual({ planItem: null, text: 'Разбор олимпиадных задач' })
    expect(values).toContainEqual({ marks: ['незач'], owed: false })
    expect(values).toContainEqual({ marks: ['осв'], owed: false })
  } finally {
    await rig.close()
  }
})

test('a class teacher gives the reason of an absence in the list, п. 2.9, and takes it back', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const context = await browser.newContext({ locale: 'ru-RU' })
  try {
    const { school, lesson } = await rig.desk.lessonIn(rig.lesson)
    const leads = school.classes.find((one) =>
      school.staff.some((person) => person.id === one.classTeacher && person.firstName === 'Ольга'),
    )
    const days = Array.from({ length: 14 }, (_, n) => plusDays(lesson.date, -n - 1))
    const own = days
      .flatMap((day) => lessonsOn(school, day))
      .find((one) => one.teacher === leads?.classTeacher && one.classes.includes(leads?.id ?? ''))
    const page = await context.newPage()
    await page.goto(rig.hub.url)
    const teacher = personAt(page, rig.hub)
    await teacher.signIn('kim')
    await page.goto(`${rig.hub.url}/lesson/${encodeURIComponent(own?.id ?? '')}`)
    await teacher.pupilRow(3).click()
    await expect(teacher.pupilRow(3)).toHaveAccessibleName(/: Н,/)
    for (const [sign, reason] of [
      ['Б', 'illness'],
      ['УП', 'excused'],
      ['НП', 'unexcused'],
    ] as const) {
      await page.getByRole('button', { name: new RegExp(`^${sign} `) }).click()
      await expect(teacher.pupilRow(3).locator('[data-code="absent"]')).toHaveText(`Н${sign}`)
      expect((await readLog(page)).at(-1)).toMatchObject({
        ...{ cell: { kind: 'absenceReason' }, role: 'classTeacher', value: { reason } },
      })
    }
    await page.getByRole('button', { name: /^НП / }).click()
    await expect(teacher.pupilRow(3).locator('[data-code="absent"]')).toHaveText('Н')
    expect((await readLog(page)).at(-1)).toMatchObject({ cell: { kind: 'absenceReason' }, value: null })
  } finally {
    await context.close()
    await rig.close()
  }
})

test('a lesson that is moved on shows what it holds in every view, and «Сегодня» says what that is of', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, hub, desk, row, lesson } = rig
  try {
    await row(2).click()
    await expect(row(2)).toHaveAccessibleName(/на сервере школы$/, { timeout: 20_000 })
    const { lesson: held } = await desk.lessonIn(lesson)
    const hours = [3, 4, 5, 6, 7, 8, 9].flatMap((days) =>
      [1, 2, 3, 4, 5, 6, 7, 8].map((period) => ({
        date: plusDays(held.date, days),
        period: String(period),
      })),
    )
    let moved = false
    for (const hour of hours) {
      if (moved) break
      moved = await desk.edit({ list: 'changes', add: { lesson, kind: 'moved', ...hour, into: '' } }).then(
        () => true,
        () => false,
      )
    }
    expect(moved).toBe(true)
    await expect(page.getByText(/Урок начнётся/)).toBeVisible({ timeout: 30_000 })
    await expect(row(2)).toHaveAccessibleName(/: Н, на сервере школы$/)
    await page.getByRole('button', { name: 'Карточки' }).click()
    await expect(page.getByText(/Урок начнётся/)).toBeVisible()
    await expect(page.getByText(/: посещаемость Н$/)).toBeVisible()
    await page.getByRole('button', { name: 'Сетка' }).click()
    await expect(page.getByText(/Урок начнётся/)).toBeVisible()
    await expect(page.getByRole('gridcell', { name: /Н, на сервере школы/ })).toBeVisible()
    await page.goto(`${hub.url}/?date=${held.date}`)
    await expect(page.getByText(/посещаемость: 1 запись за прежнее время .*скажите завучу/)).toBeVisible()
  } finally {
    await rig.close()
  }
})

test('a lesson that is moved while it is open says so, and keeps what was recorded', async ({ browser }) => {
  const rig = await openLessonRig(browser)
  const { page, desk, row, lesson } = rig
  try {
    await row(2).click()
    await expect(row(2)).toHaveAccessibleName(/на сервере школы$/, { timeout: 20_000 })
    const { lesson: held } = await desk.lessonIn(lesson)
    // To the first hour of these days that nobody's lesson has.
    const hours = [0, 1, 2, 3, 4].flatMap((days) =>
      [8, 7, 6, 5, 4, 3, 2, 1].map((period) => ({
        date: plusDays(held.date, -days),
        period: String(period),
      })),
    )
    let moved = false
    for (const hour of hours) {
      if (moved || (hour.date === held.date && Number(hour.period) === held.period)) continue
      moved = await desk.edit({ list: 'changes', add: { lesson, kind: 'moved', ...hour, into: '' } }).then(
        () => true,
        () => false,
      )
    }
    expect(moved).toBe(true)
    await expect(page.getByText(/Урок перенесён: был .*Записанное цело/).first()).toBeVisible({
      timeout: 30_000,
    })
    await expect(row(2)).toHaveAccessibleName(/: Н, на сервере школы$/)
    expect((await readLog(page)).map(lessonOf)).toEqual([lesson])
  } finally {
    await rig.close()
  }
})
