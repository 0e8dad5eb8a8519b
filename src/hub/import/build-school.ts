// Turns a school's files into one school, or into the list of what is wrong with them.
import type { Group, School } from '../../domain/school.ts'
import { isChoice, isText } from '../../domain/settings.ts'
import { buildDays } from './build-calendar.ts'
import { checkLists } from './check-lists.ts'
import { checkChanged } from './check-moved.ts'
import type { ListName, Lists, Row } from './columns.ts'
import { type DroppedColumn, type Fault, readLists, readTexts, type Texts } from './read-lists.ts'

export interface Login {
  person: string
  login: string
}

export type Built = { ok: true; school: School; logins: Login[] } | { ok: false; faults: Fault[] }

const without = <R extends { row: number }>({ row: _, ...rest }: R): Omit<R, 'row'> => rest

const withDays = <R extends { row: number; from: string | null; to: string | null }>({
  row: _,
  from,
  to,
  ...rest
}: R) => ({
  ...rest,
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
})

/** A row with a last day alone begins with the year, as in every list; a row without days is of all the year. */
const datesOf = (rows: readonly Row<'group-members'>[], terms: Lists['terms']) =>
  rows.flatMap(({ pupil, from, to }) => {
    if (from !== null) return [{ pupil, from, to }]
    if (to === null) return []
    const yearBegins = terms.reduce((first, term) => (term.from < first ? term.from : first), to)
    return [{ pupil, from: yearBegins, to }]
  })

const toGroup = ({ row: _, individualPlan, ...group }: Row<'groups'>, lists: Lists): Group => {
  const own = lists['group-members'].filter((one) => one.group === group.id)
  const memberDates = datesOf(own, lists.terms)
  return {
    ...group,
    members: [...new Set(own.map((one) => one.pupil))],
    ...(memberDates.length > 0 && { memberDates }),
    ...(individualPlan && { individualPlan }),
  }
}

const toSettings = (rows: Lists['settings']): Pick<School, 'settings'> => {
  const settings = rows.map(({ name, value }) => [
    name,
    isChoice(name) || isText(name) ? value : Number(value),
  ])
  return rows.length === 0 ? {} : { settings: Object.fromEntries(settings) }
}

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
    terms: lists.terms.map(({ row: _, parallels, ...term }) => ({
      ...term,
      ...(parallels === null ? {} : { parallels }),
    })),
    bells: [
      ...lists.bells.map(({ weekday, ...bell }) => ({
        ...withDays(bell),
        ...(weekday === null ? {} : { weekday }),
      })),
      ...lists['short-bells'].map((bell) => ({ ...withDays(bell), shortened: true as const })),
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
    groups: lists.groups.map((row) => toGroup(row, lists)),
    assignments: lists.assignments.map(({ id, teacher, subject, targetKind, target }) => ({
      id,
      teacher,
      subject,
      target: { kind: targetKind, id: target },
    })),
    timetable: lists.timetable.map(withDays),
    plan: lists.plan.map(without),
    substitutions: lists.substitutions.map(without),
    ...buildDays(lists),
    ...toSettings(lists.settings),
  }
}

/** Checks the rows against each other and makes the school of them. */
const build = (lists: Lists): Built => {
  const found = checkLists(lists)
  if (found.length > 0) return { ok: false, faults: found }
  const school = toSchool(lists)
  if (!school) return { ok: false, faults: [{ list: 'school', row: 2, column: 'name', problem: 'empty' }] }
  const changed = checkChanged(lists.changes, school)
  if (changed.length > 0) return { ok: false, faults: changed }
  return {
    ok: true,
    school,
    logins: lists.staff.map(({ id, login }) => ({ person: id, login: login.toLowerCase() })),
  }
}

/** `version` is 0: the database gives the next one when the school is applied. */
export const buildSchool = (
  files: Readonly<Partial<Record<ListName, string>>>,
): Built & { dropped: readonly DroppedColumn[] } => {
  const { lists, faults, dropped } = readLists(files)
  return { ...(faults.length > 0 ? { ok: false, faults } : build(lists)), dropped }
}

/** The same from rows that stand in no file. */
export const buildFromTexts = (texts: Texts): Built => {
  const { lists, faults } = readTexts(texts)
  return faults.length > 0 ? { ok: false, faults } : build(lists)
}
