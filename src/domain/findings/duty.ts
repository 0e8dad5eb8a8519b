// What a person has still to do, most urgent first: for «Сегодня».
import { type CellKey, cellKey, type LessonId, lessonOf, type WorkRef } from '../cell.ts'
import { type Clause, type Deadline, type Tone, toneAt } from '../deadline/deadline.ts'
import { type Lesson, lessonsOn } from '../lesson.ts'
import { documentsIn } from '../pupils/absence.ts'
import type { PersonId, School } from '../school.ts'
import { dateAt, type Instant, plusDays, type SchoolDate } from '../time.ts'
import { explainedBy, type KnownOutage } from './explained.ts'
import { isKeptHere } from './kept-here.ts'
import { type Duty, type KnownCell, type KnownCells, type Obligation, obligationsOf } from './obligation.ts'
import { termObligations, termsAsked } from './term-obligation.ts'

export interface OpenDuty {
  what: Duty
  clause: Clause
  lesson: LessonId | null
  work: WorkRef | null
  deadline: Deadline | null
  tone: Tone
  /** Cells that are still blank. */
  missing: number
  /** The outage that explains why it is past its deadline, or null. */
  outage: number | null
}

/** How many days back a person is reminded of what is undone. */
export const dutyDays = 14

/** Known cells by their lesson; term marks under ''. */
const byLesson = (cells: KnownCells): ReadonlyMap<LessonId, KnownCells> => {
  const lessons = new Map<LessonId, Map<CellKey, KnownCell>>()
  for (const [key, known] of cells) {
    const id = lessonOf(known.cell) ?? ''
    const own = lessons.get(id) ?? new Map<CellKey, KnownCell>()
    own.set(key, known)
    lessons.set(id, own)
  }
  return lessons
}

const blanks = (obligation: Obligation, cells: KnownCells): number =>
  obligation.cells.filter((cell) => (cells.get(cellKey(cell))?.value ?? null) === null).length

const isRecorded = (cells: KnownCells | undefined): boolean =>
  [...(cells?.values() ?? [])].some((one) => one.value !== null)

/** Lessons of the last days that may ask something of the person: own ones, and those of the classes they lead. */
export const lessonsOwing = (school: School, person: PersonId, today: SchoolDate): Lesson[] => {
  const led = school.classes.filter((one) => one.classTeacher === person).map((one) => one.id)
  const dates = Array.from({ length: dutyDays + 1 }, (_, back) => plusDays(today, -back))
  return dates
    .flatMap((date) => lessonsOn(school, date))
    .filter((one) => one.teacher === person || one.classes.some((id) => led.includes(id)))
}

/**
 * What the person owes now: lessons that have begun within the last `dutyDays` days and are kept here, and term marks whose window is
 * open. `cells` are those the device knows, as its screens show them. Past its deadline a duty is red, not gone.
 */
export const dutiesOf = (
  school: School,
  person: PersonId,
  now: Instant,
  cells: KnownCells,
  outages: readonly KnownOutage[],
): OpenDuty[] => {
  const known = byLesson(cells)
  const none: KnownCells = new Map()
  const documents = documentsIn(cells.values())
  const today = dateAt(now, school.zone)
  const ofLessons = lessonsOwing(school, person, today)
    .filter(
      (one) => one.begins <= now && isKeptHere(school, one, isRecorded(known.get(one.id)), outages, now),
    )
    .flatMap((lesson) => obligationsOf(school, lesson, known.get(lesson.id) ?? none, documents))
  const ofTerms = termsAsked(school, today).flatMap((term) => termObligations(school, term, null))
  return [...ofLessons, ...ofTerms]
    .filter((one) => one.person === person && one.opensAt <= now)
    .map((one) => ({ one, missing: blanks(one, cells) }))
    .filter(({ missing }) => missing > 0)
    .map(({ one, missing }): OpenDuty => {
      const { what, clause, work, deadline } = one
      const tone = deadline ? toneAt(deadline, now) : 'open'
      const outage = deadline && tone === 'red' ? explainedBy(school, outages, deadline, one, now) : null
      return { what, clause, lesson: one.lesson?.id ?? null, work, deadline, tone, missing, outage }
    })
    .sort((a, b) => {
      const [first, second] = [a.deadline?.redAt ?? '~', b.deadline?.redAt ?? '~']
      return first < second ? -1 : first > second ? 1 : (a.lesson ?? '') < (b.lesson ?? '') ? -1 : 1
    })
}
