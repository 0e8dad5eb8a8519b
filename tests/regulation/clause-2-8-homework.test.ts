// п. 2.8: homework, or an explicit «не задано», within 90 minutes after the class's last lesson of the day.
// requirement: R11; screen: Урок, Сегодня
import { describe, expect, it } from 'vitest'
import { homeworkDeadline } from '../../src/domain/deadline/lesson-deadline.ts'
import { lintLesson } from '../../src/domain/findings/lint-lesson.ts'
import type { School } from '../../src/domain/school.ts'
import type { HomeworkValue } from '../../src/domain/value.ts'
import { algebraFirst, english, tinySchool } from '../domain/tiny-school.ts'
import { at, lessonOf, read, recorded } from './recorded.ts'

const short = [
  { shift: 1, period: 1, begins: '08:00', ends: '08:30', shortened: true },
  { shift: 1, period: 6, begins: '11:20', ends: '11:50', shortened: true },
] as const
/** The class's last lesson is that of another group. */
const lastOfOthers: Partial<School> = {
  groups: [
    ...tinySchool.groups,
    { id: 'en2', name: '7А/2', subject: 'english', classes: ['7a'], members: ['p1'] },
  ],
  assignments: [
    ...tinySchool.assignments,
    { id: 'eng2', teacher: 'leader', subject: 'english', target: { kind: 'group', id: 'en2' } },
  ],
  timetable: [
    ...tinySchool.timetable.filter((one) => one.id !== 's4'),
    { id: 's7', weekday: 2, period: 6, assignment: 'eng2' },
  ],
}
/** It is the lesson of one pupil, by an individual plan. */
const lastByPlan: Partial<School> = {
  ...lastOfOthers,
  groups: (lastOfOthers.groups ?? []).map((one) =>
    one.id === 'en2' ? { ...one, individualPlan: true as const } : one,
  ),
}
const day = { from: '2026-11-24', to: '2026-11-24', classes: null }

describe('п. 2.8, R11: 90 minutes after the last lesson of the class', () => {
  it.each<[string, Partial<School>, string, string]>([
    ['lessons that end at 13:35 give 15:05', {}, algebraFirst, '24.11 15:05'],
    ['for each lesson of the day, a group’s too', {}, english, '24.11 15:05'],
    [
      'shortened bells move it',
      { bells: [...tinySchool.bells, ...short], days: [{ kind: 'shortened', ...day }] },
      algebraFirst,
      '24.11 13:20',
    ],
    [
      'a cancelled last lesson moves it',
      { changes: [{ kind: 'cancelled', lesson: 's4@2026-11-24' }] },
      algebraFirst,
      '24.11 11:10',
    ],
    [
      'a remote day has its lessons and its term',
      { days: [{ kind: 'remote', ...day }] },
      algebraFirst,
      '24.11 15:05',
    ],
    ['the last lesson of the class is any group’s', lastOfOthers, english, '24.11 15:05'],
    [
      'a school may let a group’s go by the group’s own day',
      { ...lastOfOthers, settings: { homeworkAfter: 'group' } },
      english,
      '24.11 11:10',
    ],
    [
      'the class’s own homework waits for every group in any case',
      { ...lastOfOthers, settings: { homeworkAfter: 'group' } },
      algebraFirst,
      '24.11 15:05',
    ],
    ['a lesson by an individual plan keeps no class waiting', lastByPlan, algebraFirst, '24.11 11:10'],
    ['its own homework falls due after itself', lastByPlan, 's7@2026-11-24', '24.11 15:05'],
    [
      'and it may give less than the 90 minutes',
      { settings: { homeworkMinutes: 30 } },
      algebraFirst,
      '24.11 14:05',
    ],
  ])('%s', (_, change, lesson, due) => {
    const school = { ...tinySchool, ...change }
    expect(read(homeworkDeadline(school, lessonOf(lesson, school)).redAt)).toBe(due)
  })

  it.each<[string, HomeworkValue | null, string, string[]]>([
    ['set within the term raises nothing', { text: '№ 341' }, '24.11 15:00', []],
    ['«не задано» answers as well as a text', { none: true }, '24.11 09:00', []],
    ['forty minutes late is told with its minutes', { text: '№ 341' }, '24.11 15:45', ['late 40']],
    ['none at all is missing', null, '24.11 09:00', ['missing 895']],
  ])('%s', (_, value, when, told) => {
    const cell = { kind: 'homework', lesson: algebraFirst } as const
    const kept = recorded(
      { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' },
      { code: 'present' },
      when,
    )
    const found = lintLesson(tinySchool, lessonOf(algebraFirst), {
      recorded: value === null ? [kept] : [kept, recorded(cell, value, when)],
      outages: [],
      now: at('25.11 06:00'),
    })
    const homework = found.filter((one) => one.what === 'homework').map((one) => one.problem)
    expect(homework.map((one) => ('minutes' in one ? `${one.kind} ${one.minutes}` : one.kind))).toEqual(told)
  })
})
