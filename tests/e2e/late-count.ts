// An independent count of what is late or lacks by clauses 2.5, 2.6, 2.8, 2.9, from the entries themselves and the lists.
import type { Odd } from './board-count.ts'
import type { TurnedHub } from './turned-hub.ts'
import type { WireTablet } from './wire-tablet.ts'

type Made = WireTablet['entries'][number]
type School = TurnedHub['school']

const local = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString()
const dateOf = (lesson: string): string => lesson.slice(lesson.lastIndexOf('@') + 1)
const slotOf = (lesson: string): string => lesson.slice(0, lesson.lastIndexOf('@'))
const plus = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
const weekday = (date: string): number => new Date(date).getUTCDay()
const lessonIn = ({ cell }: Made): string => ('lesson' in cell ? cell.lesson : '')

/** By the bells of the class, or of the group's first class: «09:40». */
const endOf = (school: School, slot: School['timetable'][number]): string => {
  const target = school.assignments.find((one) => one.id === slot.assignment)?.target
  const group = school.groups.find((one) => one.id === target?.id)
  const shift = school.classes.find((one) => one.id === (group?.classes[0] ?? target?.id))?.shift
  return school.bells.find((one) => one.shift === shift && one.period === slot.period)?.ends ?? '23:59'
}

const classesOf = (school: School, assignment: string): readonly string[] => {
  const target = school.assignments.find((one) => one.id === assignment)?.target
  return school.groups.find((one) => one.id === target?.id)?.classes ?? [target?.id ?? '']
}

/** 90 minutes after the last bell of the lesson's classes, by the school's wall clock (п. 2.8). */
export const homeworkEnds = (school: School, lesson: string): string => {
  const own = school.timetable.find((one) => one.id === slotOf(lesson))
  const classes = classesOf(school, own?.assignment ?? '')
  const ends = school.timetable
    .filter((one) => one.weekday === weekday(dateOf(lesson)))
    .filter((one) => classesOf(school, one.assignment).some((id) => classes.includes(id)))
    .map((one) => endOf(school, one))
  const last = [...ends].sort().at(-1) ?? '00:00'
  return new Date(Date.parse(`${dateOf(lesson)}T${last}:00Z`) + 90 * 60_000).toISOString()
}

/** The end of the next lesson of the same assignment on a later day (п. 2.6). */
const marksEnd = (school: School, lesson: string): string => {
  const own = school.timetable.find((one) => one.id === slotOf(lesson))
  for (let date = plus(dateOf(lesson), 1); ; date = plus(date, 1)) {
    const next = school.timetable
      .filter((one) => one.assignment === own?.assignment && one.weekday === weekday(date))
      .map((one) => endOf(school, one))
      .sort()[0]
    if (next) return `${date}T${next}:00.000Z`
  }
}

/** Two working days after a day of an ordinary week of five (п. 2.9). */
const reasonEnds = (received: string): string => {
  let date = received
  for (let left = 2; left > 0; left -= [0, 6].includes(weekday(date)) ? 0 : 1) date = plus(date, 1)
  return `${plus(date, 1)}T00:00:00.000Z`
}

const distinct = (made: readonly Made[]): number => new Set(made.map(lessonIn)).size

/** Lessons by clause, as far as entries of these tablets have arrived and stand in the lists. */
export const countLate = (turned: TurnedHub, tablets: readonly WireTablet[], { refused, unplaced }: Odd) => {
  const { school } = turned
  const now = local(turned.clock.instant())
  const placed = tablets
    .flatMap((one) => one.entries.slice(0, one.entries.length - one.unsent()))
    .filter((one) => !refused.has(one.id) && !unplaced.has(one.id))
  const of = (kind: Made['cell']['kind']) => placed.filter((one) => one.cell.kind === kind)
  const lateBy = (kind: Made['cell']['kind'], end: (one: Made) => string): Made[] =>
    of(kind).filter((one) => local(one.recordedAt) > end(one))
  const documentOf = ({ value }: Made) =>
    value !== null && 'document' in value && value.document ? value.document : null
  const pupilIn = ({ cell }: Made): string => ('pupil' in cell ? cell.pupil : '')
  const has = (kind: Made['cell']['kind'], lesson: string, pupil: string): boolean =>
    of(kind).some((one) => lessonIn(one) === lesson && pupilIn(one) === pupil)
  const isAbsent = ({ value }: Made): boolean => value !== null && 'code' in value && value.code === 'absent'
  // A written work asks a mark of everyone who was there.
  const unmarked = of('work').filter(
    (work) =>
      now > marksEnd(school, lessonIn(work)) &&
      of('attendance').some(
        (one) =>
          lessonIn(one) === lessonIn(work) && !isAbsent(one) && !has('mark', lessonIn(one), pupilIn(one)),
      ),
  )
  const documents = of('absenceReason').flatMap((one) => {
    const document = documentOf(one)
    return document ? [{ pupil: pupilIn(one), ...document }] : []
  })
  const unexplained = of('attendance').filter(
    (one) =>
      isAbsent(one) &&
      !has('absenceReason', lessonIn(one), pupilIn(one)) &&
      documents.some(
        ({ pupil, from, to, received }) =>
          pupil === pupilIn(one) &&
          from <= dateOf(lessonIn(one)) &&
          dateOf(lessonIn(one)) <= to &&
          now > reasonEnds(received),
      ),
  )
  return {
    late: {
      'п. 2.5': distinct(lateBy('attendance', (one) => `${plus(dateOf(lessonIn(one)), 1)}T00:00:00.000Z`)),
      'п. 2.6': distinct(lateBy('mark', (one) => marksEnd(school, lessonIn(one)))),
      'п. 2.8': distinct(lateBy('homework', (one) => homeworkEnds(school, lessonIn(one)))),
      'п. 2.9': distinct(lateBy('absenceReason', (one) => reasonEnds(documentOf(one)?.received ?? '9999'))),
    },
    missing: { 'п. 2.6': distinct(unmarked), 'п. 2.9': distinct(unexplained) },
  }
}
