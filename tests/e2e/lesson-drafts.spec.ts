// What is half done in a lesson or on the card of a disagreement: it outlives a kill, says that it is no entry, belongs to
// whoever did it, and nothing else comes under the finger meanwhile.
import { expect, type Page } from '@playwright/test'
import { cellKey } from '../../src/domain/cell.ts'
import { axeFindings } from './access/axe.ts'
import { createBrowserProcess } from './browser-process.ts'
import { createHubProcess } from './hub-process.ts'
import { openLessonRig, readLog, readTable } from './lesson-rig.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { createTurnedHub } from './turned-hub.ts'
import { createWireTablet } from './wire-tablet.ts'

const own = 'Повторение перед контрольной'
const draftKeys = async (page: Page): Promise<string[]> =>
  (await readTable<{ key: string }>(page, 'draft')).map(({ key }) => key)

test('a topic typed before a kill stands there unrecorded, and «Урок отмечен» writes nothing over it', async () => {
  const hub = await createHubProcess()
  const tablet = createBrowserProcess()
  try {
    await hub.start()
    let page = await tablet.open()
    await page.goto(hub.url)
    await personAt(page, hub).signIn('ryabinina')
    await tablet.quit()
    page = await tablet.open()
    const { path } = await personAt(page, hub).openFirstLesson()
    await page.getByLabel(/^Тема, /).fill(own)
    await expect.poll(() => draftKeys(page)).toHaveLength(1)
    await tablet.kill()

    page = await tablet.open()
    await page.goto(`${hub.url}${path}`)
    await expect(page.getByLabel('Тема набрана, но не записана')).toHaveValue(own)
    await expect(page.getByText(/Набрано, но не записано: тема/)).toBeVisible()
    await page.getByRole('button', { name: 'Урок отмечен' }).click()
    await expect(page.getByText('Класс отмечен, набранное не записано')).toBeVisible()
    await expect(page.getByLabel('Тема набрана, но не записана')).toHaveValue(own)
    const topics = async () => (await readLog(page)).filter((entry) => entry.cell.kind === 'topic')
    expect(await topics()).toEqual([])

    await page.getByRole('button', { name: 'Записать набранное' }).click()
    await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
    expect((await topics()).map((entry) => entry.value)).toEqual([{ planItem: null, text: own }])
    await expect.poll(() => draftKeys(page)).toEqual([])
  } finally {
    await tablet.close()
    await hub.close()
  }
})

test('whoever signs in next on a shared tablet sees nothing of what another has half done', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, hub, row, key, path } = rig
  const teacher = personAt(page, hub)
  const change = async (login: string): Promise<void> => {
    await page.getByRole('link', { name: 'Выйти' }).click()
    await page.getByRole('button', { name: 'Выйти' }).click()
    await teacher.signIn(login)
    await page.goto(`${hub.url}${path}`)
    await expect(row(1)).toBeVisible()
  }
  try {
    // An individual task is closed as a draft, a topic is being typed, and a pupil was called «здесь».
    await key('Карточки').click()
    await page.getByRole('button', { name: 'Здесь' }).click()
    await key('Список').click()
    await row(2).click()
    await page.getByRole('button', { name: 'задание', exact: true }).click()
    // Closed in the same breath as the last letter came: it is kept all the same.
    await page.getByLabel('Что задано (об учёбе, не об ученике)').evaluate((field: HTMLInputElement) => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      set?.call(field, 'карточка 4')
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.closest('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }))
    })
    await expect.poll(() => draftKeys(page)).toHaveLength(2)
    await expect(page.getByText(/Набрано, но не записано: 1 задание ученику/)).toBeVisible()
    await key('Отменить').click()
    await page.getByLabel(/^Тема, /).fill(own)
    await expect.poll(() => draftKeys(page)).toHaveLength(3)
    await page.reload()
    await expect(page.getByLabel('Тема набрана, но не записана')).toHaveValue(own)
    await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 20_000 })

    // The second teacher is the first one's substitute: the same lesson, the same fields.
    const { school } = await rig.desk.lessonIn(rig.lesson)
    const kim = school.staff.find((one) => one.lastName === 'Ким' && one.firstName.startsWith('О'))
    await rig.desk.edit({ list: 'substitutions', add: { lesson: rig.lesson, teacher: kim?.id ?? '' } })
    await change('kim')
    await expect(page.getByText(/Набрано, но не записано/)).toHaveCount(0)
    await expect(page.getByLabel(/^Тема/)).toHaveValue('')
    await key('Карточки').click()
    await expect(page.getByText('не отмечено')).toBeVisible()
    await expect(page.getByText(/^1 из/)).toBeVisible()
    expect(await draftKeys(page)).toHaveLength(3)
  } finally {
    await rig.close()
  }
})

test('a chip that is tapped after a text was typed has the last word, and what is typed on while it is saved is kept', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser, { hasTouch: true })
  const { page } = rig
  const homework = page.getByLabel(/^Домашнее задание/)
  const values = async () =>
    (await readLog(page)).filter((entry) => entry.cell.kind === 'homework').map((entry) => entry.value)
  try {
    await homework.tap()
    await homework.pressSequentially('§ 5')
    const none = page.getByRole('button', { name: 'не задано', exact: true })
    await none.tap()
    await expect(none).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(values).toEqual([{ text: '§ 5' }, { none: true }])
    await expect(homework).toHaveValue('')
    await expect.poll(() => draftKeys(page)).toEqual([])
    const last = (await readLog(page)).at(-1)
    expect(last?.saw).toEqual({ text: '§ 5' })

    // The field is left and come back to in the same breath, before the entry is committed.
    await homework.evaluate(async (field: HTMLInputElement) => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      const type = (text: string): void => {
        field.focus()
        set?.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
      type('§ 6')
      field.blur()
      for (let turns = 0; turns < 5; turns += 1) await null
      type('§ 6, устно')
    })
    await expect.poll(values).toEqual([{ text: '§ 5' }, { none: true }, { text: '§ 6' }])
    await expect(homework).toHaveValue('§ 6, устно')
    await expect.poll(() => draftKeys(page)).toHaveLength(1)
    await homework.blur()
    await expect.poll(values).toHaveLength(4)
    expect((await readLog(page)).at(-1)).toMatchObject({
      value: { text: '§ 6, устно' },
      saw: { text: '§ 6' },
    })
    await expect.poll(() => draftKeys(page)).toEqual([])
  } finally {
    await rig.close()
  }
})

