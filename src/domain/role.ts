// Who may do what to which cell: one table for the tablet and the hub (clauses 2.3, 2.4, 2.9, 2.10, 4.1–4.4).
import { type Cell, type CellKind, pupilOf } from './cell.ts'
import type { Role } from './entry.ts'
import { type Lesson, lessonById } from './lesson.ts'
import { classOfPupil } from './pupils/absence.ts'
import type { ClassId, PersonId, School } from './school.ts'
import { indexOf } from './school-index.ts'
import { termMarkPlace } from './term/term-place.ts'
import type { Instant } from './time.ts'

export type Refusal =
  | 'foreignLesson'
  | 'adminReadOnly'
  | 'reasonNeeded'
  | 'reasonByClassTeacher'
  | 'lessonUnknown'
  | 'lessonNotBegun'
  | 'pupilNotInLesson'
  | 'valueOutsideScale'
  | 'documentDates'
  | 'foreignAuthor'
  | 'idReuse'

export type Permission = { ok: true; role: Role } | { ok: false; refusal: Refusal }

/** `any`: settles a conflict with whatever value; `pick`: with one of its candidates, giving a reason. */
export type Settling = 'any' | 'pick' | 'none'

const ofLesson = ['attendance', 'work', 'mark', 'topic', 'homework', 'individualHomework'] as const
const everything: readonly CellKind[] = [...ofLesson, 'absenceReason', 'termMark']

interface Rights {
  /** Cells that the role records, corrects and withdraws. */
  write: readonly CellKind[]
  settle: readonly CellKind[]
  pick: readonly CellKind[]
  /** Cells in which it changes a colleague's value only with a reason. */
  explains: readonly CellKind[]
  readsAll: boolean
  confirmsOutages: boolean
  declaresLosses: boolean
  editsSchool: boolean
  givesUpTransfer: boolean
}
const none = {
  ...{ readsAll: false, confirmsOutages: false, declaresLosses: false, editsSchool: false },
  ...{ givesUpTransfer: false, pick: [], explains: [] },
}

/**
 * The one table of rights: role × action × kind of cell. Whose lesson or class it is stands in `rolesIn`; a
 * substitution makes its teacher the subject teacher of that date alone (п. 2.3).
 */
const table: Record<Role, Rights> = {
  // п. 2.3, 2.4, 4.3; of two different term marks the subject teacher settles.
  subjectTeacher: { ...none, write: [...ofLesson, 'termMark'], settle: [...ofLesson, 'termMark'] },
  // п. 2.9, 4.4: every cell of the own class, reasons of absence alone of all: those are its own and explain themselves.
  classTeacher: {
    ...{ ...none, write: everything, settle: [...ofLesson, 'absenceReason'] },
    explains: [...ofLesson, 'termMark'],
  },
  // п. 2.10, 4.2: edits no lesson.
  deputyHead: {
    ...{ write: [], settle: [], pick: everything, explains: [] },
    ...{
      readsAll: true,
      confirmsOutages: true,
      declaresLosses: true,
      editsSchool: true,
      givesUpTransfer: true,
    },
  },
  // п. 2.10, 4.1
  head: { ...none, write: [], settle: [], readsAll: true },
}

const preparedKinds: readonly CellKind[] = ['topic', 'homework', 'individualHomework', 'work']

/** Before a lesson begins, at `begins`, it may be prepared; what happens in it may not be recorded (п. 2.5). */
export const isTooEarly = (begins: Instant, kind: CellKind, now: Instant): boolean =>
  now < begins && !preparedKinds.includes(kind)

const allow = (role: Role): Permission => ({ ok: true, role })
const refuse = (refusal: Refusal): Permission => ({ ok: false, refusal })

const leads = (school: School, person: PersonId, classes: readonly ClassId[]): boolean =>
  classes.some((id) => indexOf(school).classes.get(id)?.classTeacher === person)

const positionsOf = (school: School, person: PersonId): Role[] => {
  const positions = school.staff.find((one) => one.id === person)?.positions ?? []
  return (['deputyHead', 'head'] as const).filter((one) => positions.includes(one))
}

/** Of a lesson's classes those a pupil counts in: the one of that day, or, where the lists have none, any they were in. */
const classesIn = (school: School, { classes, date }: Lesson, pupil: string): ClassId[] => {
  const today = classOfPupil(school, classes, pupil, date)
  if (today) return [today.id]
  const ever = school.enrolments.filter((stay) => stay.pupil === pupil).map((stay) => stay.schoolClass)
  return classes.filter((id) => ever.includes(id))
}

/** What the person is to the cell, the nearest first; null when the timetable has no such lesson. */
const rolesIn = (school: School, person: PersonId, cell: Cell): Role[] | null => {
  const positions = positionsOf(school, person)
  const roles = (teaches: boolean, leading: boolean): Role[] => [
    ...(teaches ? (['subjectTeacher'] as const) : []),
    ...(leading ? (['classTeacher'] as const) : []),
    ...positions,
  ]
  if (cell.kind === 'termMark') {
    const { teachers, classes } = termMarkPlace(school, cell)
    return roles(teachers.includes(person), leads(school, person, classes))
  }
  const lesson = lessonById(school, cell.lesson)
  if (!lesson) return null
  // In a group of several classes a class teacher answers for the own pupils alone.
  const pupil = pupilOf(cell)
  const own = pupil === null ? lesson.classes : classesIn(school, lesson, pupil)
  return roles(lesson.teacher === person, leads(school, person, own))
}

