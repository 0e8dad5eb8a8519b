// People, terms and bells by hand: what the hub makes of the edits that «Школа» sends, and what it refuses by row.
import { describe, expect, it } from 'vitest'
import { bellEdits, rowsOf } from '../../src/app/school/timetable/bell-edits.ts'
import type { ListEdit } from '../../src/contract/school-edit-schema.ts'
import { lessonsOn } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'
import { buildFromTexts } from '../../src/hub/import/build-school.ts'
import { checkFormerTerms } from '../../src/hub/import/check-former-terms.ts'
import { faultMessage } from '../../src/hub/import/fault-message.ts'
import { editTexts } from '../../src/hub/school/edit-texts.ts'
import { listTexts } from '../../src/hub/school/list-texts.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { read } from '../regulation/recorded.ts'

const logins = tinySchool.staff.map((one) => ({ person: one.id, login: one.id }))
const built = (school: School, edits: readonly ListEdit[]) => {
  const edited = editTexts(listTexts(school, logins), edits)
  return edited.ok ? buildFromTexts(edited.texts) : edited
}
const applied = (school: School, edits: readonly ListEdit[]): School => {
  const result = built(school, edits)
  if (!result.ok || !('school' in result)) throw new Error('refused')
  return result.school
}
const complaints = (edits: readonly ListEdit[]): string[] => {
  const result = built(tinySchool, edits)
  return result.ok ? [] : result.faults.map(faultMessage)
}
/** «08:00–08:45» of each lesson of 7А. */
const hours = (school: School, date: string): string[] =>
  lessonsOn(school, date)
    .filter((one) => one.classes.includes('7a'))
    .map((one) => `${read(one.begins).slice(6)}–${read(one.ends).slice(6)}`)

it('takes no row out by nothing said of it: that would be the whole list', () => {
  const result = built(tinySchool, [{ list: 'substitutions', remove: {} }])
  expect(result).toMatchObject({ ok: false, faults: [{ list: 'substitutions', problem: 'empty' }] })
})

describe('the terms of another school year', () => {
  const nextYear = (date: string): string => date.replace(/^\d{4}/, (year) => String(Number(year) + 1))
  const later = (name: (id: string) => string): School => ({
    ...tinySchool,
    terms: tinySchool.terms.map((one) => ({
      ...one,
      ...{ id: name(one.id), from: nextYear(one.from), to: nextYear(one.to) },
    })),
  })

  it('take no ids of the former one’s, whose final marks stay theirs', () => {
    const [first] = tinySchool.terms
    const faults = checkFormerTerms(
      later((id) => id),
      tinySchool,
    )
    expect(faults[0]).toEqual({
      ...{ list: 'terms', row: 2, column: 'id', problem: 'ofFormerYear', value: first?.id },
    })
    expect(faults).toHaveLength(tinySchool.terms.length)
    const renamed = later((id) => `${id}-2027`)
    expect(checkFormerTerms(renamed, tinySchool)).toEqual([])
    expect(checkFormerTerms(tinySchool, null)).toEqual([])
  })

  it('are the same terms while their year is the same, whatever days they get', () => {
    const terms = tinySchool.terms.map((one) => ({ ...one, to: '2026-12-25' }))
    expect(checkFormerTerms({ ...tinySchool, terms }, tinySchool)).toEqual([])
  })
})

describe('the bells by hand', () => {
  const rows = rowsOf(tinySchool, 'bells', '2026-11-24')
  const later = rows.map((row) => (row.period === '1' ? { ...row, begins: '08:30', ends: '08:50' } : row))
  const change = bellEdits(tinySchool, 'bells', later, '2026-12-01')

  it('ring anew from a day on; lessons before it keep their hours', () => {
    const school = applied(tinySchool, change)
    expect(hours(school, '2026-11-24')).toEqual(hours(tinySchool, '2026-11-24'))
    expect(hours(school, '2026-12-01')).toEqual(['08:30–08:50', '08:55–09:40', '12:50–13:35'])
    // The two other bells were touched by nobody.
    expect(change).toHaveLength(2)
    expect(rowsOf(school, 'bells', '2026-11-30')).toEqual(rows)
    expect(bellEdits(school, 'bells', later, '2026-12-01')).toEqual([])
  })

  it('changed again from an earlier day leave nothing of a version that has never rung', () => {
    const once = applied(tinySchool, change)
    const earliest = rows.map((row) => (row.period === '1' ? { ...row, begins: '08:10' } : row))
    const twice = applied(once, bellEdits(once, 'bells', earliest, '2026-11-26'))
    expect(twice.bells.filter((one) => one.period === 1)).toEqual([
      { shift: 1, period: 1, begins: '08:00', ends: '08:45', to: '2026-11-25' },
      { shift: 1, period: 1, begins: '08:10', ends: '08:45', from: '2026-11-26' },
    ])
  })

  it('that are taken out ring no more from that day on, and shortened days have days of their own', () => {
    const two = applied(tinySchool, bellEdits(tinySchool, 'bells', rows.slice(0, 2), '2026-12-01'))
    expect(hours(two, '2026-11-24')).toHaveLength(3)
    expect(hours(two, '2026-12-01')).toHaveLength(2)
    const short = rows.map((row) => (row.period === '1' ? { ...row, ends: '08:30' } : row))
    const shortened = applied(
      { ...tinySchool, days: [{ kind: 'shortened', from: '2026-11-24', to: '2026-12-01', classes: null }] },
      bellEdits(tinySchool, 'short-bells', short, '2026-12-01'),
    )
    expect(hours(shortened, '2026-11-24')[0]).toBe('08:00–08:45')
    expect(hours(shortened, '2026-12-01')[0]).toBe('08:00–08:30')
  })

  it('of one period never ring twice on a day', () => {
    const twice = { shift: '1', period: '1', begins: '08:10', ends: '08:50', from: '2026-12-01' }
    expect(complaints([{ list: 'bells', add: twice }])).toEqual([
      'bells.csv, строка 5, столбец from: дни пересекаются с другой строкой («1»)',
    ])
  })
})

