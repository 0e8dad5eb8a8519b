// What a deputy and a class teacher do between lessons: a substitution reaches a tablet, a document fills reasons.
import { expect } from '@playwright/test'
import { createHubProcess, type HubProcess } from './hub-process.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'

let hub: HubProcess

test.beforeEach(async () => {
  hub = await createHubProcess()
  await hub.start()
})
test.afterEach(() => hub.close())

/** The next day with lessons of the chosen person: a weekend has none. */
const dayWithLessons = async (page: import('@playwright/test').Page): Promise<string> => {
  const date = page.getByLabel('День', { exact: true })
  for (let tries = 0; tries < 10; tries += 1) {
    if ((await page.getByRole('button', { name: 'Замена' }).count()) > 0) break
    const next = new Date(Date.parse(await date.inputValue()) + 86_400_000).toISOString().slice(0, 10)
    await date.fill(next)
  }
  return date.inputValue()
}

test('a substitution entered at the desk is on the substitute’s tablet, and the register takes a plan', async ({
  browser,
}) => {
  const desk = await (await browser.newContext()).newPage()
  await desk.goto(hub.url)
  await personAt(desk, hub).signIn('zavyalova')
  await desk.getByRole('link', { name: 'Школа' }).click()
  await desk.getByLabel('Чьи уроки').selectOption({ label: 'Рябинина Т. В.' })
  const date = await dayWithLessons(desk)
  const lesson = desk.getByRole('listitem').filter({ has: desk.getByRole('button', { name: 'Замена' }) })
  const title = (await lesson.first().locator('b').first().textContent()) ?? ''
  await lesson.first().getByRole('button', { name: 'Замена' }).click()
  const pick = desk.getByLabel('Кто ведёт урок')
  const kim = await pick
    .locator('option')
    .filter({ hasText: /^Ким О\. А\./ })
    .getAttribute('value')
  await pick.selectOption(kim)
  await desk.getByRole('button', { name: 'Назначить' }).click()
  await expect(desk.getByText('замена, по расписанию Рябинина Т. В.')).toBeVisible()

  const tablet = await (await browser.newContext()).newPage()
  await tablet.goto(hub.url)
  await personAt(tablet, hub).signIn('kim')
  await tablet.goto(`${hub.url}/today/${date}`)
  const [schoolClass = ''] = title.replace(/^\d+\. /, '').split(',')
  await expect(tablet.getByText(schoolClass).first()).toBeVisible()
  const row = tablet.getByRole('listitem').filter({ hasText: 'Замещение, по расписанию Рябинина Т. В.' })
  const path = (await row.getByRole('link').getAttribute('href')) ?? ''
  await tablet.goto(`${hub.url}${path}`)
  await expect(tablet.getByRole('button', { name: 'Урок отмечен' })).toBeVisible()

  const former = await (await browser.newContext()).newPage()
  await former.goto(hub.url)
  const teacher = personAt(former, hub)
  await teacher.signIn('ryabinina')
  await former.goto(`${hub.url}${path}`)
  await expect(former.getByText(/^Этот урок ведёт Ким О. А., записи видны/)).toBeVisible()
  await expect(former.getByRole('button', { name: 'Урок отмечен' })).toBeHidden()
  await teacher.pupilRow(1).click()
  await expect(former.getByRole('alert').filter({ hasText: 'Только чтение' })).toBeVisible()

  await desk.getByRole('link', { name: 'Сбои' }).click()
  await desk.getByRole('button', { name: 'Запланировать' }).click()
  const plan = async (): Promise<void> => {
    await desk.getByLabel('С', { exact: true }).fill('2099-12-01T18:00')
    await desk.getByLabel('До', { exact: true }).fill('2099-12-02T06:00')
    await desk.getByLabel('Кто объявил и почему').fill('письмо поддержки')
    await desk.getByRole('button', { name: 'Запланировать' }).click()
  }
  await plan()
  await expect(desk.getByText('Объявлено заранее')).toBeVisible()
  await desk.getByRole('button', { name: 'Запланировать' }).click()
  await plan()
  await expect(desk.getByRole('alert').filter({ hasText: 'Не внесено' })).toBeVisible()
})

test('a lesson recorded by name waits on the hub, and a document of tomorrow is refused', async ({
  browser,
  page,
}) => {
  await page.goto(hub.url)
  const person = personAt(page, hub)
  await person.signIn('kim')
  await page.goto(`${hub.url}/provisional`)
  await page.getByLabel('Класс или группа').fill('11В')
  await page.getByLabel('Номер урока').fill('1')
  await page.getByLabel('Тема').fill('Повторение')
  await page.getByRole('button', { name: 'Записать' }).click()
  await expect(page.getByText('сохранено на планшете: 11В, 1-й урок')).toBeVisible()
  await expect(page.getByText(/ждёт замены в списках: 1 запись/)).toBeVisible()

  // The deputy sees it, and a person says which lesson was meant.
  const desk = await (await browser.newContext()).newPage()
  await desk.goto(hub.url)
  await personAt(desk, hub).signIn('zavyalova')
  await desk.goto(`${hub.url}/school/unbound`)
  await expect(desk.getByRole('heading', { name: /^11В, .*1-й урок, не из списка: Ким О. А./ })).toBeVisible()
  await expect(desk.getByText('Повторение')).toBeVisible()
  await expect(desk.getByLabel('Какой это урок')).toBeVisible()
  await desk.context().close()

  await page.getByRole('link', { name: 'Справки' }).click()
  const received = page.getByLabel('Получен вами')
  const today = await received.inputValue()
  await received.fill(new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10))
  await expect(page.getByText('Дата получения ещё не наступила')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Заполнять нечего' })).toBeDisabled()
})

