// п. 2.9: the class teacher corrects the reason of an absence within two working days after the document was received.
// requirement: R12; screen: Справки, Урок, Сегодня
import { afterEach, describe, expect, it } from 'vitest'
import { readEntry } from '../../src/contract/entry-schema.ts'
import { reasonDeadline } from '../../src/domain/deadline/working-day-deadline.ts'
import { checkEntry } from '../../src/domain/entry-rule.ts'
import { lintLesson } from '../../src/domain/findings/lint-lesson.ts'
import { checkDocument } from '../../src/domain/pupils/absence-document.ts'
import { mayWrite } from '../../src/domain/role.ts'
import type { School } from '../../src/domain/school.ts'
import { momentOf } from '../../src/domain/time.ts'
import type { AbsenceDocument, AbsenceReason } from '../../src/domain/value.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, algebraLast, tinySchool, tuesday } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import vectors from './deadline-vectors.json' with { type: 'json' }
import { at, lessonOf, read, recorded } from './recorded.ts'

it.each([
  ['the class teacher sets it', 'leader', { ok: true, role: 'classTeacher' }],
  ['the subject teacher does not', 'algebraist', { ok: false, refusal: 'reasonByClassTeacher' }],
])('п. 2.9, 4.4: the reason of an absence: %s', (_, person, permission) => {
  const cell = { kind: 'absenceReason', lesson: algebraFirst, pupil: 'p2' } as const
  expect(mayWrite(tinySchool, person, cell)).toEqual(permission)
})

describe('п. 2.9, R12: two working days after the document was received', () => {
  it.each<[string, Partial<School>, string, string, string]>([
    ['received on a Tuesday: Thursday 24:00', {}, '2026-11-24', '26.11 00:00', '27.11 00:00'],
    ['on a Friday: Tuesday of five working days', {}, '2026-11-20', '24.11 00:00', '25.11 00:00'],
    ['and Monday of six', { workWeek: 6 }, '2026-11-20', '22.11 00:00', '24.11 00:00'],
    ['school holidays are working days', { terms: [] }, '2026-10-27', '29.10 00:00', '30.10 00:00'],
    [
      'a school whose terms end with the work says so',
      { endOfWork: { usual: '17:00', shortDay: '16:00' } },
      '2026-11-24',
      '25.11 17:00',
      '26.11 17:00',
    ],
    [
      'and earlier on a shortened day',
      { endOfWork: { usual: '17:00', shortDay: '16:00' } },
      '2026-10-30',
      '02.11 17:00',
      '03.11 16:00',
    ],
  ])('%s', (_, change, received, strict, due) => {
    const deadline = reasonDeadline({ ...tinySchool, ...change }, received)
    expect([read(deadline.amberAt), read(deadline.redAt)]).toEqual([strict, due])
  })

  it.each(vectors)('by the vectors of п. 3.2: received on $restored', (one) => {
    const terms = ([5, 6] as const).map((workWeek) =>
      reasonDeadline({ ...tinySchool, workWeek }, one.restored),
    )
    const endOf = (date: string) => momentOf(date, '24:00', tinySchool.zone)
    expect(terms.map(({ due, amberAt }) => [due, amberAt])).toEqual([
      [endOf(one.due5), endOf(one.strict5)],
      [endOf(one.due6), endOf(one.strict6)],
    ])
  })

  const document = { kind: 'medical', received: '2026-11-24', from: '2026-11-24', to: '2026-11-24' } as const
  const excused: AbsenceReason = { reason: 'illness', document }
  const absent = (lesson: string) =>
    recorded({ kind: 'attendance', lesson, pupil: 'p1' }, { code: 'absent' }, '24.11 12:00')
  const reason = (lesson: string, when: string) =>
    recorded({ kind: 'absenceReason', lesson, pupil: 'p1' }, excused, when)
  const lint = (...all: ReturnType<typeof absent>[]) =>
    lintLesson(tinySchool, lessonOf(algebraLast), { recorded: all, outages: [], now: at('30.11 12:00') })
      .filter((one) => one.what === 'absenceReason')
      .map(({ problem, person }) => `${problem.kind} by ${person}`)

  it.each([
    ['a reason set in time raises nothing', [absent(algebraLast), reason(algebraLast, '26.11 20:00')], []],
    ['a day later it is late', [absent(algebraLast), reason(algebraLast, '27.11 20:00')], ['late by leader']],
    [
      'a document set in one lesson asks for the others that it covers',
      [absent(algebraLast), reason(algebraFirst, '25.11 10:00')],
      ['missing by leader'],
    ],
    ['without a document nothing is asked', [absent(algebraLast)], []],
  ])('%s', (_, all, told) => {
    expect(lint(...all)).toEqual(told)
  })
})

