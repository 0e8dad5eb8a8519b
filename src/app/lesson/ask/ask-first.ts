// What a person is asked before an act is recorded. Most acts ask nothing: they can be taken back.
import { type Cell, pupilOf } from '../../../domain/cell.ts'
import { correctsEarlierMark } from '../../../domain/correction.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import { asksReason } from '../../../domain/role.ts'
import type { School } from '../../../domain/school.ts'
import type { SchoolDate } from '../../../domain/time.ts'
import { type CellValue, sameValue } from '../../../domain/value.ts'
import type { CellChange } from '../../../store/journal.ts'
import { attendanceOf, type CellViews, viewOf } from '../lesson-cells.ts'

export type WhyAsked = 'earlierMark' | 'colleague'

export type Question =
  /** A reason from a short list goes into the entries (п. 2.6, 4.4). */
  | { kind: 'reason'; why: WhyAsked; about: readonly CellChange[] }
  /** A mark and «Н» in one lesson: asked once, both may stay. */
  | { kind: 'besideAbsence'; about: readonly CellChange[] }
  /** One act over several cells that hold something else. */
  | { kind: 'overRecorded'; about: readonly CellChange[]; blank: number }

export interface AskedIn {
  school: School
  lesson: Lesson
  views: CellViews
  person: string
  today: SchoolDate
}

const changesValue = ({ saw, value }: CellChange): boolean => saw !== null && !sameValue(saw, value)

const isAbsent = (value: CellValue | null): boolean =>
  value !== null && 'code' in value && value.code === 'absent'

const hasMarks = (views: CellViews, pupil: string): boolean =>
  [...views.values()].some(
    ({ cell, value }) => cell.kind === 'mark' && cell.pupil === pupil && value !== null,
  )

/** The pair comes to stand by this change: it is not asked of again while both stand. */
const standsBesideAbsence = ({ views, lesson }: AskedIn, { cell, value }: CellChange): boolean => {
  const pupil = pupilOf(cell)
  if (pupil === null || value === null) return false
  if (cell.kind === 'attendance') return isAbsent(value) && hasMarks(views, pupil)
  const marked = cell.kind === 'mark' && 'marks' in value && value.marks.length > 0
  return marked && isAbsent(attendanceOf(views, lesson, pupil)) && !hasMarks(views, pupil)
}

const isColleagues = ({ school, person, views }: AskedIn, cell: Cell): boolean => {
  const view = viewOf(views, cell)
  return view?.value != null && view.author !== null && asksReason(school, person, cell, [view.author])
}

/** The questions of an act, in the order in which they are asked; none for what needs no word. */
export const questionsOf = (at: AskedIn, changes: readonly CellChange[]): Question[] => {
  const changed = changes.filter(changesValue)
  const earlier = changed.filter((one) => correctsEarlierMark(one, at.lesson.date, at.today))
  const colleagues = changed.filter((one) => isColleagues(at, one.cell) && !earlier.includes(one))
  const beside = changes.filter((one) => standsBesideAbsence(at, one))
  const questions: (Question | null)[] = [
    changed.length > 1
      ? { kind: 'overRecorded', about: changed, blank: changes.length - changed.length }
      : null,
    beside.length > 0 ? { kind: 'besideAbsence', about: beside } : null,
    earlier.length > 0 ? { kind: 'reason', why: 'earlierMark', about: earlier } : null,
    colleagues.length > 0 ? { kind: 'reason', why: 'colleague', about: colleagues } : null,
  ]
  return questions.filter((one) => one !== null)
}

/** The changes with the reason given for those it was asked of. */
export const withReason = (
  changes: readonly CellChange[],
  about: readonly CellChange[],
  reason: string,
): CellChange[] => changes.map((one) => (about.includes(one) ? { ...one, reason } : one))
