// п. 4: rights of the participants: who may read, write and settle which cell (п. 2.3, 2.4, 2.9, 2.10, 4.1–4.4).
// requirement: R4, R13, R19; screen: Урок, Расхождения, Контроль
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { lintLesson } from '../../src/domain/findings/lint-lesson.ts'
import {
  asksReason,
  mayConfirmOutage,
  mayRead,
  mayReadBoard,
  maySayByHand,
  maySettle,
  mayWrite,
  settling,
} from '../../src/domain/role.ts'
import { algebraFirst, english, history, tinySchool } from '../domain/tiny-school.ts'
import { at, lessonOf, recorded } from './recorded.ts'

const attendance = (lesson: string, pupil = 'p2'): Cell => ({ kind: 'attendance', lesson, pupil })
const reason = (lesson: string): Cell => ({ kind: 'absenceReason', lesson, pupil: 'p2' })
const termMark: Cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p2' }

describe('clause 4: rights of the participants', () => {
  it.each<[string, string, Cell, string]>([
    ['п. 4.3 a subject teacher writes own lessons', 'algebraist', attendance(algebraFirst), 'subjectTeacher'],
    ['п. 4.3 and no lesson of a colleague', 'algebraist', attendance(english), 'foreignLesson'],
    ['п. 2.3 a foreign class is closed', 'algebraist', attendance(history, 'p4'), 'foreignLesson'],
    [
      'п. 4.4, R19 a class teacher writes any lesson of the own class',
      'leader',
      attendance(algebraFirst),
      'classTeacher',
    ],
    ['п. 4.4, R19 and none of another class', 'leader', attendance(history, 'p4'), 'foreignLesson'],
    [
      'п. 2.9 the class teacher sets the reason of an absence',
      'leader',
      reason(algebraFirst),
      'classTeacher',
    ],
    ['п. 2.9 the subject teacher does not', 'algebraist', reason(algebraFirst), 'reasonByClassTeacher'],
    ['п. 2.10, R13 a deputy edits no lesson', 'deputy', attendance(algebraFirst), 'adminReadOnly'],
    ['п. 4.1, R13 the head edits no lesson', 'head', attendance(algebraFirst), 'adminReadOnly'],
    ['п. 2.4 the subject teacher sets term marks', 'algebraist', termMark, 'subjectTeacher'],
    ['п. 4.4, R19 the class teacher sets them too', 'leader', termMark, 'classTeacher'],
    ['п. 4.3 a stranger sets none', 'stranger', termMark, 'foreignLesson'],
    [
      'a lesson that the timetable does not know is refused',
      'algebraist',
      attendance('s1@2026-11-25'),
      'lessonUnknown',
    ],
  ])('%s', (_, person, cell, outcome) => {
    const permission = mayWrite(tinySchool, person, cell)
    expect(permission.ok ? permission.role : permission.refusal).toBe(outcome)
  })

  it.each<[string, string, Cell, boolean]>([
    ['п. 2.4 the subject teacher of a final mark', 'algebraist', termMark, true],
    ['п. 4.4 the class teacher too', 'leader', termMark, true],
    ['п. 4.2 a deputy', 'deputy', termMark, true],
    ['п. 4.1 the head does not', 'head', termMark, false],
    ['п. 4.3 a stranger does not', 'stranger', termMark, false],
    ['п. 3.2 of what a door carries nobody does', 'algebraist', attendance(algebraFirst), false],
    ['п. 3.2 nor a deputy', 'deputy', attendance(algebraFirst), false],
  ])('says that it was entered by hand: %s', (_, person, cell, may) => {
    expect(maySayByHand(tinySchool, person, cell)).toBe(may)
  })

  it('п. 2.4 of two different term marks the subject teacher settles', () => {
    expect(maySettle(tinySchool, 'algebraist', termMark)).toBe(true)
    expect(maySettle(tinySchool, 'leader', termMark)).toBe(false)
  })

  it('R4 a substitute writes the lesson of that date, the absent teacher does not', () => {
    const school = { ...tinySchool, substitutions: [{ lesson: algebraFirst, teacher: 'stranger' }] }
    expect(mayWrite(school, 'stranger', attendance(algebraFirst))).toEqual({
      ok: true,
      role: 'subjectTeacher',
    })
    expect(mayWrite(school, 'algebraist', attendance(algebraFirst)).ok).toBe(false)
  })

  it('R4 and on the day after it is closed to the substitute', () => {
    const school = { ...tinySchool, substitutions: [{ lesson: algebraFirst, teacher: 'stranger' }] }
    expect(mayWrite(school, 'stranger', attendance('s1@2026-12-01')).ok).toBe(false)
  })

  it('п. 2.4 a class teacher who teaches the subject too settles its term marks', () => {
    const assignments = tinySchool.assignments.map((one) => ({ ...one, teacher: 'leader' }))
    expect(maySettle({ ...tinySchool, assignments }, 'leader', termMark)).toBe(true)
  })

  it.each<[string, string, Cell, boolean]>([
    ['a teacher reads own lessons', 'algebraist', attendance(algebraFirst), true],
    ['and no foreign class', 'algebraist', attendance(history, 'p4'), false],
    ['a class teacher reads the own class', 'leader', attendance(algebraFirst), true],
    ['a deputy reads everything', 'deputy', attendance(history, 'p4'), true],
    ['the head reads everything', 'head', termMark, true],
  ])('reading: %s', (_, person, cell, may) => {
    expect(mayRead(tinySchool, person, cell)).toBe(may)
  })

  it.each<[string, string, Cell, string]>([
    ['the subject teacher with any value', 'algebraist', attendance(algebraFirst), 'any'],
    ['the class teacher too', 'leader', attendance(algebraFirst), 'any'],
    ['of term marks not the class teacher', 'leader', termMark, 'none'],
    ['a deputy with one of its candidates', 'deputy', attendance(algebraFirst), 'pick'],
    ['the head not at all', 'head', attendance(algebraFirst), 'none'],
    ['a stranger not at all', 'stranger', attendance(algebraFirst), 'none'],
  ])('settling a conflict: %s', (_, person, cell, how) => {
    expect(settling(tinySchool, person, cell)).toBe(how)
  })

  it.each<[string, string, string[], boolean]>([
    ['a colleague’s value', 'leader', ['algebraist'], true],
    ['the own value', 'leader', ['leader'], false],
    ['a blank cell', 'leader', [], false],
    ['the subject teacher over the class teacher’s', 'algebraist', ['leader'], false],
  ])('п. 4.4 a reason is asked over: %s', (_, person, holders, asked) => {
    expect(asksReason(tinySchool, person, attendance(algebraFirst), holders)).toBe(asked)
  })

  it.each<[string, string | null, unknown[]]>([
    ['with a reason nothing is said', 'ошибка в списке', []],
    ['without one it is told', null, [{ kind: 'unexplained', by: 'leader' }]],
  ])('п. 4.4 a class teacher changes a colleague’s value: %s', (_, reason, told) => {
    const first = recorded(attendance(algebraFirst), { code: 'absent' }, '24.11 08:10')
    const second = {
      ...recorded(attendance(algebraFirst), { code: 'present' }, '24.11 08:20'),
      author: 'leader',
      reason,
    }
    const facts = { recorded: [first, second], outages: [], now: at('24.11 08:30') }
    expect(lintLesson(tinySchool, lessonOf(algebraFirst), facts).map((one) => one.problem)).toEqual(told)
  })

  it('outages are confirmed by a deputy alone', () => {
    expect(
      tinySchool.staff.filter((one) => mayConfirmOutage(tinySchool, one.id)).map((one) => one.id),
    ).toEqual(['deputy'])
  })

  it('п. 2.10, 4.1, 4.2 control screens open for the administration alone', () => {
    const readers = tinySchool.staff.filter((one) => mayReadBoard(tinySchool, one.id)).map((one) => one.id)
    expect(readers).toEqual(['deputy', 'head'])
  })
})
