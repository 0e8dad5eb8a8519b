// The deputy's board through an outage: twelve teachers record, three tablets go silent, АИС returns, the clock runs.
// At each step its numbers, on the wire and on the screen, equal an independent count.
import { type Browser, expect, type Page } from '@playwright/test'
import { lessonById, pupilsOf } from '../../src/domain/lesson.ts'
import { type Counted, countStory, lessonsBegun, lessonsBetween, type Met } from './board-count.ts'
import { countLate } from './late-count.ts'
import { personAt } from './person.ts'
import { test } from './school-test.ts'
import { createTurnedHub, type TurnedHub } from './turned-hub.ts'
import { createWireTablet, type WireTablet } from './wire-tablet.ts'

const monday = '2026-11-23'
const at = (date: string, time: string): string => new Date(`${date}T${time}:00+07:00`).toISOString()

/** Who is absent is decided by the list, so that the count can't agree by chance with an empty page. */
const recordLesson = (turned: TurnedHub, tablet: WireTablet, id: string): void => {
  const lesson = lessonById(turned.school, id)
  if (!lesson) throw new Error(`no lesson ${id}`)
  for (const [place, pupil] of [...pupilsOf(turned.school, lesson)].entries()) {
    const code = place % 9 === 4 ? 'absent' : 'present'
    tablet.record({ kind: 'attendance', lesson: id, pupil }, { code })
  }
  tablet.record({ kind: 'homework', lesson: id }, { none: true })
}

const openBoard = async (browser: Browser, turned: TurnedHub, size: { width: number; height: number }) => {
  const page = await (await browser.newContext({ viewport: size })).newPage()
  await page.goto(turned.url)
  await personAt(page, turned).signIn('zavyalova')
  await expect(page.getByRole('heading', { name: /^Сводка на/ })).toBeVisible()
  return page
}

const numberIn = (text: string | null): number => Number(/\d+/.exec(text ?? '')?.[0] ?? '0')

/** What a person reads off the screen. */
const readScreen = async (page: Page) => {
  const figure = async (name: string) =>
    page
      .locator('dl > div', { has: page.getByText(name, { exact: true }) })
      .locator('dd')
      .first()
      .textContent()
  const places = page.getByRole('table', { name: 'Что где ждёт' })
  const inPlace = async (where: string) =>
    numberIn(await places.getByRole('row', { name: where }).getByRole('cell').nth(1).textContent())
  const waiting = (await figure('Не перенесено')) ?? ''
  const silent = page.getByRole('button', { name: /^Молчат/ })
  const caption = async (name: string) =>
    (await page.locator('caption', { hasText: name }).count()) === 0
      ? 0
      : numberIn(await page.locator('caption', { hasText: name }).textContent())
  return {
    conflicts: numberIn(await figure('Расхождения')),
    unmarked: await caption('Посещаемость не отмечена:'),
    waiting: numberIn(waiting),
    recorded: numberIn(waiting.split('из')[1] ?? ''),
    missing: numberIn(await figure('Без записи')),
    onTablets: await inPlace('на планшетах'),
    onHub: await inPlace('на сервере школы'),
    silent: (await silent.count()) === 0 ? 0 : numberIn(await silent.textContent()),
  }
}

/** A class teacher without a tablet so far, and the colleague whose lesson in that class they will judge otherwise. */
const colleagueOf = async (
  turned: TurnedHub,
  tablets: readonly WireTablet[],
  some: readonly WireTablet[],
  lessons: readonly Met[],
) => {
  for (const tablet of some) {
    const met = lessons.find((one) => one.person === tablet.person)
    const leads = turned.school.classes.find((one) => one.id === met?.schoolClass)?.classTeacher
    if (!met || !leads || tablets.some((one) => one.person === leads)) continue
    return { met, tablet, leader: await createWireTablet(turned, leads) }
  }
  throw new Error('every class teacher has a tablet')
}

/** A recorded lesson whose subject the class has again before ten on Wednesday, and a pupil who was there. */
const testedIn = (turned: TurnedHub, tablets: readonly WireTablet[], lessons: readonly Met[]) => {
  const { timetable } = turned.school
  for (const { person, lesson } of lessons) {
    const tablet = tablets.find((one) => one.person === person)
    const slot = timetable.find((one) => `${one.id}@${monday}` === lesson)
    const again = timetable.some(
      ({ assignment, weekday, period }) =>
        assignment === slot?.assignment && (weekday === 2 || (weekday === 3 && period === 1)),
    )
    const here = tablet?.entries.find(
      ({ cell, value }) =>
        'lesson' in cell &&
        cell.lesson === lesson &&
        value !== null &&
        'code' in value &&
        value.code === 'present',
    )
    if (!tablet || !again || !here || !('pupil' in here.cell)) continue
    const work = { kind: 'work', lesson, workType: 'controlTest', n: 1 } as const
    return { tablet, pupil: here.cell.pupil, work }
  }
  throw new Error('no subject of Monday is taught again by then')
}

