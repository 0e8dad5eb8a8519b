// What the end of a term asks for: a mark of each pupil in each subject (п. 2.6, 2.4).
import type { Cell } from '../cell.ts'
import { lastDayOfTerm } from '../deadline/lesson-deadline.ts'
import { termMarkWindow } from '../deadline/term-mark-window.ts'
import { classesOf } from '../lesson.ts'
import { rosterOf } from '../pupils/roster.ts'
import type { ClassId, School, Term } from '../school.ts'
import { indexOf } from '../school-index.ts'
import type { Obligation } from './obligation.ts'

/** One obligation a teaching assignment of the classes, or of all: the marks of who is there on the last day. */
export const termObligations = (
  school: School,
  term: Term,
  classes: readonly ClassId[] | null,
): Obligation[] =>
  school.assignments.flatMap((assignment): Obligation[] => {
    const own = classesOf(school, assignment.target)
    const schoolClass = indexOf(school).classes.get(own[0] ?? '')
    if (!schoolClass || (classes !== null && !own.some((id) => classes.includes(id)))) return []
    const window = termMarkWindow(school, schoolClass, term)
    const date = lastDayOfTerm(school, schoolClass, term)
    if (!window || !date) return []
    const { subject, target, teacher } = assignment
    const pupils = [...rosterOf(school, { date, subject, target, classes: own })]
    return [
      {
        what: 'termMarks',
        clause: '2.6',
        person: teacher,
        classes: own,
        lesson: null,
        work: null,
        opensAt: window.opensAt,
        deadline: window.deadline,
        cells: pupils.map((pupil): Cell => ({ kind: 'termMark', term: term.id, subject, pupil })),
      },
    ]
  })
