// Whose class an entry concerns (п. 3.2, backlog by class): the pupil's own class on the date, else the lesson's.
import { type Cell, lessonOf, pupilOf } from '../cell.ts'
import { lessonById } from '../lesson.ts'
import type { ClassId, PupilId, School } from '../school.ts'
import { dateAt, type Instant, type SchoolDate } from '../time.ts'

const staysOf = (school: School, pupil: PupilId) => school.enrolments.filter((one) => one.pupil === pupil)
const isWithin =
  (date: SchoolDate) =>
  ({ from, to }: School['enrolments'][number]): boolean =>
    from <= date && (to === null || date <= to)

/** Where the pupil stays on a date; after the last stay, or before the first, the class of the latest one. */
const classStayedIn = (school: School, pupil: PupilId, date: SchoolDate): ClassId | null => {
  const stays = staysOf(school, pupil)
  return (stays.find(isWithin(date)) ?? stays.at(-1))?.schoolClass ?? null
}

/** Do the lists know where the cell's pupil was then? Those of a new school year have no stay of the year before. */
export const knowsStay = (school: School, cell: Cell, recordedAt: Instant): boolean => {
  const [id, pupil] = [lessonOf(cell), pupilOf(cell)]
  const date = (id === null ? null : lessonById(school, id)?.date) ?? dateAt(recordedAt, school.zone)
  return pupil !== null && staysOf(school, pupil).some(isWithin(date))
}

/**
 * A cell of a pupil is of that pupil's class on the lesson's date, whatever classes sit in the lesson; a term mark, of
 * the class on the day it was recorded. A topic or a work is of the lesson's first class. Null where the lists know none.
 */
export const classOfCell = (school: School, cell: Cell, recordedAt: Instant): ClassId | null => {
  const id = lessonOf(cell)
  const lesson = id === null ? null : lessonById(school, id)
  if (id !== null && lesson === null) return null
  const pupil = pupilOf(cell)
  const own =
    pupil === null ? null : classStayedIn(school, pupil, lesson?.date ?? dateAt(recordedAt, school.zone))
  return own ?? lesson?.classes[0] ?? null
}
