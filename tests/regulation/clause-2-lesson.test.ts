// Clauses 2.5, 2.7, 2.8: what may be recorded when, the topic of the plan, the homework term.
import { describe, expect, it } from 'vitest'
import { checkEntry } from '../../src/domain/entry-rule.ts'
import { homeworkDue, lessonById, lessonsOn, planItemOf, pupilsOf } from '../../src/domain/lesson.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, algebraLast, english, tinySchool, tuesday } from '../domain/tiny-school.ts'

const lesson = (id: string) => {
  const found = lessonById(tinySchool, id)
  if (!found) throw new Error(`no lesson ${id}`)
  return found
}
const begins = '2026-11-24T01:00:00.000Z'

describe('п. 2.5: attendance by the fact, on the day of the lesson', () => {
  it.each([
    ['a second before the lesson begins', '2026-11-24T00:59:59.000Z', 'lessonNotBegun'],
    ['at its beginning', begins, null],
    ['late in the evening', '2026-11-24T16:59:00.000Z', null],
  ])('%s', (_, now, refusal) => {
    const check = checkEntry(tinySchool, makeEntry({ id: 'a' }), now)
    expect(check.ok ? null : check.refusal).toBe(refusal)
  })

  it('topic and homework of a coming lesson may be prepared', () => {
    const topic = makeEntry({
      id: 'a',
      cell: { kind: 'topic', lesson: algebraFirst },
      value: { planItem: 5, text: 'Одночлены' },
    })
    expect(checkEntry(tinySchool, topic, '2026-11-23T10:00:00.000Z')).toEqual({ ok: true })
  })

  it('a pupil who was never in the class is refused, one who has left is not', () => {
    const of = (pupil: string) =>
      checkEntry(
        tinySchool,
        makeEntry({ id: 'a', cell: { kind: 'attendance', lesson: algebraFirst, pupil } }),
        begins,
      )
    expect(of('p4')).toEqual({ ok: false, refusal: 'pupilNotInLesson' })
    expect(of('p3')).toEqual({ ok: true })
  })
})

describe('п. 2.7: marks and topics', () => {
  it('a mark outside the scale is refused', () => {
    const six = { marks: ['6'], owed: false } as unknown as CellValue
    const cell = { kind: 'mark', lesson: algebraFirst, pupil: 'p1', workType: 'oralAnswer', n: 1 } as const
    expect(checkEntry(tinySchool, makeEntry({ id: 'a', cell, value: six }), begins)).toEqual({
      ok: false,
      refusal: 'valueOutsideScale',
    })
  })

  it('the topic is the plan item whose turn it is, by the lessons held before', () => {
    // Two algebra lessons each Tuesday from 10.11: 24.11 brings the fifth and the sixth.
    expect(planItemOf(tinySchool, lesson(algebraFirst))?.topic).toBe('Одночлены')
    expect(planItemOf(tinySchool, lesson(algebraLast))?.topic).toBe('Умножение одночленов')
    expect(planItemOf(tinySchool, lesson(english))).toBeNull()
  })
})

describe('п. 2.8: homework until 90 minutes after the last lesson of the class', () => {
  it('lessons that end at 13:35 give 15:05, for every lesson of the day', () => {
    expect(homeworkDue(tinySchool, lesson(algebraFirst))).toBe('2026-11-24T08:05:00.000Z')
    expect(homeworkDue(tinySchool, lesson(english))).toBe('2026-11-24T08:05:00.000Z')
  })
})

describe('lessons of the timetable', () => {
  it('come in order of time', () => {
    expect(lessonsOn(tinySchool, tuesday).map((one) => one.id)).toEqual([
      algebraFirst,
      `s3@${tuesday}`,
      english,
      algebraLast,
    ])
  })
  it('a Saturday is a school day for a class of six days alone', () => {
    expect(lessonsOn(tinySchool, '2026-11-28').map((one) => one.assignment)).toEqual(['his8b'])
  })
  it('outside the term there are none', () => {
    expect(lessonsOn(tinySchool, '2026-11-03')).toEqual([])
  })
  it('pupils are those who stay that day, of the group alone where a group is taught', () => {
    expect([...pupilsOf(tinySchool, lesson(algebraFirst))]).toEqual(['p1', 'p2'])
    expect([...pupilsOf(tinySchool, lesson(english))]).toEqual(['p2'])
  })
})