test('final marks are set without a network, by digits too, and are said to be entered by hand', async ({
  page,
  browser,
}) => {
  await page.goto(hub.url)
  await personAt(page, hub).signIn('ryabinina')
  await page.getByRole('link', { name: 'Итоговые' }).click()
  const cell = (row: number) => page.locator(`[data-cell="${row}:1"]`)
  await expect(cell(0)).toBeVisible()
  await expect(page.getByText(/внесите в АИС вручную/)).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.context().setOffline(true)
  await cell(0).click()
  // Outside of the last week the panel asks first (п. 2.6).
  const early = page.getByRole('button', { name: 'Поставить раньше срока' })
  if (await early.isVisible()) await early.click()
  await page.getByRole('button', { name: '5', exact: true }).click()
  await expect(page.getByText(/сохранено на планшете: .*: 5/)).toBeVisible()
  await expect(cell(1)).toBeFocused()
  await page.keyboard.press('4')
  await expect(cell(1)).toHaveAccessibleName(/: 4, на планшете/)
  await page.reload()
  await expect(cell(0)).toHaveAccessibleName(/: 5, на планшете/)
  await page.context().setOffline(false)
  await expect(cell(0)).toHaveAccessibleName(/: 5, на сервере школы/)
  // They are nothing that a run could carry, and «Перенос» says so.
  await page.goto(`${hub.url}/transfer`)
  await expect(page.getByText(/внесите в АИС вручную/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Открыть сессию АИС СРО' })).toBeHidden()

  // Whoever has entered them says so; without the hub it can't be said, and nothing is lost.
  await page.getByRole('link', { name: 'Итоговые' }).click()
  await cell(1).click()
  await expect(cell(1)).toHaveAccessibleName(/: 4, на сервере школы/)
  await page.getByRole('button', { name: 'Внесено в АИС вручную: 2 отметки…' }).click()
  await expect(page.getByText(/Это не отменяется/)).toBeVisible()
  const confirm = page.getByRole('button', { name: 'Да, внесено: 2 отметки' })
  await page.context().setOffline(true)
  await confirm.click()
  await expect(page.getByRole('alert').filter({ hasText: 'Сами отметки целы' })).toBeVisible()
  await expect(cell(0)).toHaveAccessibleName(/: 5, на сервере школы/)
  await page.context().setOffline(false)
  await confirm.click()
  await expect(cell(0)).toHaveAccessibleName(/: 5, внесено вручную/)
  await expect(cell(1)).toHaveAccessibleName(/: 4, внесено вручную/)
  await expect(page.getByText(/^Внесено вручную, отметил\(а\) Рябинина Т\. В\., /)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Внесено в АИС вручную/ })).toBeHidden()

  // Changed, the mark is owed again; the other one stays as it was said.
  await page.getByRole('button', { name: '3', exact: true }).click()
  await expect(cell(1)).toHaveAccessibleName(/: 3, на сервере школы/)
  await expect(cell(0)).toHaveAccessibleName(/: 5, внесено вручную/)
  await expect(page.getByRole('button', { name: 'Внесено в АИС вручную: 1 отметка…' })).toBeVisible()

  const desk = await (await browser.newContext()).newPage()
  await desk.goto(hub.url)
  await personAt(desk, hub).signIn('zavyalova')
  const told = desk
    .getByRole('table', { name: /^Внесено вручную/ })
    .getByRole('row')
    .nth(1)
  await expect(told).toContainText('Внесено вручную, отметил(а) Рябинина Т. В.')
  await expect(told).toContainText(/Итоговые отметки, \d+[А-Я]/)
  await expect(desk.getByText('1 итоговую отметку вносят в АИС СРО вручную').first()).toBeVisible()

  // What is left a deputy says: who has no class finds it on the board.
  await desk.getByRole('link', { name: 'Какие и чьи' }).click()
  await expect(desk.getByRole('heading', { name: 'Итоговые отметки: вносят вручную' })).toBeVisible()
  await expect(desk.getByLabel('Класс')).toHaveValue(/./)
  const sheet = desk.getByRole('region', { name: /^\d+[А-Я], .*четверть$/ })
  await expect(sheet.getByRole('row').nth(1)).toContainText(/3.*Рябинина Т\. В\./)
  await sheet.getByRole('button', { name: 'Внесено в АИС вручную: 1 отметка…' }).click()
  await expect(sheet.getByText(/Это не отменяется, и здесь останется ваше имя/)).toBeVisible()
  await sheet.getByRole('button', { name: 'Да, внесено: 1 отметка' }).click()
  await expect(desk.getByText('Отмечено, что внесено вручную: 1 отметка.').first()).toBeVisible()
  await expect(desk.getByText('Вносить вручную нечего')).toBeVisible()
  await desk.getByRole('link', { name: '← Сводка' }).click()
  await expect(desk.getByText(/вносят в АИС СРО вручную/)).toHaveCount(0)
  await expect(desk.getByRole('table', { name: /^Внесено вручную/ })).toContainText('отметил(а) Завьялова')
  await desk.context().close()
  // The teacher reads who has said so.
  await expect(cell(1)).toHaveAccessibleName(/: 3, внесено вручную/)
  await cell(1).click()
  await expect(page.getByText(/^Внесено вручную, отметил\(а\) Завьялова/)).toBeVisible()
})

