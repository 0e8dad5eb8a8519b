// Duties as lines of the panel: those of one kind and one term together, what is past its term day by day.
import type { OpenDuty } from '../../domain/findings/duty.ts'
import type { Duty } from '../../domain/findings/obligation.ts'
import { type Lesson, lessonById } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { dateAt, type SchoolDate, toInstant, toMs } from '../../domain/time.ts'
import { dutyName } from '../messages/findings.ts'
import { dutyWords, termPlaces } from '../messages/screens/today/duties.ts'
import { shortDate } from '../messages/time.ts'
import { subjectName, targetName } from './lesson-row.tsx'

export interface DutyLine {
  key: string
  /** The first of those that are told together. */
  duty: OpenDuty
  title: string
  place: string
  href: string
}

export interface PastDay {
  /** Of term marks, the last day of their term of п. 2.6. */
  date: SchoolDate
  /** Where it can be mended. */
  href: string
  /** How many lessons still want it; of term marks, how many places. */
  counts: [Duty, number][]
  outages: number[]
}

/** One kind of thing of one day, due at one moment, is told together. Marks are each work's own. */
const together = (duty: OpenDuty, lesson: Lesson | null): string => {
  const work = duty.work ? `${lesson?.id} ${duty.work.workType}.${duty.work.n}` : ''
  return `${duty.what} ${duty.deadline?.due ?? ''} ${lesson?.date} ${work}`
}

const lessonsWords = (lessons: readonly Lesson[], today: SchoolDate): string => {
  const numbers = [...new Set(lessons.map((one) => one.period))].sort((a, b) => a - b)
  const date = lessons[0]?.date
  const day = date === undefined || date === today ? '' : `, ${shortDate(date)}`
  return numbers.length > 1 ? dutyWords.lessons(numbers.join(', '), day) : dutyWords.lesson(numbers[0], day)
}

const placeOf = (school: School, lessons: readonly Lesson[], today: SchoolDate): string => {
  const [first] = lessons
  if (!first) return ''
  if (lessons.length > 1) {
    const targets = [...new Set(lessons.map((one) => targetName(school, one)))]
    return `${targets.join(', ')}: ${lessonsWords(lessons, today)}`
  }
  return `${targetName(school, first)} ${subjectName(school, first)}, ${lessonsWords(lessons, today)}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const lineOf = (
  school: School,
  today: SchoolDate,
  key: string,
  same: readonly [OpenDuty, ...OpenDuty[]],
): DutyLine => {
  const [duty] = same
  const lessons = same
    .flatMap((one) => (one.lesson ? (lessonById(school, one.lesson) ?? []) : []))
    .sort((a, b) => toMs(a.begins) - toMs(b.begins))
  const [first] = lessons
  const missing = same.reduce((sum, one) => sum + one.missing, 0)
  return {
    ...{ key, duty, title: capital(dutyName(duty)) },
    place: first ? placeOf(school, lessons, today) : termPlaces(missing),
    href: !first
      ? '/terms'
      : // The list of today's lessons is on the screen already.
        lessons.length === 1 || first.date === today
        ? `/lesson/${encodeURIComponent(first.id)}`
        : `/today/${first.date}`,
  }
}

/** What can still be done in time, the nearest term first; what has no term of its own last. */
export const openLines = (school: School, duties: readonly OpenDuty[], today: SchoolDate): DutyLine[] => {
  const lines = new Map<string, [OpenDuty, ...OpenDuty[]]>()
  for (const duty of duties) {
    const lesson = duty.lesson ? lessonById(school, duty.lesson) : null
    const isOld = duty.deadline === null && lesson?.date !== today
    if (duty.tone === 'red' || isOld) continue
    const key = together(duty, lesson)
    const known = lines.get(key)
    if (known) known.push(duty)
    else lines.set(key, [duty])
  }
  return [...lines].map(([key, same]) => lineOf(school, today, key, same))
}

/** The day it belongs to: of its lesson, else the last one on which it was still in time. */
const dayOfDuty = (school: School, { lesson, deadline }: OpenDuty): SchoolDate | null => {
  if (lesson !== null) return lessonById(school, lesson)?.date ?? null
  return deadline && dateAt(toInstant(toMs(deadline.due) - 1), school.zone)
}

interface Counted extends Pick<PastDay, 'date' | 'href'> {
  counts: Map<Duty, number>
  outages: Set<number>
}

/** Past their terms, the newest day first: a person mends yesterday before the week before. */
export const pastDays = (school: School, duties: readonly OpenDuty[]): PastDay[] => {
  const days = new Map<string, Counted>()
  for (const duty of duties.filter((one) => one.tone === 'red')) {
    const date = dayOfDuty(school, duty)
    if (date === null) continue
    const href = duty.lesson === null ? '/terms' : `/today/${date}`
    const key = `${date} ${href}`
    const day = days.get(key) ?? { date, href, counts: new Map<Duty, number>(), outages: new Set<number>() }
    days.set(key, day)
    day.counts.set(duty.what, (day.counts.get(duty.what) ?? 0) + (duty.lesson === null ? duty.missing : 1))
    if (duty.outage !== null) day.outages.add(duty.outage)
  }
  return [...days.values()]
    .map((day) => ({ ...day, counts: [...day.counts], outages: [...day.outages] }))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
}
