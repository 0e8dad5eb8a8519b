// What the end of a term asks for: a mark of each pupil in each subject, and with the last term the year's (п. 2.6, 2.4).
import { lastTermOf, termsOf } from '../calendar/school-day.ts'
import type { Cell } from '../cell.ts'
import { lastDayOfTerm } from '../deadline/lesson-deadline.ts'
import { termMarkWindow } from '../deadline/term-mark-window.ts'
import { rosterOf } from '../pupils/roster.ts'
import { type ClassId, classesOf, type School, type Term } from '../school.ts'
import { indexOf } from '../school-index.ts'
import { stands } from '../term/term-place.ts'
import { schoolYearOf, yearColumnId } from '../term/year-column.ts'
import { plusDays, type SchoolDate } from '../time.ts'
import type { Obligation } from './obligation.ts'

/** How long after a term its marks are still asked for. */
const askedDays = 14

/** The terms whose marks may be asked for on a date. */
export const termsAsked = (school: School, date: SchoolDate): Term[] =>
  school.terms.filter((one) => one.from <= date && date <= plusDays(one.to, askedDays))

/**
 * An obligation a teaching assignment of the classes, or of all, and a column: the marks of who is there on the last
 * day. A term of other parallels asks nothing of a class; its own last one asks for the year's marks as well.
 */
export const termObligations = (
  school: School,
  term: Term,
  classes: readonly ClassId[] | null,
): Obligation[] =>
  school.assignments.flatMap((assignment): Obligation[] => {
    const own = classesOf(school, assignment.target)
    const schoolClass = indexOf(school).classes.get(own[0] ?? '')
    if (!schoolClass || (classes !== null && !own.some((id) => classes.includes(id)))) return []
    if (!termsOf(school, schoolClass).includes(term)) return []
    const window = termMarkWindow(school, schoolClass, term)
    const date = lastDayOfTerm(school, schoolClass, term)
    if (!window || !date || !stands(school, assignment, date)) return []
    const { subject, target, teacher } = assignment
    const pupils = [...rosterOf(school, { date, subject, target, classes: own })]
    const year = schoolYearOf(term)
    const isLast = lastTermOf(school, schoolClass, year) === term
    const columns = isLast ? [term.id, yearColumnId(school, 'year', year)] : [term.id]
    return columns.map((column) => ({
      what: 'termMarks',
      clause: '2.6',
      person: teacher,
      classes: own,
      lesson: null,
      work: null,
      opensAt: window.opensAt,
      deadline: window.deadline,
      cells: pupils.map((pupil): Cell => ({ kind: 'termMark', term: column, subject, pupil })),
    }))
  })
