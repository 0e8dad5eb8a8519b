// Cells are the units of agreement: two people disagree about a cell, never about a lesson or a page.
import type { PupilId, SubjectId } from './school.ts'

/** `slot@date`: the timetable's slot and the school date. It survives a move of the lesson. */
export type LessonId = string

export type WorkTypeCode =
  | 'oralAnswer'
  | 'controlTest'
  | 'independentWork'
  | 'labWork'
  | 'practicalWork'
  | 'essay'
  | 'retelling'
  | 'dictation'

/** A work of a lesson is its type and its number within the lesson, so that two tablets mean the same work. */
export interface WorkRef {
  workType: WorkTypeCode
  n: number
}

export type Cell =
  | { kind: 'attendance'; lesson: LessonId; pupil: PupilId }
  | { kind: 'absenceReason'; lesson: LessonId; pupil: PupilId }
  | ({ kind: 'work'; lesson: LessonId } & WorkRef)
  | ({ kind: 'mark'; lesson: LessonId; pupil: PupilId } & WorkRef)
  | { kind: 'topic'; lesson: LessonId }
  | { kind: 'homework'; lesson: LessonId }
  | { kind: 'individualHomework'; lesson: LessonId; pupil: PupilId }
  | { kind: 'termMark'; term: string; subject: SubjectId; pupil: PupilId }

export type CellKind = Cell['kind']
/** The cell as text: equal cells, equal keys. */
export type CellKey = string

export const cellKey = (cell: Cell): CellKey => {
  switch (cell.kind) {
    case 'attendance':
    case 'absenceReason':
    case 'individualHomework':
      return `${cell.lesson}/${cell.kind}/${cell.pupil}`
    case 'work':
      return `${cell.lesson}/work/${cell.workType}.${cell.n}`
    case 'mark':
      return `${cell.lesson}/mark/${cell.workType}.${cell.n}/${cell.pupil}`
    case 'topic':
    case 'homework':
      return `${cell.lesson}/${cell.kind}`
    case 'termMark':
      return `term:${cell.term}/${cell.subject}/${cell.pupil}`
  }
}

/** The lesson a cell belongs to; a term mark belongs to none. */
export const lessonOf = (cell: Cell): LessonId | null => (cell.kind === 'termMark' ? null : cell.lesson)
export const pupilOf = (cell: Cell): PupilId | null => ('pupil' in cell ? cell.pupil : null)
