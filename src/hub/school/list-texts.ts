// A school written out as the rows of its lists: what an import would read to get the same school.
import type { Bell, LessonChange, School } from '../../domain/school.ts'
import type { Login } from '../import/build-school.ts'
import type { ListName } from '../import/columns.ts'

export type TextRow = Readonly<Record<string, string>>
export type ListTexts = Record<ListName, readonly TextRow[]>

type Field = string | number | boolean | null | undefined | readonly (string | number)[]

const textOf = (value: Field): string => {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return 'yes'
  return typeof value === 'object' ? value.join(';') : String(value)
}

const row = (fields: Readonly<Record<string, Field>>): TextRow =>
  Object.fromEntries(Object.entries(fields).map(([column, value]) => [column, textOf(value)]))

const changeRow = (change: LessonChange): TextRow =>
  row({
    lesson: change.lesson,
    kind: change.kind,
    date: change.kind === 'moved' ? change.date : null,
    period: change.kind === 'moved' ? change.period : null,
    into: change.kind === 'merged' ? change.into : null,
  })

const bellRow = ({ shift, period, begins, ends, weekday, from, to }: Bell): TextRow =>
  row({ shift, period, begins, ends, weekday, from, to })

const memberRows = (school: School): TextRow[] =>
  school.groups.flatMap(({ id: group, members, memberDates = [] }) =>
    members.flatMap((pupil) => {
      const dated = memberDates.filter((one) => one.pupil === pupil)
      const spans = dated.length > 0 ? dated : [{ from: null, to: null }]
      return spans.map(({ from, to }) => row({ group, pupil, from, to }))
    }),
  )

const calendarRows = ({ workYears = [] }: School): TextRow[] =>
  workYears.flatMap(({ year, source, transfers, daysOff, shortDays }) => [
    row({ date: `${year}-01-01`, kind: 'year', source, from: null }),
    ...transfers.map(({ from, to }) => row({ date: to, kind: 'transfer', from, source: null })),
    ...daysOff.map((date) => row({ date, kind: 'dayOff', from: null, source: null })),
    ...shortDays.map((date) => row({ date, kind: 'short', from: null, source: null })),
  ])

const pupilRows = (school: School): TextRow[] => {
  const pupils = new Map(school.pupils.map((one) => [one.id, one]))
  return school.enrolments.map(({ pupil, schoolClass, from, to }) =>
    row({ ...pupils.get(pupil), id: pupil, schoolClass, from, to }),
  )
}

/** `logins` are those of the accounts: the school's document doesn't hold them. */
export const listTexts = (school: School, logins: readonly Login[]): ListTexts => {
  const login = new Map(logins.map((one) => [one.person, one.login]))
  return {
    school: [row({ name: school.name, zone: school.zone, workWeek: school.workWeek })],
    terms: school.terms.map(({ id, name, from, to, parallels }) => row({ id, name, from, to, parallels })),
    bells: school.bells.filter((one) => !one.shortened).map(bellRow),
    subjects: school.subjects.map((one) => row({ ...one })),
    staff: school.staff.map((one) => row({ ...one, login: login.get(one.id) })),
    classes: school.classes.map(({ building: _, ...one }) => row({ ...one })),
    pupils: pupilRows(school),
    groups: school.groups.map(({ id, name, subject, classes, individualPlan }) =>
      row({ id, name, subject, classes, individualPlan }),
    ),
    'group-members': memberRows(school),
    assignments: school.assignments.map(({ id, teacher, subject, target }) =>
      row({ id, teacher, subject, targetKind: target.kind, target: target.id }),
    ),
    timetable: school.timetable.map((one) => row({ ...one })),
    plan: school.plan.map((one) => row({ ...one })),
    substitutions: school.substitutions.map((one) => row({ ...one })),
    'short-bells': school.bells.filter((one) => one.shortened).map(bellRow),
    buildings: school.classes.flatMap(({ id, building }) =>
      building === undefined ? [] : [row({ schoolClass: id, building })],
    ),
    days: (school.days ?? []).map((one) => row({ ...one })),
    changes: (school.changes ?? []).map(changeRow),
    statuses: (school.statuses ?? []).map((one) => row({ ...one })),
    calendar: calendarRows(school),
    'end-of-work': school.endOfWork ? [row({ ...school.endOfWork })] : [],
    settings: Object.entries(school.settings ?? {}).map(([name, value]) => row({ name, value })),
  }
}
