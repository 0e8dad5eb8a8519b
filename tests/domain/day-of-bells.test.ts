// What a day's timetable became, and what the bells remind of.
import { describe, expect, it } from 'vitest'
import { lostOn, movedFrom } from '../../src/domain/calendar/lesson-change.ts'
import { remindersOf } from '../../src/domain/findings/reminder.ts'
import { lessonsOn } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { at, lessonOf } from '../regulation/recorded.ts'
import { algebraFirst, algebraLast, tinySchool, tuesday } from './tiny-school.ts'

const changed = (change: Partial<School>): School => ({ ...tinySchool, ...change })

describe('what a day has lost', () => {
  it.each<[string, Partial<School>, string[]]>([
    ['nothing on an ordinary day', {}, []],
    ['a cancelled lesson', { changes: [{ kind: 'cancelled', lesson: algebraFirst }] }, ['s1 cancelled']],
    [
      'a lesson moved to another date',
      { changes: [{ kind: 'moved', lesson: algebraFirst, date: '2026-11-25', period: 2 }] },
      ['s1 to 2026-11-25'],
    ],
    [
      'no lesson moved within the day',
      { changes: [{ kind: 'moved', lesson: algebraFirst, date: tuesday, period: 6 }] },
      [],
    ],
    [
      'all lessons of a class whose day is актирован',
      { days: [{ kind: 'frost', from: tuesday, to: tuesday, classes: ['7a'] }] },
      ['s1 frost', 's2 frost', 's4 frost'],
    ],
  ])('%s', (_, change, expected) => {
    const lost = lostOn(changed(change), tuesday)
    expect(lost.map((one) => `${one.id.split('@')[0]} ${one.closed ?? `to ${one.date}`}`)).toEqual(expected)
  })

  it('a moved lesson knows where the timetable had put it', () => {
    const school = changed({
      changes: [{ kind: 'moved', lesson: algebraFirst, date: '2026-11-25', period: 2 }],
    })
    const [lesson] = lessonsOn(school, '2026-11-25')
    expect(lesson && movedFrom(school, lesson)).toEqual({ date: tuesday, period: 1 })
    expect(movedFrom(tinySchool, lessonOf(algebraFirst))).toBeNull()
  })
})

describe('the bells remind of lessons that nobody is marked in', () => {
  const lessons = [lessonOf(algebraFirst), lessonOf(algebraLast)]
  it.each<[string, string, string[], string[]]>([
    ['not while there is time', '24.11 08:34', [], []],
    ['ten minutes before the bell', '24.11 08:35', [], ['1: 10']],
    ['after it, until it is done', '24.11 12:00', [], ['1: 0']],
    ['not of what is done', '24.11 12:00', [algebraFirst], []],
    ['of each lesson in its order', '24.11 13:30', [], ['1: 0', '6: 5']],
  ])('%s', (_, now, marked, expected) => {
    const reminders = remindersOf(lessons, new Set(marked), at(now))
    expect(reminders.map((one) => `${one.lesson.period}: ${one.leftMs / 60_000}`)).toEqual(expected)
  })
})