describe('people and terms by hand', () => {
  const newcomer = { id: 'new', lastName: 'Юдин', firstName: 'Яков', positions: 'teacher', login: 'yudin' }
  const leader = { id: 'leader', lastName: 'Ким', firstName: 'Имя', positions: 'teacher', login: 'leader' }
  const term = { id: 'q2', name: '2-я четверть', from: '2026-11-09', to: '2026-12-30' }
  const class7a = { id: '7a', parallel: '7', letter: 'А', shift: '1', studyWeek: '5', classTeacher: 'leader' }

  it.each<[string, ListEdit, string]>([
    [
      'nobody bears the name of АИС',
      { list: 'staff', add: { ...newcomer, id: 'ais' } },
      'staff.csv, строка 7, столбец id: код «ais» журнал занял под своё; дайте другой',
    ],
    [
      'no term stands where the year’s marks do',
      { list: 'terms', add: { ...term, id: 'year-2027', from: '2027-01-11', to: '2027-03-20' } },
      'terms.csv, строка 3, столбец id: код «year-2027» журнал занял под своё; дайте другой',
    ],
  ])('%s', (_, edit, complaint) => {
    expect(complaints([edit])).toEqual([complaint])
  })

  it.each<[string, ListEdit, (school: School) => unknown, unknown]>([
    [
      'a new teacher comes with a login',
      { list: 'staff', add: newcomer },
      (school) => school.staff.at(-1)?.lastName,
      'Юдин',
    ],
    [
      'a teacher’s name is corrected, and everything else of the person stays',
      { list: 'staff', remove: { id: 'leader' }, add: { ...leader, lastName: 'Кимова' } },
      (school) => school.staff.map((one) => one.lastName),
      ['Рябинина', 'Кимова', 'Лужин', 'Завьялова', 'Орлов'],
    ],
    [
      'a pupil’s name is corrected in its place of the list',
      {
        ...{ list: 'pupils', remove: { id: 'p2', from: '2026-09-01' } },
        add: { id: 'p2', lastName: 'Елкина', firstName: 'Имя', schoolClass: '7a', from: '2026-09-01' },
      },
      (school) => school.pupils.map((one) => one.lastName),
      ['Волков', 'Елкина', 'Жуков', 'Ким'],
    ],
    [
      'a class gets another class teacher',
      { list: 'classes', remove: { id: '7a' }, add: { ...class7a, classTeacher: 'stranger' } },
      (school) => school.classes[0]?.classTeacher,
      'stranger',
    ],
    [
      'a term ends on another day',
      { list: 'terms', remove: { id: 'q2' }, add: { ...term, to: '2026-12-26' } },
      (school) => school.terms[0]?.to,
      '2026-12-26',
    ],
  ])('%s', (_, edit, read, expected) => {
    expect(read(applied(tinySchool, [edit]))).toEqual(expected)
  })

  it.each<[string, ListEdit, string]>([
    [
      'a term that ends before it begins',
      { list: 'terms', remove: { id: 'q2' }, add: { ...term, to: '2026-11-01' } },
      'terms.csv, строка 2, столбец to: «2026-11-01» раньше начала',
    ],
    [
      'two terms of the same days',
      { list: 'terms', add: { ...term, id: 'q3' } },
      'terms.csv, строка 3, столбец from: дни пересекаются с другой строкой («q2»)',
    ],
    [
      'a login that somebody has',
      { list: 'staff', add: { ...newcomer, login: 'Leader' } },
      'staff.csv, строка 7, столбец login: «leader» уже есть в строке выше',
    ],
    [
      'a person without a position',
      { list: 'staff', add: { ...newcomer, positions: '' } },
      'staff.csv, строка 7, столбец positions: «» не подходит; можно: teacher, deputyHead, head',
    ],
    [
      'a pupil without a name',
      {
        list: 'pupils',
        add: { id: 'p9', lastName: '', firstName: 'Имя', schoolClass: '7a', from: '2026-11-24' },
      },
      'pupils.csv, строка 6, столбец lastName: пусто, а значение нужно',
    ],
    [
      'a class teacher whom nobody knows',
      { list: 'classes', remove: { id: '7a' }, add: { ...class7a, classTeacher: 'gone' } },
      'classes.csv, строка 2, столбец classTeacher: «gone» не найдено в списках',
    ],
  ])('refused with its row: %s', (_, edit, complaint) => {
    expect(complaints([edit])).toEqual([complaint])
  })
})
