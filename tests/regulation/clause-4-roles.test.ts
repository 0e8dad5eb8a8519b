// Clauses 2.3, 2.4, 2.9, 2.10, 4.1–4.4: who may write which cell. A row is a sentence.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { mayReadBoard, maySettle, mayWrite } from '../../src/domain/role.ts'
import { algebraFirst, english, history, tinySchool } from '../domain/tiny-school.ts'

const attendance = (lesson: string, pupil = 'p2'): Cell => ({ kind: 'attendance', lesson, pupil })
const reason = (lesson: string): Cell => ({ kind: 'absenceReason', lesson, pupil: 'p2' })
const termMark: Cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p2' }

describe('clause 4: rights of the participants', () => {
  it.each<[string, string, Cell, string]>([
    ['п. 4.3 a subject teacher writes own lessons', 'algebraist', attendance(algebraFirst), 'subjectTeacher'],
    ['п. 4.3 and no lesson of a colleague', 'algebraist', attendance(english), 'foreignLesson'],
    ['п. 2.3 a foreign class is closed', 'algebraist', attendance(history, 'p4'), 'foreignLesson'],
    [
      'п. 4.4 a class teacher writes any lesson of the own class',
      'leader',
      attendance(algebraFirst),
      'classTeacher',
    ],
    ['п. 4.4 and none of another class', 'leader', attendance(history, 'p4'), 'foreignLesson'],
    [
      'п. 2.9 the class teacher sets the reason of an absence',
      'leader',
      reason(algebraFirst),
      'classTeacher',
    ],
    ['п. 2.9 the subject teacher does not', 'algebraist', reason(algebraFirst), 'reasonByClassTeacher'],
    ['п. 2.10 a deputy edits no lesson', 'deputy', attendance(algebraFirst), 'adminReadOnly'],
    ['п. 4.1 the head edits no lesson', 'head', attendance(algebraFirst), 'adminReadOnly'],
    ['п. 2.4 the subject teacher sets term marks', 'algebraist', termMark, 'subjectTeacher'],
    ['п. 4.4 the class teacher sets them too', 'leader', termMark, 'classTeacher'],
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

  it('п. 2.10, 4.1, 4.2 control screens open for the administration alone', () => {
    const readers = tinySchool.staff.filter((one) => mayReadBoard(tinySchool, one.id)).map((one) => one.id)
    expect(readers).toEqual(['deputy', 'head'])
  })
})
