// The school as its lists describe it: people, classes, timetable, plans. One value, versioned as a whole.
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
}

/** A part of one or several classes that is taught one subject together. */
export interface Group {
  id: GroupId
  name: string
  subject: SubjectId
  classes: readonly ClassId[]
  members: readonly PupilId[]
}

export type Target = { kind: 'class'; id: ClassId } | { kind: 'group'; id: GroupId }

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
}

export interface Bell {
  shift: 1 | 2
  period: number
  begins: SchoolTime
  ends: SchoolTime
}

export interface Term {
  id: string
  name: string
  from: SchoolDate
  to: SchoolDate
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
}

export const className = (c: Pick<SchoolClass, 'parallel' | 'letter'>): string => `${c.parallel}${c.letter}`
