// A lesson or a pupil that the tablet's lists don't have, by name: the hub binds them once the lists do (п. 2.3, 2.5).
import { type Cell, type LessonId, lessonOf, pupilOf } from './cell.ts'
import { type Lesson, lessonById, lessonsOn, pupilsOf } from './lesson.ts'
import { folded } from './notation/look-alike.ts'
import { className, type PersonId, type PupilId, type School } from './school.ts'
import type { SchoolDate } from './time.ts'

/** As the substitute saw it: «7А», the second lesson. */
export interface ProvisionalLesson {
  schoolClass: string
  period: number
  date: SchoolDate
}

// No list has an id that begins so: ids of lists are plain (see the import's checks).
const sign = '?'

/** Spaces, case, ё and Latin look-alikes tell no two classes or pupils apart. */
const plain = (text: string): string => folded(text).replaceAll('Ё', 'Е').replaceAll(/\s+/g, ' ').trim()

const plainClass = (text: string): string => plain(text).replaceAll(/[^\p{L}\p{N}/]/gu, '')

/** `/` parts a cell's key and `@` a lesson's id, so neither stands in a name. */
const safe = (text: string): string =>
  text.replaceAll(/[/@]/g, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 80)

export const provisionalLesson = ({ schoolClass, period, date }: ProvisionalLesson): LessonId =>
  `${sign}${safe(schoolClass)}.${period}@${date}`

export const provisionalPupil = (name: string): PupilId => `${sign}${safe(name)}`

/** What a provisional lesson's id says; null for a lesson of the timetable. */
export const readProvisional = (id: LessonId): ProvisionalLesson | null => {
  const found = /^\?(.+)\.(\d{1,2})@(\d{4}-\d\d-\d\d)$/.exec(id)
  if (!found) return null
  const [, schoolClass = '', period = '', date = ''] = found
  return { schoolClass, period: Number(period), date }
}

/** The name of a pupil who is in no list of the tablet; null for one who is. */
export const provisionalName = (id: PupilId): string | null => (id.startsWith(sign) ? id.slice(1) : null)

export const isProvisional = (cell: Cell): boolean =>
  (lessonOf(cell)?.startsWith(sign) ?? false) || (pupilOf(cell)?.startsWith(sign) ?? false)

const bindLesson = (school: School, id: LessonId, person: PersonId): Lesson | null => {
  const wanted = readProvisional(id)
  if (!wanted) return lessonById(school, id)
  const names = new Map([
    ...school.classes.map((one) => [one.id, className(one)] as const),
    ...school.groups.map((one) => [one.id, one.name] as const),
  ])
  const [found, ...others] = lessonsOn(school, wanted.date).filter(
    ({ period, teacher, classes, target }) =>
      period === wanted.period &&
      teacher === person &&
      [...classes, target.id].some(
        (one) => plainClass(names.get(one) ?? one) === plainClass(wanted.schoolClass),
      ),
  )
  return found && others.length === 0 ? found : null
}

const bindPupil = (school: School, lesson: Lesson, id: PupilId): PupilId | null => {
  const name = provisionalName(id)
  if (name === null) return id
  const ids = pupilsOf(school, lesson)
  const here = school.pupils.filter((one) => ids.has(one.id))
  const matching = (text: (one: (typeof here)[number]) => string) =>
    here.filter((one) => plain(text(one)) === plain(name))
  const full = matching((one) => `${one.lastName} ${one.firstName}`)
  const found = full.length > 0 ? full : matching((one) => one.lastName)
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/**
 * The cell of the lists that a provisional one means: the lesson of that date, number and class which this person
 * teaches by now, and the one pupil of that name. Null while there is none, or more than one: it waits for a person.
 */
export const bindCell = (school: School, cell: Cell, person: PersonId): Cell | null => {
  const id = lessonOf(cell)
  if (id === null) return cell
  const lesson = bindLesson(school, id, person)
  if (!lesson || !('lesson' in cell)) return null
  const bound = { ...cell, lesson: lesson.id }
  if (!('pupil' in bound)) return bound
  const pupil = bindPupil(school, lesson, bound.pupil)
  return pupil === null ? null : { ...bound, pupil }
}