test('«Здесь» is taken back by «убрать», and ends with the lesson in whatever view that is', async ({
  browser,
}) => {
  const rig = await openLessonRig(browser)
  const { page, key } = rig
  try {
    await key('Карточки').click()
    for (const no of [1, 2]) {
      await expect(page.getByText(new RegExp(`^${no} из`))).toBeVisible()
      await page.getByRole('button', { name: 'Здесь' }).click()
    }
    await key('Назад').click()
    await expect(page.getByText('на уроке, предлагается')).toBeVisible()
    await page.getByRole('button', { name: 'убрать' }).click()
    await expect(page.getByText('не отмечено')).toBeVisible()
    expect(await draftKeys(page)).toHaveLength(1)
    await key('Список').click()
    await page.getByRole('button', { name: 'Урок отмечен' }).click()
    await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
    await expect.poll(() => draftKeys(page)).toEqual([])
  } finally {
    await rig.close()
  }
})

test('of two disagreements one is left to where it was opened, and one that is settled meanwhile gives its place to no other', async ({
  page,
}) => {
  const turned = await createTurnedHub('2026-11-24T08:00:00.000Z')
  try {
    const teacher = personAt(page, turned)
    await page.goto(turned.url)
    await teacher.signIn('ryabinina')
    const { path } = await teacher.openFirstLesson()
    await teacher.pupilRow(1).click()
    await page.getByLabel(/^Домашнее задание/).fill('№ 1')
    await page.getByLabel(/^Тема, /).focus()
    await expect.poll(async () => (await readLog(page)).length).toBe(2)
    await expect(page.getByRole('link', { name: /Всё отправлено/ })).toBeVisible({ timeout: 30_000 })

    // The same teacher's other tablet has seen neither.
    const [away, homework] = await readLog(page)
    if (!away || !homework) throw new Error('both must be recorded')
    const tablet = await createWireTablet(turned, away.log.person)
    tablet.record(away.cell, { code: 'late', minutes: 5 })
    const theirs = tablet.record(homework.cell, { text: '№ 2' })
    await tablet.sync()
    await expect(teacher.pupilRow(1)).toHaveAccessibleName(/расхождение/, { timeout: 40_000 })

    // The day's row leads to the lesson and to the card of this lesson; Esc leads back from either.
    await page.getByRole('link', { name: 'К урокам дня' }).click()
    await expect(page).toHaveURL(/\/today/)
    const day = page.url()
    const lessonLink = page.locator(`a[data-row][href="${path}"]`)
    await expect(lessonLink).toBeVisible()
    await page.getByRole('link', { name: /^Решить/ }).click()
    await expect(page).toHaveURL(`${turned.url}/conflicts/${encodeURIComponent(cellKey(away.cell))}`)
    const keepOwn = page.getByRole('button', { name: /Оставить «Н»/ })
    await expect(keepOwn).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(day)
    await lessonLink.click()
    await teacher.pupilRow(1).click()
    await page.getByRole('button', { name: 'Решить позже' }).click()
    await expect(page).toHaveURL(`${turned.url}${path}`)

    // Another value is typed as fast as it goes, and its beginning is mended.
    await teacher.pupilRow(1).click()
    await expect(keepOwn).toBeVisible()
    await page.getByRole('link', { name: /домашнее задание/ }).click()
    await page.getByRole('button', { name: 'Другое значение' }).click()
    const field = page.getByRole('textbox', { name: 'Другое значение' })
    await field.pressSequentially('№ 3, устно')
    await field.press('Home')
    await field.pressSequentially('Стр. 5, ')
    await expect(field).toHaveValue('Стр. 5, № 3, устно')
    await expect(page.getByRole('button', { name: 'Поставить «Стр. 5, № 3, устно»' })).toBeVisible()
    expect(await axeFindings(page)).toEqual([])

    // It is settled elsewhere meanwhile: the pupil's card does not come in its place, with its keys.
    const seen = { saw: homework.value, follows: [homework.id, theirs.id] }
    tablet.record(homework.cell, { text: '№ 2' }, seen)
    await tablet.sync()
    await expect(page.getByRole('heading', { name: 'Расхождение решено' })).toBeVisible({ timeout: 40_000 })
    await expect(page.getByText(/домашнее задание: в клетке стоит «№ 2»/)).toBeVisible()
    await expect(keepOwn).toBeHidden()
    await page.keyboard.press('1')
    await expect.poll(() => draftKeys(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: /^Следующее: .+, посещаемость/ }).click()
    await expect(keepOwn).toBeVisible()
    await page.keyboard.press('2')
    await expect(page.getByRole('heading', { name: 'Выбрано: Н' })).toBeVisible()
    expect(await axeFindings(page)).toEqual([])
  } finally {
    await turned.close()
  }
})
