// An independent count of a period by clauses 2.5, 2.7, 2.8 and 3.2: from the lists, the entries and АИС' own pages.
import type { Met } from './board-count.ts'
import { homeworkEnds } from './late-count.ts'
import type { TurnedHub } from './turned-hub.ts'
import type { WireTablet } from './wire-tablet.ts'

type Made = WireTablet['entries'][number]

/** Due, in time, late, missing. */
export type Four = [due: number, inTime: number, late: number, missing: number]
export interface CountedPeriod {
  'п. 2.5': Four
  'п. 2.7': Four
  'п. 2.8': Four
}

const local = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString()
const dateOf = (lesson: string): string => lesson.slice(lesson.lastIndexOf('@') + 1)
const midnightAfter = (date: string): string =>
  new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)

type Word = 'inTime' | 'late' | 'missing'
const four = (words: readonly Word[]): Four => {
  const of = (word: Word): number => words.filter((one) => one === word).length
  return [words.length, of('inTime'), of('late'), of('missing')]
}

/** Lessons that met an outage, as far as their duties are past; `made` are the entries that have arrived. */
export const countLessons = (
  { school }: TurnedHub,
  met: readonly Met[],
  made: readonly Made[],
): CountedPeriod => {
  const of = (lesson: string, kind: string): Made[] =>
    made.filter(({ cell }) => cell.kind === kind && 'lesson' in cell && cell.lesson === lesson)
  const judged = (lesson: string, kind: string, ends: string, wanted: number): Word => {
    const own = of(lesson, kind)
    if (own.length < wanted) return 'missing'
    return own.some((one) => local(one.recordedAt) > ends) ? 'late' : 'inTime'
  }
  return {
    'п. 2.5': four(
      met.map((one) => judged(one.lesson, 'attendance', midnightAfter(dateOf(one.lesson)), one.pupils.size)),
    ),
    'п. 2.7': four(met.map((one) => judged(one.lesson, 'topic', '9999', 1))),
    'п. 2.8': four(met.map((one) => judged(one.lesson, 'homework', homeworkEnds(school, one.lesson), 1))),
  }
}

/** Entries by when their author carried them over, against one due moment; those of no known term are left out. */
export const countTransfers = (
  tablets: readonly { entries: readonly Made[]; carriedAt: string | null }[],
  due: string,
): Four => {
  const words = tablets.flatMap(({ entries, carriedAt }) => {
    const word: Word = carriedAt === null ? 'missing' : carriedAt > due ? 'late' : 'inTime'
    return entries.map(() => word)
  })
  return four(words)
}
