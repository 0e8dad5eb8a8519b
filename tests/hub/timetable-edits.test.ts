// The week edited from a day on: what was taught before keeps its place, its teacher and its topics.
import { describe, expect, it } from 'vitest'
import { addSlot, endSlot, handOver } from '../../src/app/school/timetable/slot-edits.ts'
import type { ListEdit } from '../../src/contract/school-edit-schema.ts'
import { lessonById, lessonsOn, planItemOf } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { buildFromTexts } from '../../src/hub/import/build-school.ts'
import { faultMessage } from '../../src/hub/import/fault-message.ts'
import { editTexts } from '../../src/hub/school/edit-texts.ts'
import { listTexts } from '../../src/hub/school/list-texts.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'

const logins = tinySchool.staff.map((one) => ({ person: one.id, login: one.id }))

/** What the hub makes of the edits: the school of them, or the first complaint. */
const apply = (school: School, edits: readonly ListEdit[]): School | string => {
  const edited = editTexts(listTexts(school, logins), edits)
  const built = edited.ok ? buildFromTexts(edited.texts) : edited
  return built.ok ? ('school' in built ? built.school : '') : (built.faults.map(faultMessage)[0] ?? '')
}
const applied = (school: School, edits: readonly ListEdit[]): School => {
  const result = apply(school, edits)
  if (typeof result === 'string') throw new Error(result)
  return result
}
const slotOf = (school: School, id: string) => {
  const found = school.timetable.find((one) => one.id === id)
  if (!found) throw new Error(`no place ${id}`)
  return found
}
const teachersOn = (school: School, date: string) =>
  lessonsOn(school, date).map((one) => `${one.period} ${one.subject} ${one.teacher}`)

describe('the timetable by hand', () => {
  it('a place taken out from a day on keeps its lessons before', () => {
    const school = applied(tinySchool, endSlot(tinySchool, slotOf(tinySchool, 's1'), '2026-12-01'))
    expect(lessonById(school, algebraFirst)).toMatchObject({ id: algebraFirst, closed: null })
    expect(teachersOn(school, '2026-11-24')).toEqual(teachersOn(tinySchool, '2026-11-24'))
    expect(lessonById(school, 's1@2026-12-01')).toBeNull()
    expect(teachersOn(school, '2026-12-01')).not.toContain('1 algebra algebraist')
  })

  it('its substitutions and changes from that day on go with it, the former ones stay', () => {
    const planned: School = {
      ...tinySchool,
      substitutions: [
        { lesson: algebraFirst, teacher: 'head' },
        { lesson: 's1@2026-12-08', teacher: 'head' },
      ],
      changes: [{ kind: 'merged', lesson: 's2@2026-12-08', into: 's1@2026-12-08' }],
    }
    const school = applied(planned, endSlot(planned, slotOf(planned, 's1'), '2026-12-01'))
    expect(school.substitutions).toEqual([{ lesson: algebraFirst, teacher: 'head' }])
    expect(school.changes ?? []).toEqual([])
  })

  it('a place that has not begun is taken out whole', () => {
    const place = { weekday: 3, period: 1, assignment: 'alg7a', from: '2026-12-02' }
    const school = applied(tinySchool, [addSlot(place)])
    const added = school.timetable.find((one) => one.from === '2026-12-02')
    expect(teachersOn(school, '2026-12-02')).toEqual(['1 algebra algebraist'])
    expect(teachersOn(school, '2026-11-25')).toEqual([])
    expect(applied(school, endSlot(school, slotOf(school, added?.id ?? ''), '2026-12-01')).timetable).toEqual(
      tinySchool.timetable,
    )
  })

  it('a place is free again once the lesson in it has ended, and not before', () => {
    const ended = applied(tinySchool, endSlot(tinySchool, slotOf(tinySchool, 's1'), '2026-12-01'))
    const place = { weekday: 2, period: 1, assignment: 'alg7a' }
    expect(typeof apply(ended, [addSlot({ ...place, from: '2026-12-01' })])).toBe('object')
    expect(apply(ended, [addSlot({ ...place, from: '2026-11-24' })])).toMatch(
      /^timetable\.csv, строка 8, столбец period: место занято/,
    )
    expect(apply(tinySchool, [addSlot({ ...place, from: '2026-12-08', to: '2026-12-01' })])).toMatch(
      /столбец to: «2026-12-01» раньше начала/,
    )
  })

  it('another teacher takes a subject over: past lessons stay with the former, the plan of topics goes on', () => {
    const [alg] = tinySchool.assignments
    if (!alg) throw new Error('no assignment')
    const school = applied(tinySchool, handOver(tinySchool, alg, 'head', '2026-12-01'))
    expect(teachersOn(school, '2026-11-24')).toEqual(teachersOn(tinySchool, '2026-11-24'))
    expect(teachersOn(school, '2026-12-01').filter((one) => one.includes('algebra'))).toEqual([
      '1 algebra head',
      '6 algebra head',
    ])
    const plan = { ...school, plan: [7, 8].map((no) => ({ ...item, no })) }
    const topics = lessonsOn(plan, '2026-12-01')
      .filter((one) => one.subject === 'algebra')
      .map((one) => planItemOf(plan, one)?.no)
    // 10, 17 and 24 November brought two lessons each.
    expect(topics).toEqual([7, 8])
  })
})

const item = { subject: 'algebra', parallel: 7, no: 0, topic: 'Степень', homework: null }
