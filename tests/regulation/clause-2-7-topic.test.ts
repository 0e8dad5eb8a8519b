// п. 2.7: topics by the calendar-thematic plan (КТП), offline; every mark stands under a kind of work.
// requirement: R3, R10; screen: Урок
import { describe, expect, it } from 'vitest'
import { checkEntry } from '../../src/domain/entry-rule.ts'
import { lintLesson } from '../../src/domain/findings/lint-lesson.ts'
import { planItemOf } from '../../src/domain/lesson.ts'
import type { CellValue, TopicValue } from '../../src/domain/value.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, algebraLast, english, tinySchool } from '../domain/tiny-school.ts'
import { at, lessonOf, recorded } from './recorded.ts'

describe('п. 2.7: marks and topics', () => {
  it('a mark outside the scale is refused', () => {
    const six = { marks: ['6'], owed: false } as unknown as CellValue
    const cell = { kind: 'mark', lesson: algebraFirst, pupil: 'p1', workType: 'oralAnswer', n: 1 } as const
    expect(checkEntry(tinySchool, makeEntry({ id: 'a', cell, value: six }), at('24.11 09:00'))).toEqual({
      ok: false,
      refusal: 'valueOutsideScale',
    })
  })

  it('the topic is the plan item whose turn it is, by the lessons held before', () => {
    // Two algebra lessons each Tuesday from 10.11: 24.11 brings the fifth and the sixth.
    expect(planItemOf(tinySchool, lessonOf(algebraFirst))?.topic).toBe('Одночлены')
    expect(planItemOf(tinySchool, lessonOf(algebraLast))?.topic).toBe('Умножение одночленов')
    expect(planItemOf(tinySchool, lessonOf(english))).toBeNull()
  })

  it('a cancelled lesson takes no item of the plan with it', () => {
    const school = { ...tinySchool, changes: [{ kind: 'cancelled', lesson: 's4@2026-11-17' } as const] }
    expect(planItemOf(school, lessonOf(algebraLast, school))?.topic).toBe('Одночлены')
  })

  it('topic and homework of a coming lesson may be prepared', () => {
    const topic = makeEntry({
      id: 'a',
      cell: { kind: 'topic', lesson: algebraFirst },
      value: { planItem: 5, text: 'Одночлены' },
    })
    expect(checkEntry(tinySchool, topic, at('23.11 17:00'))).toEqual({ ok: true })
  })

  it.each<[string, TopicValue, unknown[]]>([
    ['the planned topic raises nothing', { planItem: 5, text: 'Одночлены' }, []],
    [
      'another one of the plan is told, not blocked',
      { planItem: 6, text: 'Умножение' },
      [{ kind: 'deviation', planned: 5, recorded: 6 }],
    ],
    [
      'free text is told too',
      { planItem: null, text: 'Повторение' },
      [{ kind: 'deviation', planned: 5, recorded: null }],
    ],
  ])('%s', (_, value, problems) => {
    const one = recorded({ kind: 'topic', lesson: algebraFirst }, value, '24.11 08:30')
    const found = lintLesson(tinySchool, lessonOf(algebraFirst), {
      recorded: [one],
      outages: [],
      now: at('24.11 08:40'),
    })
    expect(found.map((each) => each.problem)).toEqual(problems)
  })
})