const refusalOf = (roles: readonly Role[], kind: CellKind): Refusal => {
  if (kind === 'absenceReason') return 'reasonByClassTeacher'
  return roles.some((role) => table[role].readsAll) ? 'adminReadOnly' : 'foreignLesson'
}

/** May a person write the cell, and in which role? */
export const mayWrite = (school: School, person: PersonId, cell: Cell): Permission => {
  const roles = rolesIn(school, person, cell)
  if (roles === null) return refuse('lessonUnknown')
  const role = roles.find((one) => table[one].write.includes(cell.kind))
  return role ? allow(role) : refuse(refusalOf(roles, cell.kind))
}

/** May a person see the cell: own lessons, the own class, or everything (п. 2.3, 2.10, 4.1–4.4)? */
export const mayRead = (school: School, person: PersonId, cell: Cell): boolean => {
  const roles = rolesIn(school, person, cell) ?? positionsOf(school, person)
  return roles.some((role) => table[role].readsAll || table[role].write.length > 0)
}

/** How a person may settle a conflict of the cell. */
export const settling = (school: School, person: PersonId, cell: Cell): Settling => {
  const roles = rolesIn(school, person, cell) ?? positionsOf(school, person)
  if (roles.some((role) => table[role].settle.includes(cell.kind))) return 'any'
  return roles.some((role) => table[role].pick.includes(cell.kind)) ? 'pick' : 'none'
}

/** Whoever may settle a conflict with any value; of term marks the subject teacher alone (п. 2.4). */
export const maySettle = (school: School, person: PersonId, cell: Cell): boolean =>
  settling(school, person, cell) === 'any'

/**
 * A class teacher says why a colleague's value is changed (п. 4.4); `holders` are the authors of what they saw there. Who
 * teaches the lesson, or its substitute, changes an own cell and is not asked.
 */
export const asksReason = (
  school: School,
  person: PersonId,
  cell: Cell,
  holders: readonly PersonId[],
): boolean => {
  const permission = mayWrite(school, person, cell)
  const colleagues = holders.length > 0 && !holders.includes(person)
  return permission.ok && table[permission.role].explains.includes(cell.kind) && colleagues
}

type Right = 'readsAll' | 'confirmsOutages' | 'declaresLosses' | 'editsSchool' | 'givesUpTransfer'
const hasRight = (school: School, person: PersonId, right: Right): boolean =>
  positionsOf(school, person).some((role) => table[role][right])

/** Control screens are for the head and the deputies (п. 2.10, 4.1, 4.2). */
export const mayReadBoard = (school: School, person: PersonId): boolean =>
  hasRight(school, person, 'readsAll')

/** Whoever controls how the journal is kept may remind those who keep it (п. 2.10). */
export const mayRemind = (school: School, person: PersonId): boolean => hasRight(school, person, 'readsAll')

/** A deputy confirms outages, enters planned ones and says that a short one counts. */
export const mayConfirmOutage = (school: School, person: PersonId): boolean =>
  hasRight(school, person, 'confirmsOutages')

/** A deputy declares a dead tablet's gap lost, and types what its author kept on paper in the author's name. */
export const mayDeclareLoss = (school: School, person: PersonId): boolean =>
  hasRight(school, person, 'declaresLosses')

/** Stands on the lists no more: signs in nowhere, and what was recorded is brought by others. */
export const hasLeft = (school: School, person: PersonId): boolean =>
  !school.staff.some((one) => one.id === person)

/**
 * A deputy brings the file of unsent entries of whoever has left the lists: nobody else could send it. It is judged by
 * the rights that its author had.
 */
export const mayBringEntriesOf = (school: School, person: PersonId, author: PersonId): boolean =>
  hasRight(school, person, 'declaresLosses') && hasLeft(school, author)

/** A deputy keeps the lists: substitutions, changed days and lessons, who came and left, and the school's settings. */
export const mayEditSchool = (school: School, person: PersonId): boolean =>
  hasRight(school, person, 'editsSchool')

/**
 * A deputy says that an entry is not carried into АИС (п. 4.2). Its author may not: the duty of п. 3.2 is the author's
 * own, and nobody frees themselves of it.
 */
export const mayGiveUpTransfer = (school: School, person: PersonId): boolean =>
  hasRight(school, person, 'givesUpTransfer')

/**
 * Who may say that a final mark was entered into АИС by hand: whoever may write it, for that is how they do their duty of
 * п. 3.2, and a deputy. Of no other cell may anybody say so: a door carries it and reads it back.
 */
export const maySayByHand = (school: School, person: PersonId, cell: Cell): boolean =>
  cell.kind === 'termMark' && (mayWrite(school, person, cell).ok || mayGiveUpTransfer(school, person))
