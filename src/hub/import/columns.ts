// The lists a school brings: one CSV file each, with these columns in any order. Other columns are not read.
import type { Position } from '../../domain/school.ts'
import {
  date,
  integer,
  listOf,
  numberOf,
  oneOf,
  optionalDate,
  optionalText,
  type Reader,
  text,
  time,
  zone,
} from './readers.ts'

const shift = numberOf(1, 2)
const week = numberOf(5, 6)
const weekday = numberOf(1, 2, 3, 4, 5, 6)

export const lists = {
  /** One row. `zone` is an IANA name; `workWeek` is that of the organisation, for the term of п. 3.2. */
  school: { name: text, zone, workWeek: week },
  terms: { id: text, name: text, from: date, to: date },
  bells: { shift, period: integer, begins: time, ends: time },
  subjects: { id: text, name: text },
  staff: {
    id: text,
    lastName: text,
    firstName: text,
    middleName: optionalText,
    positions: listOf(oneOf<Position>('teacher', 'deputyHead', 'head')),
    login: text,
  },
  classes: { id: text, parallel: integer, letter: text, shift, studyWeek: week, classTeacher: text },
  /** A pupil who changed classes has a row for each stay, under one id. */
  pupils: {
    id: text,
    lastName: text,
    firstName: text,
    middleName: optionalText,
    schoolClass: text,
    from: date,
    to: optionalDate,
  },
  groups: { id: text, name: text, subject: text, classes: listOf(text) },
  'group-members': { group: text, pupil: text },
  assignments: { id: text, teacher: text, subject: text, targetKind: oneOf('class', 'group'), target: text },
  timetable: { id: text, weekday, period: integer, assignment: text },
  plan: { subject: text, parallel: integer, no: integer, topic: text, homework: optionalText },
  /** `lesson` is the timetable's slot and the date: `s12@2026-11-24`. */
  substitutions: { lesson: text, teacher: text },
} as const

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]

/** A school may have no groups, plans or substitutions; without the others there is no lesson. */
export const optionalLists: readonly ListName[] = ['groups', 'group-members', 'plan', 'substitutions']

type ValueOf<R> = R extends Reader<infer T> ? T : never
export type Row<N extends ListName> = {
  [C in keyof (typeof lists)[N]]: ValueOf<(typeof lists)[N][C]>
} & { row: number }

export type Lists = { [N in ListName]: Row<N>[] }