/** What the heat of the teachers' table adds up to, column by column. */
const readHeat = async (page: Page): Promise<Record<string, number>> => {
  const teachers = page.getByRole('region', { name: 'Учителя' })
  const more = teachers.getByRole('button', { name: /^Показать ещё/ })
  if ((await more.count()) > 0) await more.click()
  const cells = await teachers
    .locator('td[data-column]')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('data-column') ?? '', Number(one.textContent)] as const),
    )
  const heat: Record<string, number> = {}
  for (const [column, waiting] of cells) heat[column] = (heat[column] ?? 0) + waiting
  return heat
}

/** What lacks or was late by a clause, as the table of a day says. */
const readLateness = async (page: Page, clause: string, what: 'late' | 'missing'): Promise<number> =>
  numberIn(
    await page
      .getByRole('table', { name: /^Опоздания по пунктам/ })
      .getByRole('row', { name: clause })
      .getByRole('cell')
      .nth(what === 'late' ? 1 : 2)
      .textContent(),
  )

test('the board equals an independent count while an outage begins, lasts, ends and falls due', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const turned = await createTurnedHub(at(monday, '07:40'))
  try {
    await turned.hub.watch?.look()
    const desk = await openBoard(browser, turned, { width: 1440, height: 900 })
    const phone = await openBoard(browser, turned, { width: 390, height: 844 })
    const tablets: WireTablet[] = []
    const carried = new Set<string>()
    let outage = { from: '07:52', to: '24:00' }
    const asked = () => [turned, monday, outage.from, outage.to, turned.clock.instant()] as const
    const met = (): Met[] => lessonsBetween(...asked())
    const odd = { refused: new Set<string>(), unplaced: new Set<string>(), late: new Set<string>() }
    const deputy = await createWireTablet(
      turned,
      turned.school.staff.find((one) => one.positions.includes('deputyHead'))?.id ?? '',
    )

    const compare = async (step: string, column: string): Promise<Counted> => {
      // What was recorded after access was back has no term until its author opens a session of АИС.
      const late = odd.late.size
      const counted = countStory(turned, tablets, lessonsBegun(...asked()), carried, odd)
      const outcome = await deputy.client.board()
      if (outcome.kind !== 'ok') throw new Error(outcome.kind)
      const { totals, places, teachers, days } = outcome.value
      expect(totals, step).toEqual({
        ...{ recorded: counted.recorded, waiting: counted.waiting, verified: counted.verified },
        conflicts: counted.conflicts,
      })
      expect(places.tablets, step).toEqual({ count: counted.onTablets, oldest: counted.oldest.tablets })
      expect(places.hub, step).toEqual({ count: counted.waiting, oldest: counted.oldest.hub })
      const { classes, unmarked, stuck, absent } = outcome.value
      const owing = classes.filter((one) => one.waiting > 0).map((one) => [one.key, one.waiting])
      expect(Object.fromEntries(owing), step).toEqual(counted.waitingIn)
      // Of the days that the board shows last, the later ones have had no outage and no lesson here.
      expect(Object.fromEntries(unmarked.map((one) => [one.id, one.filled])), step).toEqual(counted.unmarked)
      expect(Object.fromEntries(absent.map((one) => [one.schoolClass, one.absent.length])), step).toEqual(
        days.at(-1)?.date === monday ? counted.absent : {},
      )
      const stuckOf = (state: string) =>
        stuck.filter((one) => one.state === state).reduce((sum, one) => sum + one.count, 0)
      expect([stuckOf('refused'), stuckOf('held'), stuckOf('waiting')], step).toEqual([
        odd.refused.size,
        odd.unplaced.size,
        0,
      ])
      expect(
        teachers.reduce((sum, one) => sum + one.missing, 0),
        step,
      ).toBe(counted.missing)
      expect(
        teachers
          .filter((one) => one.silent)
          .map((one) => one.key)
          .sort(),
        step,
      ).toEqual(counted.silent)
      for (const [person, waiting] of Object.entries(counted.waitingOf)) {
        expect(teachers.find((one) => one.key === person)?.waiting ?? 0, `${step}: ${person}`).toBe(waiting)
      }
      // Silent first, then the least time, then the most waiting: read off the rows alone.
      const order = teachers.map((one) => [
        one.silent ? 0 : 1,
        one.waiting > 0 ? (one.due ?? '~') : '~~',
        -one.waiting,
      ])
      expect(
        [...order].sort((a, b) => (a < b ? -1 : 1)).map(([silent]) => silent),
        step,
      ).toEqual(order.map(([silent]) => silent))
      for (const page of [desk, phone]) {
        await expect
          .poll(() => readScreen(page), { message: step, timeout: 30_000 })
          .toEqual({
            ...{ waiting: counted.waiting, recorded: counted.recorded, missing: counted.missing },
            ...{ onTablets: counted.onTablets, onHub: counted.waiting, silent: counted.silent.length },
            ...{ conflicts: counted.conflicts, unmarked: Object.keys(counted.unmarked).length },
          })
      }
      await expect
        .poll(() => readHeat(desk), { message: step, timeout: 30_000 })
        .toEqual({
          ...(counted.waiting === 0 ? {} : { [column]: counted.waiting - late }),
          ...(late === 0 ? {} : { notBegun: late }),
        })
      return counted
    }
    await compare('before the outage', 'none')

    await turned.ais.standIn.down()
    await turned.look(at(monday, '07:52'))
    await compare('the outage has begun', 'none')

    // Twelve teachers have a first lesson; they record it, and nine send all of it.
    turned.clock.set(at(monday, '08:50'))
    const first = met().filter((one) => one.ends.endsWith('08:45'))
    for (const { person, lesson } of first.slice(0, 12)) {
      const tablet = await createWireTablet(turned, person)
      tablets.push(tablet)
      recordLesson(turned, tablet, lesson)
    }
    expect(tablets).toHaveLength(12)
    const [one, two, three, ...nine] = tablets
    // A colleague says otherwise of one pupil; a pupil of another class, and one that no list has, are marked too.
    const { met: own, tablet, leader } = await colleagueOf(turned, tablets, nine.slice(5), first)
    const elsewhere = turned.school.enrolments.find((each) => !own.pupils.has(each.pupil))?.pupil ?? ''
    const mark = (pupil: string): string =>
      tablet.record({ kind: 'attendance', lesson: own.lesson, pupil }, { code: 'absent' }).id
    odd.refused.add(mark(elsewhere))
    odd.unplaced.add(mark('?Неизвестный Никто'))
    const pupil = tablet.entries.find(
      (each) => each.value && 'code' in each.value && each.value.code === 'absent',
    )
    if (pupil && 'pupil' in pupil.cell) {
      leader.record(pupil.cell, { code: 'late', minutes: 10 }, { role: 'classTeacher' })
    }
    tablets.push(leader)
    for (const one of [...nine, leader]) await one.sync()
    // Of three tablets a part arrives, then the network is gone and they go on recording.
    const cut = [one, two, three].filter((tablet) => tablet !== undefined)
    for (const tablet of cut) await tablet.sync(7)
    await compare('twelve teachers have recorded a lesson', 'notBegun')

    turned.clock.set(at(monday, '11:30'))
    for (const { person, lesson, ends } of met()) {
      const tablet = tablets.find((each) => each.person === person)
      if (tablet && ends > `${monday}T08:45`) recordLesson(turned, tablet, lesson)
    }
    const tested = testedIn(turned, nine.slice(5), met())
    tested.tablet.record(tested.work, { title: 'Контрольная работа' })
    for (const tablet of [...nine, leader]) await tablet.sync()
    const silent = await compare('three tablets are silent, the others go on', 'notBegun')
    for (const tablet of cut) expect(silent.silent).toContain(tablet.person)
    expect(silent.onTablets).toBeGreaterThan(30)

    await turned.ais.standIn.up()
    outage = { from: '07:52', to: '13:00' }
    await turned.look(at(monday, '13:00'))
    await turned.look(at(monday, '13:15'))
    await compare('АИС is back', 'moreDays')
    await expect(desk.getByText('Случай № 1, вся школа')).toBeVisible()

    for (const tablet of nine.slice(0, 5)) {
      await tablet.transfer()
      carried.add(tablet.person)
    }
    const half = await compare('five teachers have carried theirs over', 'moreDays')
    expect(half.verified).toBeGreaterThan(100)

    // One silent tablet is found again; the days go by to the due date and past it.
    turned.clock.set(at('2026-11-25', '10:00'))
    await one?.sync()
    // Homework of a lesson that nobody recorded, two days late: it lacks no more, and it is told as late (п. 2.8).
    const known = new Set(
      tablets.flatMap((each) => each.entries.map((made) => 'lesson' in made.cell && made.cell.lesson)),
    )
    const owed = met().find(
      (each) => !known.has(each.lesson) && nine.slice(5).some((two) => two.person === each.person),
    )
    const tardy = nine.find((each) => each.person === owed?.person)
    if (!owed || !tardy) throw new Error('every lesson was recorded in time')
    odd.late.add(tardy.record({ kind: 'homework', lesson: owed.lesson }, { none: true }).id)
    // One pupil of it is marked two days late (п. 2.5), a mark of Monday's test after the next lesson (п. 2.6), and a
    // reason after the term of a document that was received on Friday (п. 2.9).
    const [someone = ''] = owed.pupils
    const tardyCell = { kind: 'attendance', lesson: owed.lesson, pupil: someone } as const
    odd.late.add(tardy.record(tardyCell, { code: 'present' }).id)
    await tardy.sync()
    odd.late.add(
      tested.tablet.record(
        { ...tested.work, kind: 'mark', pupil: tested.pupil },
        { marks: ['5'], owed: false },
      ).id,
    )
    await tested.tablet.sync()
    const away = tablet.entries.find(
      (each) =>
        each.id !== pupil?.id &&
        'pupil' in each.cell &&
        own.pupils.has(each.cell.pupil) &&
        each.value !== null &&
        'code' in each.value &&
        each.value.code === 'absent' &&
        turned.school.enrolments.some(
          (stay) =>
            'pupil' in each.cell && stay.pupil === each.cell.pupil && stay.schoolClass === own.schoolClass,
        ),
    )
    if (!away || !('pupil' in away.cell)) throw new Error('nobody else is absent')
    const document = { kind: 'order', received: '2026-11-20', from: monday, to: monday } as const
    const reason = { kind: 'absenceReason', lesson: own.lesson, pupil: away.cell.pupil } as const
    const given = leader.record(reason, { reason: 'excused', document }, { role: 'classTeacher' })
    odd.late.add(given.id)
    await leader.sync()
    const spoken = await compare('a silent tablet speaks again', 'today')
    expect([spoken.conflicts, odd.refused.size, odd.unplaced.size]).toEqual([1, 1, 1])
    // Of Monday, by its own date: what lacks is late by now.
    await desk.getByLabel('День', { exact: true }).fill(monday)
    const { late: lateBy, missing } = countLate(turned, tablets, odd)
    for (const [clause, lacking] of [
      ['п. 2.5', spoken.lacking.attendance],
      ['п. 2.6', missing['п. 2.6']],
      ['п. 2.7', spoken.lacking.topic],
      ['п. 2.8', spoken.lacking.homework],
    ] as const) {
      expect(lacking, clause).toBeGreaterThan(0)
      await expect.poll(() => readLateness(desk, clause, 'missing'), { message: clause }).toBe(lacking)
    }
    expect(await readLateness(desk, 'п. 2.9', 'missing')).toBe(missing['п. 2.9'])
    for (const [clause, count] of Object.entries(lateBy)) {
      expect(count, clause).toBe(1)
      expect(await readLateness(desk, clause, 'late'), clause).toBe(count)
    }
    expect(await readLateness(desk, 'п. 3.2', 'missing')).toBe(0)
    await expect(desk.getByText('Из них без места в списках: 1.')).toBeVisible()
    await expect(desk.getByRole('columnheader', { name: 'сегодня', exact: true })).toBeVisible()
    turned.clock.set(at('2026-11-26', '00:30'))
    const late = await compare('the due date is past', 'overdue')
    await expect(desk.getByText('Срок прошёл', { exact: true })).toBeVisible()
    await expect(desk.getByRole('columnheader', { name: 'срок прошёл' })).toBeVisible()
    // What was recorded after access was back has no term yet (п. 3.2).
    await expect.poll(() => readLateness(desk, 'п. 3.2', 'missing')).toBe(late.waiting - odd.late.size)

    // The chart's twin in numbers ends with what is counted now.
    const last = desk.getByRole('table', { name: 'То же числами' }).getByRole('row').last().getByRole('cell')
    await expect
      .poll(async () => (await last.allTextContents()).slice(1).map(Number))
      .toEqual([...[late.recorded, late.verified, late.verified, late.waiting]])

    // Down to a cell: teacher, lesson, cell, history.
    await desk.getByRole('row').nth(1).getByRole('link').click()
    await desk
      .getByRole('link', { name: /, \d-й урок/ })
      .first()
      .click()
    await expect(desk.getByText(/Только чтение/)).toBeVisible()
    await desk
      .getByRole('button', { name: /^История/ })
      .first()
      .click()
    await expect(desk.getByRole('list', { name: 'История клетки' }).getByRole('listitem')).toHaveCount(1)
  } finally {
    await turned.close()
  }
})

