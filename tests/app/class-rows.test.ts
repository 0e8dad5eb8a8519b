// Who stands on a lesson's register, and which typed names are taken; nothing recorded falls out of sight.
import { describe, expect, it } from 'vitest'
import { classRows } from '../../src/app/lesson/class/class-rows.ts'
import { noticeOf } from '../../src/app/lesson/class/lesson-notice.tsx'
import { longestName, readName } from '../../src/app/lesson/class/typed-name.ts'
import { nameSentence, notBegunTitle } from '../../src/app/messages/lesson/class.ts'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import { lessonById } from '../../src/domain/lesson.ts'
import { provisionalPupil } from '../../src/domain/provisional.ts'
import type { School } from '../../src/domain/school.ts'
import type { CellView } from '../../src/store/cell-view.ts'
import { algebraFirst, english, tinySchool, tuesday } from '../domain/tiny-school.ts'

const lessonIn = (school: School, id = algebraFirst) => {
  const lesson = lessonById(school, id)
  if (!lesson) throw new Error('the timetable has this lesson')
  return lesson
}
const recorded = (...pupils: string[]) =>
  new Map(
    pupils.map((pupil): [string, CellView] => {
      const cell: Cell = { kind: 'attendance', lesson: algebraFirst, pupil }
      const value = { code: 'absent' } as const
      const view = { key: cellKey(cell), cell, value, state: 'queued' as const }
      return [view.key, { ...view, follows: [], author: 'algebraist', candidates: [] }]
    }),
  )
const rowsOf = (school: School, ...pupils: string[]) =>
  classRows(school, lessonIn(school), recorded(...pupils), 'algebraist')

describe('a register', () => {
  it('hatches a pupil who left a few days ago, and takes no entry of that pupil', () => {
    const { pupils, rows } = rowsOf(tinySchool)
    expect(pupils.map((one) => one.id)).toEqual(['p1', 'p2'])
    expect(rows.map((one) => [one.id, one.closed ?? false, one.note])).toEqual([
      ['p1', false, undefined],
      ['p2', false, undefined],
      ['p3', true, 'выбытие пт 20.11'],
    ])
  })

  it('forgets one who left long ago, unless something is recorded here of that pupil', () => {
    const enrolments = tinySchool.enrolments.map((stay) =>
      stay.pupil === 'p3' ? { ...stay, to: '2026-10-01' } : stay,
    )
    const school = { ...tinySchool, enrolments }
    expect(rowsOf(school).rows.map((one) => one.id)).toEqual(['p1', 'p2'])
    expect(rowsOf(school, 'p3').rows.map((one) => one.id)).toContain('p3')
  })

  const status = (pupil: string, kind: 'exempt' | 'homeSchooled' | 'remote', subject: string | null = null) =>
    ({ pupil, kind, subject, from: '2026-11-01', to: null }) as const
  const plan = { id: 'ip1', name: 'ИУП', subject: 'algebra', classes: ['7a'], members: ['p2'] }
  it.each<[string, Partial<School>, boolean, string, string[]]>([
    [
      'who studies from afar, in the list',
      { statuses: [status('p2', 'remote')] },
      false,
      'учится дистанционно',
      ['remote'],
    ],
    [
      'who is exempt, in the list',
      { statuses: [status('p2', 'exempt', 'algebra')] },
      false,
      'освобождение',
      ['exempt'],
    ],
    [
      'both at once',
      { statuses: [status('p2', 'remote'), status('p2', 'exempt', 'algebra')] },
      false,
      'учится дистанционно, освобождение',
      ['remote', 'exempt'],
    ],
    [
      'who is taught at home, with closed cells',
      { statuses: [status('p2', 'homeSchooled')] },
      true,
      'обучение на дому',
      ['homeSchooled'],
    ],
    [
      'who has a plan of their own, with closed cells',
      { groups: [...tinySchool.groups, { ...plan, individualPlan: true }] },
      true,
      'индивидуальный план',
      ['individualPlan'],
    ],
  ])('says %s, by a sign and in words', (_, change, closed, note, standings) => {
    const { rows, pupils } = rowsOf({ ...tinySchool, ...change })
    const row = rows.find((one) => one.id === 'p2')
    expect({ closed: row?.closed ?? false, note: row?.note, standings: row?.standings }).toEqual({
      ...{ closed, note, standings },
    })
    expect(pupils.some((one) => one.id === 'p2')).toBe(!closed)
  })

  it.each<[string, Partial<School>, string]>([
    ['is taught at home', { statuses: [status('p2', 'homeSchooled')] }, 'обучение на дому'],
    [
      'has a plan of their own',
      { groups: [...tinySchool.groups, { ...plan, subject: 'english', individualPlan: true }] },
      'индивидуальный план',
    ],
  ])('of a group hatches its member who %s, and says why', (_, change, note) => {
    const school = { ...tinySchool, ...change }
    const { rows, pupils } = classRows(school, lessonIn(school, english), recorded(), 'leader')
    expect(rows).toMatchObject([{ id: 'p2', closed: true, note }])
    expect(pupils).toEqual([])
  })

  it('says nothing of a standing in another subject or of other days', () => {
    const statuses = [status('p2', 'exempt', 'english'), { ...status('p2', 'remote'), to: '2026-11-23' }]
    expect(rowsOf({ ...tinySchool, statuses }).rows.find((one) => one.id === 'p2')?.note).toBeUndefined()
  })

  it('shows whoever is recorded and in no list of the class', () => {
    const row = rowsOf(tinySchool, 'p4').rows.find((one) => one.id === 'p4')
    expect(row).toMatchObject({ closed: true, note: 'нет в списке урока' })
  })

  it('lists a pupil recorded by name at the end, until the lists have one of that name', () => {
    const id = provisionalPupil('Новиков Лев')
    const { pupils, rows } = rowsOf(tinySchool, id)
    expect(pupils.at(-1)).toMatchObject({ id, name: 'Новиков Лев' })
    expect(rows.at(-1)).toMatchObject({ id, note: 'нет в списке' })
    const bound: School = {
      ...tinySchool,
      pupils: [...tinySchool.pupils, { id: 'p5', lastName: 'Новиков', firstName: 'Лев', middleName: null }],
      enrolments: [...tinySchool.enrolments, { pupil: 'p5', schoolClass: '7a', from: tuesday, to: null }],
    }
    expect(rowsOf(bound, id).rows.map((one) => one.id)).toEqual(['p1', 'p3', 'p2', 'p5'].sort(byName(bound)))
  })
})

