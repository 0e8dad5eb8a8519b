// The rules an entry must keep before it meets other entries. Pure; the hub and the tablet ask the same.
import { type Cell, pupilOf } from './cell.ts'
import { authorOf, type Entry } from './entry.ts'
import { lessonById, pupilsOf } from './lesson.ts'
import { isTaken } from './notation/notation.ts'
import { checkDocument } from './pupils/absence-document.ts'
import { isTooEarly, mayWrite, type Refusal, settling } from './role.ts'
import type { School } from './school.ts'
import { termMarkPlace } from './term/term-place.ts'
import { termColumnsOf } from './term/term-sheet.ts'
import { dateAt, type Instant } from './time.ts'

export type EntryCheck = { ok: true } | { ok: false; refusal: Refusal }

const marksOf = (entry: Entry): readonly string[] => {
  if (entry.value === null) return []
  if (entry.cell.kind === 'mark' && 'marks' in entry.value) return entry.value.marks
  if (entry.cell.kind === 'termMark' && 'mark' in entry.value) return [entry.value.mark]
  return []
}

/**
 * A deputy's choice among the candidates of a conflict: it says why. Whether it is one, the conflict rule sees; a blank
 * candidate has no entry to follow, so one entry may be all there is.
 */
const checkPick = (school: School, entry: Entry): EntryCheck | null => {
  if (settling(school, authorOf(entry), entry.cell) !== 'pick' || entry.follows.length === 0) return null
  return entry.reason?.trim() ? { ok: true } : { ok: false, refusal: 'reasonNeeded' }
}

/** A document that was not received yet, or whose days are turned round, gives no reason (п. 2.9). */
const hasUnfitDocument = (school: School, { value }: Entry, now: Instant): boolean => {
  if (value === null || !('reason' in value)) return false
  const today = dateAt(now, school.zone)
  const { document, documentReceived = '' } = value
  return documentReceived > today || (document !== undefined && checkDocument(document, today) !== null)
}

/** Has the class in which the term ends for the pupil such a column: its own terms, the year, its examinations (п. 2.6)? */
const hasColumn = (school: School, cell: Extract<Cell, { kind: 'termMark' }>): boolean =>
  termColumnsOf(school, termMarkPlace(school, cell)).some((one) => one.id === cell.term)

/** Checks rights, the lesson's beginning at `now` by the judge's own clock, the pupil and the scale. */
export const checkEntry = (school: School, entry: Entry, now: Instant): EntryCheck => {
  const permission = mayWrite(school, authorOf(entry), entry.cell)
  if (!permission.ok) return checkPick(school, entry) ?? permission
  if (marksOf(entry).some((mark) => !isTaken(school, mark)))
    return { ok: false, refusal: 'valueOutsideScale' }
  if (hasUnfitDocument(school, entry, now)) return { ok: false, refusal: 'documentDates' }
  if (entry.cell.kind === 'termMark')
    return hasColumn(school, entry.cell) ? { ok: true } : { ok: false, refusal: 'lessonUnknown' }
  const lesson = lessonById(school, entry.cell.lesson)
  if (!lesson) return { ok: false, refusal: 'lessonUnknown' }
  if (isTooEarly(lesson.begins, entry.cell.kind, now)) return { ok: false, refusal: 'lessonNotBegun' }
  const pupil = pupilOf(entry.cell)
  // Whoever was ever in the class is taken: a list that has changed meanwhile destroys no entry (see open-cell.ts).
  const everInLesson =
    pupil === null ||
    school.enrolments.some((stay) => stay.pupil === pupil && lesson.classes.includes(stay.schoolClass)) ||
    pupilsOf(school, lesson).has(pupil)
  return everInLesson ? { ok: true } : { ok: false, refusal: 'pupilNotInLesson' }
}
