// Turns a school's files into one school, or into the list of what is wrong with them.
import type { School } from '../../domain/school.ts'
import { buildDays } from './build-calendar.ts'
import { checkLists } from './check-lists.ts'
import type { ListName, Lists } from './columns.ts'
import { type Fault, readLists } from './read-lists.ts'

export interface Login {
  person: string
  login: string
}

export type Built = { ok: true; school: School; logins: Login[] } | { ok: false; faults: Fault[] }

const without = <R extends { row: number }>({ row: _, ...rest }: R): Omit<R, 'row'> => rest

const toSchool = (lists: Lists): School | null => {
  const [head] = lists.school
  if (!head) return null
  const pupils = new Map(lists.pupils.map((row) => [row.id, row]))
  const buildings = new Map(lists.buildings.map((row) => [row.schoolClass, row.building]))
  return {
    version: 0,
    name: head.name,
    zone: head.zone,
    workWeek: head.workWeek,
    terms: lists.terms.map(without),
    bells: [
      ...lists.bells.map(without),
      ...lists['short-bells'].map((row) => ({ ...without(row), shortened: true as const })),
    ],
    subjects: lists.subjects.map(without),
    staff: lists.staff.map(({ row: _, login: __, ...person }) => person),
    classes: lists.classes.map((row) => {
      const building = buildings.get(row.id)
      return { ...without(row), ...(building === undefined ? {} : { building }) }
    }),
    pupils: [...pupils.values()].map(({ id, lastName, firstName, middleName }) => ({
      id,
      lastName,
      firstName,
      middleName,
    })),
    enrolments: lists.pupils.map(({ id, schoolClass, from, to }) => ({ pupil: id, schoolClass, from, to })),
    groups: lists.groups.map((row) => ({
      ...without(row),
      members: lists['group-members'].filter((one) => one.group === row.id).map((one) => one.pupil),
    })),
    assignments: lists.assignments.map(({ id, teacher, subject, targetKind, target }) => ({
      id,
      teacher,
      subject,
      target: { kind: targetKind, id: target },
    })),
    timetable: lists.timetable.map(without),
    plan: lists.plan.map(without),
    substitutions: lists.substitutions.map(without),
    ...buildDays(lists),
  }
}

/** `version` is 0: the database gives the next one when the school is applied. */
export const buildSchool = (files: Readonly<Partial<Record<ListName, string>>>): Built => {
  const { lists, faults } = readLists(files)
  if (faults.length > 0) return { ok: false, faults }
  const found = checkLists(lists)
  if (found.length > 0) return { ok: false, faults: found }
  const school = toSchool(lists)
  if (!school) return { ok: false, faults: [{ list: 'school', row: 2, column: 'name', problem: 'empty' }] }
  return {
    ok: true,
    school,
    logins: lists.staff.map(({ id, login }) => ({ person: id, login: login.toLowerCase() })),
  }
}
