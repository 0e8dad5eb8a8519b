// п. 2.5: who was absent is recorded by the fact, on the day of the lesson, and never before it begins.
// requirement: R6; screen: Сегодня, Урок
import { describe, expect, it } from 'vitest'
import { attendanceDeadline } from '../../src/domain/deadline/lesson-deadline.ts'
import { judgeTime } from '../../src/domain/deadline/recorded-time.ts'
import { checkEntry } from '../../src/domain/entry-rule.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { at, lessonOf, read } from './recorded.ts'

const lesson = lessonOf(algebraFirst)
const deadline = attendanceDeadline(tinySchool, lesson)

describe('п. 2.5, R6: attendance by the fact, on the day of the lesson', () => {
  it.each([
    ['a second before the lesson begins', '2026-11-24T00:59:59.000Z', 'lessonNotBegun'],
    ['at its beginning', lesson.begins, null],
    ['late in the evening', at('24.11 23:59'), null],
    ['a day late it is taken all the same', at('25.11 09:00'), null],
  ])('%s', (_, now, refusal) => {
    const check = checkEntry(tinySchool, makeEntry({ id: 'a' }), now)
    expect(check.ok ? null : check.refusal).toBe(refusal)
  })

  it('the term ends with the day and turns urgent with the end of the lesson', () => {
    expect(read(deadline.amberAt)).toBe('24.11 08:45')
    expect(read(deadline.due)).toBe('25.11 00:00')
  })
})

describe('п. 2.5: in time or late, by the tablet’s clock as the hub knows it', () => {
  const minute = 60_000
  const sure = { offsetMs: 0, doubtMs: 0 }
  it.each([
    ['23:59 is in time', at('24.11 23:59'), sure, null, 'inTime'],
    ['00:01 of the next day is late', at('25.11 00:01'), sure, null, 'late by 1'],
    [
      '00:05 by a clock ten minutes fast is in time',
      at('25.11 00:05'),
      { offsetMs: -10 * minute, doubtMs: 0 },
      null,
      'inTime',
    ],
    [
      '23:55 by a clock ten minutes slow is late',
      at('24.11 23:55'),
      { offsetMs: 10 * minute, doubtMs: 0 },
      null,
      'late by 5',
    ],
    [
      'inside the clock’s doubt it is not proven',
      at('25.11 00:01'),
      { offsetMs: 0, doubtMs: 2 * minute },
      null,
      'unproven by doubt',
    ],
    [
      'outside the doubt it is late',
      at('25.11 00:03'),
      { offsetMs: 0, doubtMs: 2 * minute },
      null,
      'late by 3',
    ],
    ['by a clock nobody measured it is not proven', at('26.11 10:00'), null, null, 'unproven by unmeasured'],
    [
      'what the hub had in time was in time, whatever the clock says',
      at('26.11 10:00'),
      null,
      at('24.11 12:00'),
      'inTime',
    ],
  ] as const)('%s', (_, recordedAt, clock, receivedAt, verdict) => {
    const judged = judgeTime({ recordedAt, clock, receivedAt }, deadline)
    const more =
      judged.kind === 'late' ? ` by ${judged.minutes}` : judged.kind === 'unproven' ? ` by ${judged.why}` : ''
    expect(judged.kind + more).toBe(verdict)
  })
})
