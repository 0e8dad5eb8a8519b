// Who may do what to which cell: one table for the tablet and the hub (clauses 2.3, 2.4, 2.9, 2.10, 4.1–4.4).
import { type Cell, pupilOf } from './cell.ts'
import type { Role } from './entry.ts'
import { lessonById } from './lesson.ts'
import type { ClassId, PersonId, School } from './school.ts'
import { indexOf } from './school-index.ts'

export type Refusal =
  | 'foreignLesson'
  | 'adminReadOnly'
  | 'reasonByClassTeacher'
  | 'lessonUnknown'
  | 'lessonNotBegun'
  | 'pupilNotInLesson'
  | 'valueOutsideScale'
  | 'foreignAuthor'
  | 'idReuse'

export type Permission = { ok: true; role: Role } | { ok: false; refusal: Refusal }

const allow = (role: Role): Permission => ({ ok: true, role })
const refuse = (refusal: Refusal): Permission => ({ ok: false, refusal })

const leads = (school: School, person: PersonId, classes: readonly ClassId[]): boolean =>
  classes.some((id) => indexOf(school).classes.get(id)?.classTeacher === person)

const isAdministration = (school: School, person: PersonId): boolean =>
  school.staff.some(
    (one) => one.id === person && (one.positions.includes('deputyHead') || one.positions.includes('head')),
  )

/** The classes a pupil has been in. */
const classesOfPupil = (school: School, pupil: string): ClassId[] =>
  school.enrolments.filter((stay) => stay.pupil === pupil).map((stay) => stay.schoolClass)

/**
 * May a person write the cell, and in which role?
 * A subject teacher writes own lessons (п. 2.3, 4.3), a class teacher the own class's (п. 4.4);
 * the reason of an absence is the class teacher's (п. 2.9); the administration reads only (п. 2.10, 4.2).
 */
export const mayWrite = (school: School, person: PersonId, cell: Cell): Permission => {
  if (cell.kind === 'termMark') {
    const classes = classesOfPupil(school, cell.pupil)
    if (leads(school, person, classes)) return allow('classTeacher')
    const teaches = school.assignments.some(
      (one) =>
        one.teacher === person &&
        one.subject === cell.subject &&
        (one.target.kind === 'class'
          ? classes.includes(one.target.id)
          : school.groups.some((g) => g.id === one.target.id && g.members.includes(cell.pupil))),
    )
    return teaches ? allow('subjectTeacher') : refuse('foreignLesson')
  }
  const lesson = lessonById(school, cell.lesson)
  if (!lesson) return refuse('lessonUnknown')
  // In a group of several classes a class teacher answers for the own pupils alone.
  const pupil = pupilOf(cell)
  const ofPupil = pupil === null ? lesson.classes : classesOfPupil(school, pupil)
  const leading = leads(
    school,
    person,
    lesson.classes.filter((id) => ofPupil.includes(id)),
  )
  if (cell.kind === 'absenceReason') return leading ? allow('classTeacher') : refuse('reasonByClassTeacher')
  if (lesson.teacher === person) return allow('subjectTeacher')
  if (leading) return allow('classTeacher')
  return refuse(isAdministration(school, person) ? 'adminReadOnly' : 'foreignLesson')
}

/** Who settles a conflict: whoever may write the cell; of term marks the subject teacher alone (п. 2.4). */
export const maySettle = (school: School, person: PersonId, cell: Cell): boolean => {
  const permission = mayWrite(school, person, cell)
  return permission.ok && (cell.kind !== 'termMark' || permission.role === 'subjectTeacher')
}

/** Control screens are for the head and the deputies (п. 2.10, 4.1, 4.2). */
export const mayReadBoard = (school: School, person: PersonId): boolean => isAdministration(school, person)
