// The lists a school brings: one CSV file each, with these columns in any order. Other columns are not read.
import type { Position } from '../../domain/school.ts'
import { defaultSettings, type SettingName } from '../../domain/settings.ts'
import {
  date,
  flag,
  integer,
  listOf,
  mayLack,
  numberOf,
  oneOf,
  optional,
  optionalText,
  type Reader,
  text,
  time,
  zone,
} from './readers.ts'

const shift = numberOf(1, 2)
const week = numberOf(5, 6)
const weekday = numberOf(1, 2, 3, 4, 5, 6)
/** A first and a last day, both included; empty where there is none. */
const days = { from: mayLack(optional(date)), to: mayLack(optional(date)) }
const dayKind = oneOf('dayOff', 'vacation', 'frost', 'quarantine', 'remote', 'shortened')
const changeKind = oneOf('cancelled', 'moved', 'merged')
const statusKind = oneOf('exempt', 'homeSchooled', 'remote')
const settingName = oneOf(...(Object.keys(defaultSettings) as SettingName[]))
const calendarKind = oneOf('year', 'transfer', 'dayOff', 'short')

export const lists = {
  /** One row. `zone` is an IANA name; `workWeek` is that of the organisation, for the term of п. 3.2. */
  school: { name: text, zone, workWeek: week },
  /** `parallels` between semicolons where a term isn't of all: quarters for some, half-years for others. */
  terms: { id: text, name: text, from: date, to: date, parallels: mayLack(optional(listOf(integer))) },
  /** With a weekday it rings on that day alone, in place of the usual bell; dates for one that has not rung all the year. */
  bells: { shift, period: integer, begins: time, ends: time, weekday: mayLack(optional(weekday)), ...days },
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
    to: optional(date),
  },
  /** `individualPlan` is «yes» for the journal of an individual plan (ИУП). */
  groups: { id: text, name: text, subject: text, classes: listOf(text), individualPlan: mayLack(flag) },
  /** Dates for whoever has not been in the group all the year. */
  'group-members': {
    group: text,
    pupil: text,
    from: mayLack(optional(date)),
    to: mayLack(optional(date)),
  },
  assignments: { id: text, teacher: text, subject: text, targetKind: oneOf('class', 'group'), target: text },
  /** Dates for a place that has not stood all the year; both days are included. */
  timetable: {
    ...{ id: text, weekday, period: integer, assignment: text },
    ...days,
  },
  plan: { subject: text, parallel: integer, no: integer, topic: text, homework: optionalText },
  /** `lesson` is the timetable's slot and the date: `s12@2026-11-24`. */
  substitutions: { lesson: text, teacher: text },
  /** Bells of shortened days, in place of those of the same period. */
  'short-bells': { shift, period: integer, begins: time, ends: time, ...days },
  /** Of a school in several buildings: an outage may be of one. */
  buildings: { schoolClass: text, building: text },
  /** Days unlike the week; no classes, or several between semicolons. */
  days: { kind: dayKind, from: date, to: date, classes: optional(listOf(text)) },
  /** `moved` has a date and a period, `merged` the lesson that its pupils join. */
  changes: {
    lesson: text,
    kind: changeKind,
    date: optional(date),
    period: optional(integer),
    into: optionalText,
  },
  statuses: { pupil: text, kind: statusKind, subject: optionalText, from: date, to: optional(date) },
  /**
   * Years of the working calendar, each confirmed as a whole by a row of kind `year` with what it rests on.
   * `transfer` moves a day off `from` a date to `date`; `dayOff` and `short` name a date alone.
   */
  calendar: { date, kind: calendarKind, from: optional(date), source: optionalText },
  /** One row: terms in working days end with the work (п. 3.2, 2.9), not at 24:00. */
  'end-of-work': { usual: time, shortDay: time },
  /** What the school reads otherwise than the defaults of `domain/settings.ts`. */
  settings: { name: settingName, value: text },
} as const

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]

/** A school may have no groups, plans or substitutions; without the others there is no lesson. */
export const optionalLists: readonly ListName[] = [
  ...(['groups', 'group-members', 'plan', 'substitutions', 'short-bells', 'buildings'] as const),
  ...(['days', 'changes', 'statuses', 'calendar', 'end-of-work', 'settings'] as const),
]

type ValueOf<R> = R extends Reader<infer T> ? T : never
export type Row<N extends ListName> = {
  [C in keyof (typeof lists)[N]]: ValueOf<(typeof lists)[N][C]>
} & { row: number }

export type Lists = { [N in ListName]: Row<N>[] }
