// Checks that the lists agree with each other: nothing twice, nobody unknown.
import { readYearColumn } from '../../domain/term/year-column.ts'
import { aisAuthor } from '../transfer/ais-author.ts'
import { checkCalendar, checkChanges } from './build-calendar.ts'
import { bellPlace, checkPlaces } from './check-places.ts'
import type { ListName, Lists } from './columns.ts'
import type { Fault } from './read-lists.ts'
import { twice } from './twice.ts'

const unknown = <R extends { row: number }>(
  list: ListName,
  column: string,
  rows: readonly R[],
  known: ReadonlySet<string>,
  valuesOf: (row: R) => readonly string[],
): Fault[] =>
  rows.flatMap((row) =>
    valuesOf(row)
      .filter((value) => !known.has(value))
      .map((value): Fault => ({ list, row: row.row, column, problem: 'unknown', value })),
  )

const idsOf = (rows: readonly { id: string }[]): Set<string> => new Set(rows.map((row) => row.id))

/** Ids stand inside the keys of cells and behind commas, so they are plain. */
const plain = /^[\p{L}\p{N}_.-]{1,60}$/u

const plainIds = (list: ListName, rows: readonly { id: string; row: number }[]): Fault[] =>
  rows
    .filter((row) => !plain.test(row.id))
    .map((row) => ({ list, row: row.row, column: 'id', problem: 'unknown', value: row.id }))

/** What people wrote in АИС stands under a name of its own, and the marks of a year in columns of their own. */
const isReserved = {
  staff: (id: string) => id === aisAuthor,
  terms: (id: string) => readYearColumn(null, id) !== null,
}

const reservedIds = (list: 'staff' | 'terms', rows: readonly { id: string; row: number }[]): Fault[] =>
  rows
    .filter((row) => isReserved[list](row.id))
    .map((row) => ({ list, row: row.row, column: 'id', problem: 'reserved', value: row.id }))

const slotOf = (lesson: string): string => lesson.split('@')[0] ?? ''

export const checkLists = (lists: Lists): Fault[] => {
  const staff = idsOf(lists.staff)
  const classes = idsOf(lists.classes)
  const groups = idsOf(lists.groups)
  const subjects = idsOf(lists.subjects)
  const pupils = idsOf(lists.pupils)
  const assignments = idsOf(lists.assignments)
  const slots = idsOf(lists.timetable)
  const targets = { class: classes, group: groups }
  const byId = ['terms', 'subjects', 'staff', 'classes', 'groups', 'assignments', 'timetable'] as const
  return [
    ...twice('school', 'name', lists.school, () => lists.school[0]?.name ?? ''),
    ...byId.flatMap((list) => twice<{ id: string; row: number }>(list, 'id', lists[list], (row) => row.id)),
    ...([...byId, 'pupils'] as const).flatMap((list) => plainIds(list, lists[list])),
    ...(['staff', 'terms'] as const).flatMap((list) => reservedIds(list, lists[list])),
    ...twice('staff', 'login', lists.staff, (row) => row.login.toLowerCase()),
    ...twice('pupils', 'from', lists.pupils, (row) => `${row.id} ${row.from}`),
    ...twice('bells', 'period', lists.bells, (row) => `${bellPlace(row)}.${row.from ?? ''}`),
    ...twice('plan', 'no', lists.plan, (row) => `${row.subject} ${row.parallel} ${row.no}`),
    ...unknown('classes', 'classTeacher', lists.classes, staff, (row) => [row.classTeacher]),
    ...unknown('pupils', 'schoolClass', lists.pupils, classes, (row) => [row.schoolClass]),
    ...unknown('groups', 'subject', lists.groups, subjects, (row) => [row.subject]),
    ...unknown('groups', 'classes', lists.groups, classes, (row) => row.classes),
    ...unknown('group-members', 'group', lists['group-members'], groups, (row) => [row.group]),
    ...unknown('group-members', 'pupil', lists['group-members'], pupils, (row) => [row.pupil]),
    ...unknown('assignments', 'teacher', lists.assignments, staff, (row) => [row.teacher]),
    ...unknown('assignments', 'subject', lists.assignments, subjects, (row) => [row.subject]),
    ...lists.assignments.flatMap((row) =>
      unknown('assignments', 'target', [row], targets[row.targetKind], () => [row.target]),
    ),
    ...unknown('timetable', 'assignment', lists.timetable, assignments, (row) => [row.assignment]),
    ...unknown('plan', 'subject', lists.plan, subjects, (row) => [row.subject]),
    ...unknown('substitutions', 'teacher', lists.substitutions, staff, (row) => [row.teacher]),
    ...twice('short-bells', 'period', lists['short-bells'], (row) => `${bellPlace(row)}.${row.from ?? ''}`),
    ...twice('changes', 'lesson', lists.changes, (row) => row.lesson),
    ...twice('end-of-work', 'usual', lists['end-of-work'], () => lists['end-of-work'][0]?.usual ?? ''),
    ...unknown('buildings', 'schoolClass', lists.buildings, classes, (row) => [row.schoolClass]),
    ...unknown('days', 'classes', lists.days, classes, (row) => row.classes ?? []),
    ...unknown('statuses', 'pupil', lists.statuses, pupils, (row) => [row.pupil]),
    ...unknown('statuses', 'subject', lists.statuses, subjects, (row) =>
      row.subject === null ? [] : [row.subject],
    ),
    ...unknown('changes', 'lesson', lists.changes, slots, (row) => [slotOf(row.lesson)]),
    ...unknown('changes', 'into', lists.changes, slots, (row) =>
      row.into === null ? [] : [slotOf(row.into)],
    ),
    ...checkChanges(lists.changes),
    ...checkCalendar(lists.calendar),
    ...unknown('substitutions', 'lesson', lists.substitutions, slots, (row) => [slotOf(row.lesson)]),
    ...twice('substitutions', 'lesson', lists.substitutions, (row) => row.lesson),
    ...twice('settings', 'name', lists.settings, (row) => row.name),
    ...checkPlaces(lists),
  ]
}