test('a deputy picks by the clause with a reason and reminds a teacher, who puts the reminder aside', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const turned = await createTurnedHub(at(monday, '07:40'))
  try {
    const { school } = turned
    await turned.ais.standIn.down()
    await turned.look(at(monday, '07:52'))
    turned.clock.set(at(monday, '08:50'))
    // Two teachers of one class disagree about two pupils: whose lesson it is, and the class teacher.
    const over = lessonsBetween(turned, monday, '07:52', '24:00', turned.clock.instant())
    const leaderOf = (id: string) =>
      school.classes.find((one) => one.id === lessonById(school, id)?.classes[0])?.classTeacher ?? ''
    const chosen = over.find((one) => leaderOf(one.lesson) !== one.person)
    const lesson = chosen && lessonById(school, chosen.lesson)
    if (!lesson) throw new Error('every class is taught by its own teacher')
    const [teacher, leader] = [
      await createWireTablet(turned, lesson.teacher),
      await createWireTablet(turned, leaderOf(lesson.id)),
    ]
    const pupils = [...pupilsOf(school, lesson)].slice(0, 2)
    for (const pupil of pupils) {
      const cell = { kind: 'attendance', lesson: lesson.id, pupil } as const
      teacher.record(cell, { code: 'absent' })
      leader.record(cell, { code: 'late', minutes: 10 }, { role: 'classTeacher' })
    }
    await teacher.sync()
    await leader.sync()

    const desk = await openBoard(browser, turned, { width: 1440, height: 900 })
    await desk.getByRole('button', { name: 'Отметить предложенное: 2' }).click()
    const submit = desk.getByRole('button', { name: 'Записать выбранное: 2' })
    // Without a reason, or with blanks for one, nothing is kept; who works by keys is led to the field that lacks it.
    const reason = desk.getByLabel('Причина выбора, п. 4.2')
    for (const nothing of ['', '   ']) {
      await reason.fill(nothing)
      await submit.press('Enter')
      await expect(reason).toBeFocused()
      await expect(desk.getByText('Выбор сохранён')).toHaveCount(0)
    }
    await reason.fill('журнал дежурного по этажу')
    await submit.click()
    await expect(desk.getByRole('region', { name: 'Расхождения' })).toBeHidden({ timeout: 30_000 })
    const history = await teacher.client.cellHistory(`${lesson.id}/attendance/${pupils[0]}`)
    if (history.kind !== 'ok') throw new Error(history.kind)
    expect(history.value.entries.map((one) => [one.state, one.note])).toEqual([
      ['accepted', null],
      ['superseded', null],
      ['accepted', 'журнал дежурного по этажу'],
    ])

    await desk.getByRole('table').getByRole('link').first().click()
    const name = (await desk.getByRole('heading', { level: 1 }).textContent()) ?? ''
    await desk.getByLabel('Что напомнить').fill('Отметьте, пожалуйста, первый урок')
    await desk.getByRole('button', { name: 'Напомнить' }).click()
    await expect(desk.getByRole('list', { name: 'Уже напомнили' })).toContainText('первый урок')

    const reminded = school.staff.find((one) => name.startsWith(`${one.lastName} ${one.firstName[0]}.`))
    const login = turned.logins.find((one) => one.person === reminded?.id)?.login ?? ''
    const tablet = await (await browser.newContext()).newPage()
    await tablet.goto(turned.url)
    await personAt(tablet, turned).signIn(login)
    const note = tablet.getByRole('note').filter({ hasText: 'Отметьте, пожалуйста, первый урок' })
    await expect(note).toContainText('Завьялова')
    await note.getByRole('button', { name: 'Понятно' }).click()
    await expect(note).toBeHidden()
    await tablet.reload()
    await expect(tablet.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(note).toBeHidden()
  } finally {
    await turned.close()
  }
})
