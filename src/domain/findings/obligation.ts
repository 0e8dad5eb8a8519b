// What a lesson asks of whom by when: one reading for the duties of today and for the lint of what was done.
import { type Cell, type CellKey, cellKey, type WorkRef } from '../cell.ts'
import type { Deadline } from '../deadline/deadline.ts'
import { attendanceDeadline, homeworkDeadline, marksDeadline } from '../deadline/lesson-deadline.ts'
import { reasonDeadline } from '../deadline/working-day-deadline.ts'
import type { Lesson } from '../lesson.ts'
import { pupilsOf } from '../lesson.ts'
import { classOfPupil, documentFor, type PupilDocument, receivedOn } from '../pupils/absence.ts'
import { statusesOf } from '../pupils/roster.ts'
import type { ClassId, PersonId, PupilId, School } from '../school.ts'
import type { Instant } from '../time.ts'
import type { CellValue } from '../value.ts'

export interface KnownCell {
  cell: Cell
  value: CellValue | null
}
export type KnownCells = ReadonlyMap<CellKey, KnownCell>

export type Duty = 'attendance' | 'topic' | 'homework' | 'marks' | 'absenceReason' | 'termMarks'

export interface Obligation {
  what: Duty
  clause: Deadline['clause']
  /** Who owes it. */
  person: PersonId
  classes: readonly ClassId[]
  /** Null for term marks. */
  lesson: Lesson | null
  work: WorkRef | null
  /** From when it can be done. */
  opensAt: Instant
  /** Null where the regulation names no term: the topic (п. 2.7). */
  deadline: Deadline | null
  /** The cells it asks for. */
  cells: readonly Cell[]
}

const valueAt = (cells: KnownCells, cell: Cell): CellValue | null => cells.get(cellKey(cell))?.value ?? null

const codeAt = (cells: KnownCells, lesson: Lesson, pupil: PupilId): string | null => {
  const value = valueAt(cells, { kind: 'attendance', lesson: lesson.id, pupil })
  return value && 'code' in value ? value.code : null
}

/** Works that ask a mark of everyone who was there; an answer in class asks it of nobody in particular. */
const isWritten = ({ workType }: WorkRef): boolean => workType !== 'oralAnswer'

const worksIn = (cells: KnownCells): WorkRef[] => {
  const works = new Map<string, WorkRef>()
  for (const { cell, value } of cells.values()) {
    if (value === null || (cell.kind !== 'work' && cell.kind !== 'mark')) continue
    works.set(`${cell.workType}.${cell.n}`, { workType: cell.workType, n: cell.n })
  }
  return [...works.values()]
}

/** Pupils of whom a written work asks a mark: those who were there and are not exempt from the subject. */
const markedPupils = (school: School, lesson: Lesson, cells: KnownCells): PupilId[] =>
  [...pupilsOf(school, lesson)].filter((pupil) => {
    const code = codeAt(cells, lesson, pupil)
    const away = code === 'absent' || code === 'exempt'
    return !away && !statusesOf(school, pupil, lesson.subject, lesson.date).includes('exempt')
  })

const marksOf = (school: School, lesson: Lesson, cells: KnownCells, work: WorkRef): Cell[] => {
  const cellOf = (pupil: PupilId): Cell => ({ kind: 'mark', lesson: lesson.id, pupil, ...work })
  const given = [...pupilsOf(school, lesson)].filter((pupil) => valueAt(cells, cellOf(pupil)) !== null)
  const asked = isWritten(work) ? markedPupils(school, lesson, cells) : []
  return [...new Set([...asked, ...given])].map(cellOf)
}

/** The class teacher's part: a reason for each absence that a document covers (п. 2.9). */
const reasonObligations = (
  school: School,
  lesson: Lesson,
  cells: KnownCells,
  documents: readonly PupilDocument[],
): Obligation[] => {
  const byDocument = new Map<string, Obligation>()
  for (const pupil of pupilsOf(school, lesson)) {
    const cell: Cell = { kind: 'absenceReason', lesson: lesson.id, pupil }
    const received =
      receivedOn(valueAt(cells, cell)) ??
      (codeAt(cells, lesson, pupil) === 'absent' ? documentFor(documents, pupil, lesson.date) : null)
    const schoolClass = received === null ? null : classOfPupil(school, lesson.classes, pupil, lesson.date)
    if (received === null || schoolClass === null) continue
    const key = `${schoolClass.id} ${received}`
    byDocument.set(key, {
      what: 'absenceReason',
      clause: '2.9',
      person: schoolClass.classTeacher,
      classes: [schoolClass.id],
      lesson,
      work: null,
      opensAt: lesson.begins,
      deadline: reasonDeadline(school, received),
      cells: [...(byDocument.get(key)?.cells ?? []), cell],
    })
  }
  return [...byDocument.values()]
}

/**
 * Everything that a held lesson asks for, with its deadlines; `documents` are those known of its pupils. A lesson that is not held asks for nothing.
 */
export const obligationsOf = (
  school: School,
  lesson: Lesson,
  cells: KnownCells,
  documents: readonly PupilDocument[],
): Obligation[] => {
  if (lesson.closed !== null) return []
  const ofTeacher = (what: Duty, clause: Deadline['clause'], deadline: Deadline | null, own: Cell[]) => ({
    what,
    clause,
    person: lesson.teacher,
    classes: lesson.classes,
    lesson,
    work: null,
    opensAt: lesson.begins,
    deadline,
    cells: own,
  })
  const { id } = lesson
  const attendance = [...pupilsOf(school, lesson)].map((pupil): Cell => {
    return { kind: 'attendance', lesson: id, pupil }
  })
  const works = worksIn(cells).map((work) => ({
    ...ofTeacher(
      'marks',
      '2.6',
      marksDeadline(school, lesson, work.workType),
      marksOf(school, lesson, cells, work),
    ),
    work,
  }))
  return [
    ofTeacher('attendance', '2.5', attendanceDeadline(school, lesson), attendance),
    ofTeacher('topic', '2.7', null, [{ kind: 'topic', lesson: id }]),
    ofTeacher('homework', '2.8', homeworkDeadline(school, lesson), [{ kind: 'homework', lesson: id }]),
    ...works,
    ...reasonObligations(school, lesson, cells, documents),
  ].filter((one) => one.cells.length > 0)
}