const byName = (school: School) => (a: string, b: string) => {
  const last = (id: string) => school.pupils.find((one) => one.id === id)?.lastName ?? ''
  return new Intl.Collator('ru').compare(last(a), last(b))
}

describe('a typed name', () => {
  const listed = [{ id: 'p1', name: 'Ёлкина Алёна' }]
  it.each<[string, string, string]>([
    ['nothing', '   ', 'empty'],
    ['200 letters', 'Я'.repeat(200), 'tooLong'],
    ['markup', '<img src=x onerror=alert(1)>', 'signs'],
    ['a key’s own signs', 'Иванов/Пётр@7а', 'signs'],
    ['one of the list, written with е', 'елкина  алена', 'listed'],
  ])('is not taken: %s', (_, typed, kind) => {
    const read = readName(typed, listed)
    if (read.ok) throw new Error('must not be taken')
    expect(read.problem.kind).toBe(kind)
    expect(nameSentence(read.problem)).toMatch(/ничего не записано\.$/i)
  })

  it.each(['О’Коннор Шон', 'Римский-Корсаков Пётр', 'Ю Ия', 'Я'.repeat(longestName)])(
    'is taken: %s',
    (name) => {
      expect(readName(`  ${name} `, listed)).toEqual({ ok: true, name })
    },
  )
})

describe('a lesson that the timetable has changed', () => {
  it('is told of when it is cancelled, and keeps what it holds', () => {
    const school: School = { ...tinySchool, changes: [{ kind: 'cancelled', lesson: algebraFirst }] }
    expect(noticeOf(school, lessonIn(school))?.sentence).toMatch(/отменён.*Записанное цело/)
    expect(classRows(school, lessonIn(school), recorded('p1'), 'algebraist').pupils.length).toBe(2)
  })

  it('is told of when it is moved, with both places', () => {
    const moved = { kind: 'moved', lesson: algebraFirst, date: '2026-11-26', period: 2 } as const
    const school: School = { ...tinySchool, changes: [moved] }
    expect(noticeOf(school, lessonIn(school))?.sentence).toBe(
      'Урок перенесён: был вт 24.11, 1-й урок, теперь чт 26.11, 2-й урок. Записанное цело. Что сервер школы принял, осталось за этим уроком, остальное ищите в «Очереди».',
    )
  })

  it('that waits for another day says for which, and today only for the hour', () => {
    const lesson = lessonIn(tinySchool)
    const title = (now: string): string => notBegunTitle(lesson, tinySchool.zone, now)
    expect(title('2026-11-23T17:30:00.000Z')).toBe('Урок начнётся в 08:00')
    expect(title('2026-11-23T05:00:00.000Z')).toBe('Урок начнётся вт 24.11 в 08:00')
  })

  it('says nothing while nothing has changed', () => {
    expect(noticeOf(tinySchool, lessonIn(tinySchool))).toBeNull()
  })
})