describe.each(databases)(
  'п. 2.9: a document of a week asks for each of its absences, on $name',
  ({ open, skip }) => {
    let stop: () => Promise<void> = async () => {}
    afterEach(() => stop())

    it.skipIf(skip).each<[string, string, string[]]>([
      ['kept in Monday’s reason, it asks for Tuesday’s', '2026-11-27', ['2.9 missing by leader']],
      ['but for nothing after its last day', '2026-11-23', []],
    ])('%s', async (_, to, told) => {
      const monday = { id: 'mo', weekday: 1, period: 1, assignment: 'alg7a' }
      const school: School = { ...tinySchool, timetable: [...tinySchool.timetable, monday] }
      const database = await open()
      const rig = await createHubRig({
        db: database.db,
        school,
        clock: createTurnableClock(at('30.11 12:00')),
      })
      stop = async () => {
        await rig.hub.close()
        await database.drop()
      }
      const document = { kind: 'medical', received: '2026-11-25', from: '2026-11-23', to } as const
      const absence = makeEntry({ id: 'absence', author: 'algebraist' })
      const reason = makeEntry({
        id: 'reason',
        author: 'leader',
        cell: { kind: 'absenceReason', lesson: 'mo@2026-11-23', pupil: 'p1' },
        value: { reason: 'illness', document },
      })
      for (const entry of [absence, reason])
        await (await rig.signIn(entry.log.person, 'tablet')).client.push(pushOf([entry]))
      const answer = await (await rig.signIn('deputy')).client.findings(tuesday)
      if (answer.kind !== 'ok') throw new Error(answer.kind)
      const found = answer.value.findings.filter((one) => one.finding.what === 'absenceReason')
      expect(
        found.map(({ finding }) => `${finding.clause} ${finding.problem.kind} by ${finding.person}`),
      ).toEqual(told)
    })
  },
)

describe('п. 2.9: what a document may say', () => {
  const document = (received: string, from: string, to: string): AbsenceDocument => ({
    ...{ kind: 'medical', received, from, to },
  })
  it.each<[string, AbsenceDocument, string | null]>([
    ['received today, of last week', document('2026-11-24', '2026-11-16', '2026-11-20'), null],
    ['received before its last day', document('2026-11-24', '2026-11-24', '2026-11-30'), null],
    ['dated tomorrow is refused', document('2026-11-25', '2026-11-23', '2026-11-24'), 'receivedAhead'],
    ['its last day before the first', document('2026-11-24', '2026-11-24', '2026-11-23'), 'daysTurned'],
  ])('%s', (_, given, fault) => {
    expect(checkDocument(given, tuesday)).toBe(fault)
    const value = { reason: 'illness', document: given } as const
    const cell = { kind: 'absenceReason', lesson: algebraFirst, pupil: 'p1' } as const
    const entry = makeEntry({ id: 'd', author: 'leader', cell, value })
    // The hub asks the same: it judges by its own day.
    expect(checkEntry(tinySchool, entry, at('24.11 20:00'))).toEqual(
      fault === null ? { ok: true } : { ok: false, refusal: 'documentDates' },
    )
  })

  it.each<[string, string, boolean]>([
    ['received today', '2026-11-24', true],
    ['received tomorrow is refused', '2026-11-25', false],
  ])('the day alone, as the first versions kept it: %s', (_, documentReceived, taken) => {
    const cell = { kind: 'absenceReason', lesson: algebraFirst, pupil: 'p1' } as const
    const value = { reason: 'illness', documentReceived } as const
    const entry = makeEntry({ id: 'd', author: 'leader', cell, value })
    expect(checkEntry(tinySchool, entry, at('24.11 20:00'))).toEqual(
      taken ? { ok: true } : { ok: false, refusal: 'documentDates' },
    )
  })

  it('there is no place for a diagnosis, a number or a scan', () => {
    const cell = { kind: 'absenceReason', lesson: algebraFirst, pupil: 'p1' } as const
    const given = { ...document(tuesday, tuesday, tuesday), diagnosis: 'грипп' }
    const value = { reason: 'illness', document: given } as const
    expect(readEntry({ ...makeEntry({ id: 'd', author: 'leader', cell, value }) } as never)).toMatchObject({
      ok: false,
    })
  })
})