test('on a phone every section is one or two taps away', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(hub.url)
  await personAt(page, hub).signIn('kim')
  // A tap would meet it: the name of the journal is seen, and not only read aloud.
  await page.getByRole('banner').getByText('Временный журнал', { exact: true }).click({ trial: true })
  const documents = page.getByRole('link', { name: 'Справки' })
  await expect(documents).toBeHidden()
  const more = page.getByRole('button', { name: 'Ещё' })
  await more.click()
  await documents.click()
  await expect(page.getByRole('heading', { name: /Справки/ })).toBeVisible()
  await expect(documents).toBeHidden()
  await more.click()
  await page.keyboard.press('Escape')
  await expect(documents).toBeHidden()
  await expect(page.getByRole('link', { name: 'Сегодня' })).toBeVisible()
})

test('the week and a home-schooled pupil are entered at the desk', async ({ page }) => {
  await page.goto(hub.url)
  await personAt(page, hub).signIn('zavyalova')
  await page.goto(`${hub.url}/school/timetable`)
  await page.getByLabel('Класс').selectOption({ label: '7А' })
  const places = page.getByRole('button', { name: /^Убрать: / })
  await expect(places.first()).toBeVisible()
  const before = await places.count()
  const name = (await places.first().getAttribute('aria-label')) ?? ''
  await places.first().click()
  await expect(places).toHaveCount(before - 1)
  // The place is free again: the same lesson goes back into it, from that day on.
  const [, day = '', period = '', what = ''] = /^Убрать: (\S+), (\d+)-й урок, (.+)$/.exec(name) ?? []
  await page.getByLabel('Что', { exact: true }).selectOption({ label: what })
  await page.getByLabel('В какой день').selectOption({ label: day })
  await page.getByLabel('Каким уроком').fill(period)
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  await expect(places).toHaveCount(before)
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  await expect(page.getByText(/это место расписания уже занято/)).toBeVisible()
  await expect(places).toHaveCount(before)

  await page.getByRole('link', { name: 'Группы и планы' }).click()
  await page.getByLabel('Класс').selectOption({ label: '7А' })
  await page.getByLabel('Ученик').selectOption({ index: 1 })
  await page.getByLabel('Что', { exact: true }).selectOption('homeSchooled')
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  await expect(page.getByText(/Обучение на дому, все предметы, с /)).toBeVisible()
  await page.getByRole('link', { name: 'Кто менял' }).click()
  await expect(page.getByText('особые ученики: +1')).toBeVisible()
  await expect(page.getByText('расписание: +1').first()).toBeVisible()
})

test('a mark and a letter of the school’s own are set at the desk and stand on the keys of a lesson', async ({
  browser,
  page,
}) => {
  const desk = await (await browser.newContext()).newPage()
  await desk.goto(hub.url)
  await personAt(desk, hub).signIn('zavyalova')
  await desk.goto(`${hub.url}/school/settings`)
  const scale = desk.getByLabel('Шкала отметок')
  const save = desk.getByRole('button', { name: 'Сохранить настройки' })
  await scale.fill('5 4 3 2 н/а 5/4')
  await save.click()
  await expect(desk.getByText(/настройки, строка 2: «5\/4» читается двояко/)).toBeVisible()
  await scale.fill('5 4 3 2 н/а зач б/о')
  await desk.getByRole('group', { name: 'Буквы посещаемости' }).getByLabel('Нет на уроке').fill('ОТ')
  await save.click()
  await expect(desk.getByRole('button', { name: 'Изменений нет' })).toBeVisible()
  await expect(desk.getByText(/последнее изменение: Завьялова/)).toHaveCount(2)

  await page.goto(hub.url)
  const person = personAt(page, hub)
  await person.signIn('ryabinina')
  await person.openFirstLesson()
  await person.pupilRow(1).click()
  await expect(person.pupilRow(1)).toHaveAccessibleName(/: ОТ,/)
  const mark = page.locator('[data-cell="1:1"]')
  await mark.click()
  await expect(page.getByRole('button', { name: 'незач', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'б/о', exact: true }).click()
  await expect(mark).toHaveText('б/о')
  await expect(mark).toHaveAccessibleName(/: б\/о, на сервере школы/)
  await person.pupilRow(3).focus()
  await page.keyboard.press('y')
  await expect(person.pupilRow(3)).toHaveAccessibleName(/: ОТ,/)
})
