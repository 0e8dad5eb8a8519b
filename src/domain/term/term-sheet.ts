// The sheet of final marks of a class or group in a subject (п. 2.4, 2.6, 4.4): its columns, its pupils, its window.
import { termsOf } from '../calendar/school-day.ts'
import { windowOfTermMark } from '../deadline/term-mark-window.ts'
import { type Lesson, lessonsOn } from '../lesson.ts'
import { rosterOf } from '../pupils/roster.ts'
import {
  type ClassId,
  classesOf,
  type PersonId,
  type PupilId,
  type School,
  type SubjectId,
  type Target,
  type TeachingAssignment,
} from '../school.ts'
import { indexOf } from '../school-index.ts'
import { type Instant, plusDays, type SchoolDate } from '../time.ts'
import { endOfColumn, stands } from './term-place.ts'
import { schoolYearOf, schoolYears, type YearMark, yearColumnId } from './year-column.ts'

export interface TermSheet {
  key: string
  subject: SubjectId
  target: Target
  classes: readonly ClassId[]
  teacher: PersonId
  /** The person's own subject; otherwise a colleague's in the class that the person leads. */
  own: boolean
}

/** A term, the year, and in the classes that end with examinations those and the final marks. */
export type TermColumn = { kind: 'term' | YearMark; id: string; name: string | null }

/** The terms, and the years, at whose end the assignment's teacher is the one. */
const columnsHeld = (
  school: School,
  assignment: TeachingAssignment,
  classes: readonly ClassId[],
): TermColumn[] => {
  const schoolClass = indexOf(school).classes.get(classes[0] ?? '')
  if (!schoolClass) return []
  return termColumnsOf(school, { classes }).filter(({ id }) => {
    const end = endOfColumn(school, schoolClass, id)
    return end === null || stands(school, assignment, end)
  })
}

/** Own subjects first, then those of the class that the person leads; who handed one over keeps the terms before it. */
export const termSheetsOf = (school: School, person: PersonId): TermSheet[] => {
  const led = new Set(school.classes.filter((one) => one.classTeacher === person).map((one) => one.id))
  const sheets = new Map<string, TermSheet>()
  for (const assignment of school.assignments) {
    const { subject, target, teacher } = assignment
    const classes = classesOf(school, target)
    const own = teacher === person
    if (!own && !classes.some((id) => led.has(id))) continue
    const key = `${subject}.${target.kind}.${target.id}`
    const held = columnsHeld(school, assignment, classes)
    const known = sheets.get(key)
    // Of two teachers, one after the other, the sheet names the one with whom the year ends.
    const isFirst = known === undefined || (!known.own && held.at(-1)?.kind !== 'term')
    if (held.length > 0 && (own || isFirst)) sheets.set(key, { key, subject, target, classes, teacher, own })
  }
  return [...sheets.values()].sort((a, b) => Number(b.own) - Number(a.own))
}

const examined: readonly number[] = [9, 11]

/** Of one school year after the other, where the class has the terms of two. */
export const termColumnsOf = (school: School, { classes }: Pick<TermSheet, 'classes'>): TermColumn[] => {
  const parallel = indexOf(school).classes.get(classes[0] ?? '')?.parallel ?? 0
  const terms = termsOf(school, { parallel })
  const later: readonly YearMark[] = examined.includes(parallel) ? ['year', 'exam', 'final'] : ['year']
  return schoolYears(terms.length > 0 ? terms : school.terms).flatMap((year) => [
    ...terms
      .filter((one) => schoolYearOf(one) === year)
      .map(({ id, name }): TermColumn => ({ kind: 'term', id, name })),
    ...later.map((kind): TermColumn => ({ kind, id: yearColumnId(school, kind, year), name: null })),
  ])
}

/** The day whose list a column goes by: its last school day, or today while it is still to come. */
const dayOfColumn = (school: School, sheet: TermSheet, column: TermColumn, today: SchoolDate): SchoolDate => {
  const schoolClass = indexOf(school).classes.get(sheet.classes[0] ?? '')
  const last = schoolClass && endOfColumn(school, schoolClass, column.id)
  return last && last < today ? last : today
}

/** Whose mark stands in the column: who is in the journal on its last day. Others have left, or came later. */
export const pupilsOfColumn = (
  school: School,
  sheet: TermSheet,
  column: TermColumn,
  today: SchoolDate,
): Set<PupilId> => {
  const { subject, target, classes } = sheet
  return rosterOf(school, { date: dayOfColumn(school, sheet, column, today), subject, target, classes })
}

export type ColumnWindow =
  | { kind: 'before' | 'open' | 'over'; opensAt: Instant; due: Instant }
  /** Examinations have dates of their own, which the regulation doesn't give. */
  | { kind: 'none' }

/** Where now stands in the column's last week (п. 2.6). Marks may be set outside of it; that is told. */
export const columnWindow = (
  school: School,
  sheet: TermSheet,
  column: TermColumn,
  now: Instant,
): ColumnWindow => {
  const schoolClass = indexOf(school).classes.get(sheet.classes[0] ?? '')
  const window = schoolClass && windowOfTermMark(school, schoolClass, column.id)
  if (!window) return { kind: 'none' }
  const { opensAt, deadline } = window
  const kind = now < opensAt ? 'before' : now <= deadline.redAt ? 'open' : 'over'
  return { kind, opensAt, due: deadline.redAt }
}

/** The column whose marks are due next: the first whose window isn't over, else the year. */
export const currentColumn = (school: School, sheet: TermSheet, now: Instant): TermColumn | undefined => {
  const columns = termColumnsOf(school, sheet)
  return (
    columns.find((one) => {
      const { kind } = columnWindow(school, sheet, one, now)
      return kind === 'before' || kind === 'open'
    }) ?? columns.findLast((one) => one.kind === 'year')
  )
}

/** The lessons of a term's column held so far, in order; none of the year and of examinations. */
export const lessonsOfColumn = (
  school: School,
  { subject, target }: TermSheet,
  column: TermColumn,
  today: SchoolDate,
): Lesson[] => {
  const term = school.terms.find((one) => column.kind === 'term' && one.id === column.id)
  if (!term) return []
  const lessons: Lesson[] = []
  for (let day = term.from; day <= term.to && day <= today; day = plusDays(day, 1)) {
    lessons.push(
      ...lessonsOn(school, day).filter(
        (one) => one.subject === subject && one.target.kind === target.kind && one.target.id === target.id,
      ),
    )
  }
  return lessons
}
