// п. 4.1: the head controls how the journal is kept: reads everything, records and settles nothing.
// requirement: R13; screen: Контроль
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import {
  mayConfirmOutage,
  mayDeclareLoss,
  mayEditSchool,
  mayGiveUpTransfer,
  mayRead,
  mayReadBoard,
  mayRemind,
  maySayByHand,
  mayWrite,
  settling,
} from '../../src/domain/role.ts'
import { algebraFirst, english, history, tinySchool } from '../domain/tiny-school.ts'

const attendance = (lesson: string, pupil: string): Cell => ({ kind: 'attendance', lesson, pupil })

describe('п. 4.1, R13: the head', () => {
  it.each<[string, Cell]>([
    ['a lesson of one class', attendance(algebraFirst, 'p1')],
    ['of a group', attendance(english, 'p2')],
    ['of another class', attendance(history, 'p4')],
    ['a topic', { kind: 'topic', lesson: algebraFirst }],
    ['a final mark', { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' }],
  ])('reads, and neither records nor settles: %s', (_, cell) => {
    expect(mayRead(tinySchool, 'head', cell)).toBe(true)
    expect(mayWrite(tinySchool, 'head', cell)).toEqual({ ok: false, refusal: 'adminReadOnly' })
    expect(settling(tinySchool, 'head', cell)).toBe('none')
    expect(maySayByHand(tinySchool, 'head', cell)).toBe(false)
  })

  it.each<[string, boolean, boolean]>([
    ['opens the control screens (п. 2.10)', mayReadBoard(tinySchool, 'head'), true],
    ['reminds those who keep the journal', mayRemind(tinySchool, 'head'), true],
    ['confirms no outage', mayConfirmOutage(tinySchool, 'head'), false],
    ['declares no tablet lost', mayDeclareLoss(tinySchool, 'head'), false],
    ['leaves nothing out of АИС', mayGiveUpTransfer(tinySchool, 'head'), false],
    ['edits no list', mayEditSchool(tinySchool, 'head'), false],
  ])('%s', (_, may, expected) => {
    expect(may).toBe(expected)
  })
})
