// The whole main job in one story: the made-up school, two tablets, the real hub and engine, the stand-in АИС on a
// socket, one clock. Nothing is stubbed; only the network is cut and the clock is turned.
import { afterEach, describe, expect, it } from 'vitest'
import type { BoardAnswer } from '../../src/contract/board-schema.ts'
import { prepareDemoSchool } from '../../src/demo/prepare-school.ts'
import { twoWorkingDays } from '../../src/domain/calendar/transfer-due.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { type Lesson, lessonsOn, planItemOf, pupilsOf } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { dateAt, momentOf } from '../../src/domain/time.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'
import { readCell, readConflicts } from '../../src/store/cell-view.ts'
import { summary } from '../../src/store/outbox-view.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet, cutNetwork, type Tablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

const day = '2026-11-24'
const at = (time: string, date = day) => momentOf(date, time, 'Asia/Barnaul')

const makeSchool = (): School => {
  const built = buildSchool(prepareDemoSchool(at('07:00')))
  if (!built.ok) throw new Error('the made-up school was refused')
  return built.school
}

/** Attendance of the whole list with two absent, one mark, topic and homework: what a teacher does in a lesson. */
const teach = async (tablet: Tablet, school: School, lesson: Lesson): Promise<number> => {
  const pupils = [...pupilsOf(school, lesson)]
  const work = { workType: 'oralAnswer', n: 1 } as const
  const of = (kind: 'attendance', pupil: string): Cell => ({ kind, lesson: lesson.id, pupil })
  for (const [at, pupil] of pupils.entries()) {
    await tablet.write(of('attendance', pupil), { code: at < 2 ? 'absent' : 'present' })
  }
  const [, , marked = ''] = pupils
  const item = planItemOf(school, lesson)
  await tablet.write({ kind: 'work', lesson: lesson.id, ...work }, { title: 'Ответ на уроке' })
  await tablet.write(
    { kind: 'mark', lesson: lesson.id, pupil: marked, ...work },
    { marks: ['5'], owed: false },
  )
  await tablet.write(
    { kind: 'topic', lesson: lesson.id },
    { planItem: item?.no ?? null, text: item?.topic ?? 'Тема' },
  )
  await tablet.write({ kind: 'homework', lesson: lesson.id }, { none: true })
  return pupils.length + 4
}

