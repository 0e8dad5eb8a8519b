// Who stands on the register: the pupils of the lesson, those recorded by name, and those whose cells have closed.
import { pupilOf } from '../../../domain/cell.ts'
import { type Lesson, pupilsOf } from '../../../domain/lesson.ts'
import { bindCell, provisionalName } from '../../../domain/provisional.ts'
import { type Standing, standingsOf, taughtApart } from '../../../domain/pupils/standing.ts'
import type { School } from '../../../domain/school.ts'
import { plusDays } from '../../../domain/time.ts'
import { classListWords, standingWords } from '../../messages/lesson/class.ts'
import { alphabet } from '../../messages/names.ts'
import { shortDate } from '../../messages/time.ts'
import type { CellViews } from '../lesson-cells.ts'
import { type ListedPupil, listPupils, namePupils } from '../pupil-names.ts'

export interface ClassRow extends ListedPupil {
  /** Why it differs from the others: «нет в списке», «выбытие 23.11», «учится дистанционно». */
  note?: string
  /** What of it has a sign of its own. */
  standings?: readonly Standing[]
  /** Its cells are hatched and take nothing. */
  closed?: true
}

/** Whoever left is still shown so long, for a teacher who looks for the name. */
const leftDays = 14

/** Pupils of whom anything is recorded in the lesson. */
export const recordedPupils = (views: CellViews): Set<string> =>
  new Set([...views.values()].flatMap(({ cell, value }) => (value === null ? [] : (pupilOf(cell) ?? []))))

/** Recorded by name in this lesson; the hub and these lists have not found them yet. */
const provisionalRows = (
  school: School,
  lesson: Lesson,
  recorded: ReadonlySet<string>,
  person: string,
): ClassRow[] =>
  [...recorded].flatMap((id) => {
    const name = provisionalName(id)
    const cell = { kind: 'attendance', lesson: lesson.id, pupil: id } as const
    return name === null || bindCell(school, cell, person) !== null
      ? []
      : { id, name, note: classListWords.notListed }
  })

/** The last day of each who is in the lesson's classes no more. */
const leavers = (school: School, lesson: Lesson): Map<string, string> => {
  const lastDays = new Map<string, string>()
  for (const { pupil, schoolClass, to } of school.enrolments) {
    if (to === null || to >= lesson.date || !lesson.classes.includes(schoolClass)) continue
    if (to > (lastDays.get(pupil) ?? '')) lastDays.set(pupil, to)
  }
  return lastDays
}

const wasIn = (school: School, lesson: Lesson, pupil: string): boolean => {
  const { target } = lesson
  if (target.kind === 'class') return true
  return school.groups.some((one) => one.id === target.id && one.members.includes(pupil))
}

/** A row of the lists with what sets its pupil apart, in words. */
const withStandings = (school: School, lesson: Lesson, row: ListedPupil): ClassRow => {
  const standings = standingsOf(school, lesson, row.id)
  if (standings.length === 0) return row
  return { ...row, standings, note: standings.map((one) => standingWords[one]).join(', ') }
}

/** Pupils whose cells are closed: they left a short while ago, are taught apart, or something is recorded of them here all the same. */
const closedRows = (school: School, lesson: Lesson, recorded: ReadonlySet<string>): ClassRow[] => {
  const here = pupilsOf(school, lesson)
  const lastDays = leavers(school, lesson)
  const since = plusDays(lesson.date, -leftDays)
  const justLeft = [...lastDays].flatMap(([pupil, day]) =>
    day >= since && wasIn(school, lesson, pupil) ? pupil : [],
  )
  const ids = new Set(
    [...justLeft, ...taughtApart(school, lesson), ...recorded].filter((id) => !here.has(id)),
  )
  return namePupils(school, ids).map((pupil): ClassRow => {
    const lastDay = lastDays.get(pupil.id)
    if (lastDay) return { ...pupil, closed: true, note: classListWords.left(shortDate(lastDay)) }
    return { note: classListWords.notInLessonList, ...withStandings(school, lesson, pupil), closed: true }
  })
}

/** `pupils` take entries; `rows` is what is seen, in the order of the class list. */
export const classOf = (school: School, lesson: Lesson, recorded: ReadonlySet<string>, person: string) => {
  const provisional = provisionalRows(school, lesson, recorded, person)
  const here = listPupils(school, lesson).map((row) => withStandings(school, lesson, row))
  const pupils: ClassRow[] = [...here, ...provisional]
  const listed: ClassRow[] = [...here, ...closedRows(school, lesson, recorded)]
  const rows = [...listed.sort((a, b) => alphabet.compare(a.name, b.name)), ...provisional]
  return { pupils, rows }
}

export const classRows = (school: School, lesson: Lesson, views: CellViews, person: string) =>
  classOf(school, lesson, recordedPupils(views), person)
