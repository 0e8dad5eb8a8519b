// Names the place of a cell in words: lesson, class, pupil.
import { type Cell, lessonOf, pupilOf } from '../../domain/cell.ts'
import { lessonById } from '../../domain/lesson.ts'
import { type ProvisionalLesson, provisionalName, readProvisional } from '../../domain/provisional.ts'
import { className, type School } from '../../domain/school.ts'
import { pupilName } from './names.ts'
import { yearColumnWords } from './screens/term-columns.ts'
import { shortDate } from './time.ts'
import { cellWords } from './values.ts'

export interface CellPlace {
  /** «Волков Егор», or null for a cell of the whole lesson. */
  pupil: string | null
  /** «7А Алгебра, вт 24.11, 2-й урок» */
  lesson: string
  /** «посещаемость» */
  what: string
}

/** «7А, вт 24.11, 2-й урок, не из списка» */
export const provisionalWords = ({ schoolClass, period, date }: ProvisionalLesson): string =>
  `${schoolClass}, ${shortDate(date)}, ${period}-й урок, не из списка`

const pupilWords = (school: School | null, id: string | null): string | null => {
  if (id === null) return null
  const known = school === null ? undefined : pupilName(school, id)
  return known ?? provisionalName(id) ?? 'ученик не из ваших списков'
}

/** «Алгебра, 2 четверть» */
const termWords = (school: School | null, term: string, subject: string): string => {
  const known = school?.terms.find((one) => one.id === term)?.name
  const named = known ?? yearColumnWords(school, term)?.toLowerCase() ?? term
  return `${school?.subjects.find((one) => one.id === subject)?.name ?? subject}, ${named}`
}

/** A list that no longer has the lesson or the pupil leaves the words that are left. */
export const placeOfCell = (school: School | null, cell: Cell): CellPlace => {
  const what = cellWords(cell)
  const id = lessonOf(cell)
  const lesson = school && id !== null ? lessonById(school, id) : null
  const pupil = pupilWords(school, pupilOf(cell))
  if (cell.kind === 'termMark') return { pupil, lesson: termWords(school, cell.term, cell.subject), what }
  const provisional = id === null ? null : readProvisional(id)
  if (provisional) return { pupil, lesson: provisionalWords(provisional), what }
  if (!school || !lesson) return { pupil, lesson: 'урок не из вашего расписания', what }
  const { target } = lesson
  const group = school.groups.find((one) => one.id === target.id)
  const schoolClass = school.classes.find((one) => one.id === target.id)
  const name = group?.name ?? (schoolClass ? className(schoolClass) : target.id)
  const subject = school.subjects.find((one) => one.id === lesson.subject)?.name ?? lesson.subject
  return { pupil, lesson: `${name} ${subject}, ${shortDate(lesson.date)}, ${lesson.period}-й урок`, what }
}

export const staffName = (school: School | null, id: string): string => {
  if (id === 'ais') return 'АИС СРО'
  const found = school?.staff.find((one) => one.id === id)
  if (!found) return id
  return `${found.lastName} ${found.firstName[0] ?? ''}.${found.middleName ? ` ${found.middleName[0]}.` : ''}`
}