describe.each(databases)('the day of an outage, with $name', ({ open, skip }) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  it.skipIf(skip)('goes from the morning to an empty board, before the due date', async () => {
    const school = makeSchool()
    const clock = createTurnableClock(at('07:30'))
    const database = await open()
    const ais = await createStandInRig(clock)
    const rig = await createHubRig({ db: database.db, school, clock, target: ais.target })
    closing.push(database.drop, ais.standIn.close, rig.hub.close)
    const idOf = (lastName: string) => school.staff.find((one) => one.lastName === lastName)?.id ?? ''
    const tabletOf = async (person: string, device: string) => {
      const browser = await rig.signIn(person, device)
      const tablet = await createTablet({ clock, send: browser.send, person, device })
      closing.push(tablet.close)
      tablet.engine.start()
      await tablet.rest()
      return { ...tablet, browser }
    }
    const look = async (time: string, date = day) => {
      clock.set(at(time, date))
      await rig.hub.watch?.look()
    }
    const deputy = await rig.signIn(idOf('Завьялова'), 'desk')
    const board = async (): Promise<BoardAnswer> => {
      const answer = await deputy.client.board()
      if (answer.kind !== 'ok') throw new Error(answer.kind)
      return answer.value
    }
    const transfer = async (tablet: Awaited<ReturnType<typeof tabletOf>>) => {
      const view = await tablet.browser.client.transfer()
      if (view.kind !== 'ok') throw new Error(view.kind)
      const back = await ais.click(view.value.sessionPage)
      await tablet.browser.send({
        method: 'GET',
        path: back.pathname + back.search,
        body: null,
        timeoutMs: 1,
      })
      await rig.hub.carrier?.idle()
      tablet.engine.wake('bell')
      await tablet.rest()
    }

    // Morning: everything answers, nothing is open.
    await look('07:30')
    const first = await tabletOf(idOf('Рябинина'), 'tablet-1')
    const second = await tabletOf(idOf('Ким'), 'tablet-2')
    expect((await board()).outages).toEqual([])
    const lessonsOf = (person: string) => lessonsOn(school, day).filter((one) => one.teacher === person)
    const lessons = [...lessonsOf(idOf('Рябинина')).slice(0, 3), ...lessonsOf(idOf('Ким')).slice(0, 2)]
    expect(lessons).toHaveLength(5)

    // АИС goes down, and the second tablet has no hub either. Five lessons are taught.
    await ais.standIn.down()
    await look('08:01')
    second.network.send = cutNetwork
    let recorded = 0
    for (const lesson of lessons) {
      if (clock.instant() < lesson.begins) clock.set(lesson.begins)
      await clock.advance(60_000)
      recorded += await teach(lesson.teacher === idOf('Ким') ? second : first, school, lesson)
      await first.rest()
    }
    expect(await summary(second.db, second.log)).toMatchObject({ unsent: expect.any(Number) })
    expect((await summary(second.db, second.log)).unsent).toBeGreaterThan(30)
    expect((await summary(first.db, first.log)).unsent).toBe(0)

    // The hub is back for the second tablet: everything arrives, once.
    second.network.send = second.browser.send
    await clock.advance(300_000)
    expect((await summary(second.db, second.log)).unsent).toBe(0)
    expect((await board()).totals).toMatchObject({ recorded, waiting: recorded, conflicts: 0, verified: 0 })
    expect((await board()).outages[0]).toMatchObject({ no: 1, due: null })

    // АИС is back; the term of п. 3.2 starts. A person changes a cell in АИС itself.
    await ais.standIn.up()
    await look('17:00')
    await look('17:10')
    const due = twoWorkingDays(school, dateAt(at('17:00'), school.zone))
    expect((await board()).outages[0]).toMatchObject({ closedAt: at('17:10'), ...due })
    const [lesson] = lessons
    if (!lesson) throw new Error('no lesson')
    const [absentee = ''] = pupilsOf(school, lesson)
    const cell: Cell = { kind: 'attendance', lesson: lesson.id, pupil: absentee }
    const slot = `${lesson.id}/attendance/${absentee}`
    ais.standIn.book.write(lesson.id, { [slot]: 'ОП 15' }, 'somebody')

    // Transfer by both teachers in their own sessions; the clash is reported and nothing is written over it.
    await transfer(first)
    await transfer(second)
    expect((await board()).totals).toMatchObject({ waiting: 1, conflicts: 1, verified: recorded - 1 })
    expect(ais.standIn.book.page(lesson.id).slots[slot]).toBe('ОП 15')
    const { teachers } = await board()
    expect(teachers.find((one) => one.key === idOf('Рябинина'))).toMatchObject({ waiting: 1, due: due.due })
    // Whoever taught that day and recorded nothing comes before them, silent.
    expect(teachers[0]).toMatchObject({ silent: true, waiting: 0, seenAt: null })

    // The teacher sees both values and keeps the own one: one more entry that follows all candidates.
    const [conflict] = await readConflicts(first.db, first.log)
    expect(conflict?.candidates.map((one) => one.value)).toEqual([
      { code: 'absent' },
      { code: 'late', minutes: 15 },
    ])
    const follows = conflict?.candidates.flatMap((one) => one.entries.map((each) => each.entry)) ?? []
    await first.journal.record(first.author, [
      { cell, value: { code: 'absent' }, saw: { code: 'absent' }, follows },
    ])
    first.engine.wake('record')
    await first.rest()
    await transfer(first)

    // Everything is in АИС and read back; the board is empty, before the due date.
    const end = await board()
    expect(end.totals).toMatchObject({ recorded: recorded + 1, waiting: 0, conflicts: 0 })
    expect(end.totals.verified).toBe(recorded + 1)
    expect(clock.instant() < due.strict).toBe(true)
    expect(ais.standIn.book.page(lesson.id).slots[slot]).toBe('ОТ')
    for (const tablet of [first, second]) {
      expect(new Set(await tablet.states())).toEqual(new Set(['verified']))
      expect(tablet.bugs).toEqual([])
    }
    expect((await readCell(first.db, cell, first.log))?.state).toBe('verified')
  })
})
