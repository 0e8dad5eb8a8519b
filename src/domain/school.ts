// The school as its lists describe it: people, classes, timetable, plans. One value, versioned as a whole.
import type { SchoolSettings } from './settings.ts'
import type { SchoolDate, SchoolTime } from './time.ts'

export type PersonId = string
export type PupilId = string
export type ClassId = string
export type GroupId = string
export type SubjectId = string
export type Position = 'teacher' | 'deputyHead' | 'head'

export interface Person {
  id: PersonId
  lastName: string
  firstName: string
  middleName: string | null
  positions: readonly Position[]
}

/** No birth date, address, phone or document: none is needed (R2). */
export interface Pupil {
  id: PupilId
  lastName: string
  firstName: string
  middleName: string | null
}

/** A pupil's stay in a class; `to` is the last day, `null` while it goes on. */
export interface Enrolment {
  pupil: PupilId
  schoolClass: ClassId
  from: SchoolDate
  to: SchoolDate | null
}

export interface SchoolClass {
  id: ClassId
  parallel: number
  letter: string
  shift: 1 | 2
  studyWeek: 5 | 6
  classTeacher: PersonId
  /** Where the school has several: an outage may be of one building. */
  building?: string
}

/** A part of one or several classes that is taught one subject together. */
export interface Group {
  id: GroupId
  name: string
  subject: SubjectId
  classes: readonly ClassId[]
  members: readonly PupilId[]
  /** Members who have not been in it all the year, each with their days; `to` is the last one. */
  memberDates?: readonly { pupil: PupilId; from: SchoolDate; to: SchoolDate | null }[]
  /** The journal of an individual plan (ИУП): its members leave their class's lessons of the subject. */
  individualPlan?: true
}

export type Target = { kind: 'class'; id: ClassId } | { kind: 'group'; id: GroupId }

/** The classes that sit in a lesson of the target: of a group several. */
export const classesOf = ({ groups }: Pick<School, 'groups'>, target: Target): readonly ClassId[] =>
  target.kind === 'class' ? [target.id] : (groups.find((one) => one.id === target.id)?.classes ?? [])

export interface Subject {
  id: SubjectId
  name: string
}

export interface TeachingAssignment {
  id: string
  teacher: PersonId
  subject: SubjectId
  target: Target
}

/** A weekly place in the timetable. Its id lives on in the ids of its lessons. */
export interface TimetableSlot {
  id: string
  weekday: number
  period: number
  assignment: string
  /** Its first and last day, where it has not stood all the year: past lessons keep their place. */
  from?: SchoolDate
  to?: SchoolDate
}

/** Does the timetable have the place, or the bell ring, on that date? */
export const standsOn = ({ from, to }: Pick<TimetableSlot, 'from' | 'to'>, date: SchoolDate): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to)

export interface Bell {
  shift: 1 | 2
  period: number
  begins: SchoolTime
  ends: SchoolTime
  /** Rings on shortened days in place of the usual bell of its period. */
  shortened?: true
  /** Rings on this weekday alone (1 = Monday), in place of the usual bell. */
  weekday?: number
  /** Its first and last day, where it has not rung all the year: past lessons keep their hours. */
  from?: SchoolDate
  to?: SchoolDate
}

/** A quarter, trimester or half-year; of the parallels named, or of all. */
export interface Term {
  id: string
  name: string
  from: SchoolDate
  to: SchoolDate
  parallels?: readonly number[]
}

/**
 * Days that differ from the timetable, for some classes or for all. `dayOff`, `vacation`, `frost` (актированный день)
 * and `quarantine` have no lessons; `remote` and `shortened` have them. None of them changes a working day.
 */
export interface DayChange {
  kind: 'dayOff' | 'vacation' | 'frost' | 'quarantine' | 'remote' | 'shortened'
  from: SchoolDate
  /** The last day, included. */
  to: SchoolDate
  /** Null for the whole school. */
  classes: readonly ClassId[] | null
}

/** What became of one lesson of the timetable. Its id stays. */
export type LessonChange =
  | { kind: 'cancelled'; lesson: string }
  | { kind: 'moved'; lesson: string; date: SchoolDate; period: number }
  /** Its pupils sit in another lesson of the same hour. */
  | { kind: 'merged'; lesson: string; into: string }

/** Why a pupil's cells differ from the class's; `subject` null is every subject. `to` is the last day. */
export interface PupilStatus {
  pupil: PupilId
  kind: 'exempt' | 'homeSchooled' | 'remote'
  subject: SubjectId | null
  from: SchoolDate
  to: SchoolDate | null
}

/** A year of the working calendar as the school has confirmed it, with what it rests on. */
export interface ConfirmedYear {
  year: number
  source: string
  transfers: readonly { from: SchoolDate; to: SchoolDate }[]
  daysOff: readonly SchoolDate[]
  shortDays: readonly SchoolDate[]
}

/** A line of the calendar-thematic plan (КТП) of a subject in a parallel. */
export interface PlanItem {
  subject: SubjectId
  parallel: number
  no: number
  topic: string
  homework: string | null
}

/** Who really teaches a lesson instead of the assigned teacher. */
export interface Substitution {
  lesson: string
  teacher: PersonId
}

export interface School {
  /** Grows by one with each import; entries name the version they were recorded against. */
  version: number
  name: string
  zone: string
  workWeek: 5 | 6
  terms: readonly Term[]
  /** The school year of this hub's first lists, by the calendar year it begins in: its year marks bear no year. */
  firstYear?: number
  bells: readonly Bell[]
  subjects: readonly Subject[]
  staff: readonly Person[]
  classes: readonly SchoolClass[]
  pupils: readonly Pupil[]
  enrolments: readonly Enrolment[]
  groups: readonly Group[]
  assignments: readonly TeachingAssignment[]
  timetable: readonly TimetableSlot[]
  plan: readonly PlanItem[]
  substitutions: readonly Substitution[]
  days?: readonly DayChange[]
  changes?: readonly LessonChange[]
  statuses?: readonly PupilStatus[]
  workYears?: readonly ConfirmedYear[]
  /** Terms in working days (п. 3.2, 2.9) end with the work, not at 24:00. */
  endOfWork?: { usual: SchoolTime; shortDay: SchoolTime }
  /** What the school has decided otherwise than the defaults. */
  settings?: Partial<SchoolSettings>
}

export const className = (c: Pick<SchoolClass, 'parallel' | 'letter'>): string => `${c.parallel}${c.letter}`
