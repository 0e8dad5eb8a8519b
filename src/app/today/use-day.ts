// What this tablet knows of a day's lessons, redrawn from IndexedDB; and what the person still owes.
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { movedOnFrom } from '../../domain/calendar/lesson-change.ts'
import { type CellKey, lessonOf } from '../../domain/cell.ts'
import { dutiesOf, lessonsOwing, type OpenDuty } from '../../domain/findings/duty.ts'
import type { Finding } from '../../domain/findings/finding.ts'
import { lintLesson, lintMovedOn } from '../../domain/findings/lint-lesson.ts'
import { type Reminder, remindersOf } from '../../domain/findings/reminder.ts'
import { type Lesson, lessonsOn } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { dateAt, type Instant, type SchoolDate } from '../../domain/time.ts'
import { type CellView, readCellsOf } from '../../store/cell-view.ts'
import { readLintFacts } from '../../store/reading/lint-facts.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'
import { useTables } from '../runtime/use-tables.ts'
import { type Day, dayOf } from './day.ts'
import { type LessonSummary, summarize } from './day-summary.ts'

const noReminders: Reminder[] = []

const byLesson = (cells: ReadonlyMap<CellKey, CellView>): Map<string, Map<CellKey, CellView>> => {
  const found = new Map<string, Map<CellKey, CellView>>()
  for (const [key, view] of cells) {
    const id = lessonOf(view.cell) ?? ''
    found.set(id, (found.get(id) ?? new Map()).set(key, view))
  }
  return found
}

/** A day with all that its rows say. */
export interface ReadDay extends Day {
  date: SchoolDate
  summaries: ReadonlyMap<string, LessonSummary>
  /** What the linter says of each own lesson (п. 2.5–2.8): late, missing, against the plan, of a day before its move. */
  findings: ReadonlyMap<string, readonly Finding[]>
}

/** Undefined until it has been read; where another date is asked for, the one before until that has been read. */
export const useReadDay = (
  person: string,
  school: School,
  date: SchoolDate,
  now: Instant,
): ReadDay | undefined => {
  const { db } = useRuntime()
  const log = useLog(person)
  const read = useLiveQuery(async () => {
    const day = dayOf(school, person, date)
    const lessons = [...day.own, ...day.ofClass]
    const ids = lessons.map((one) => one.id)
    const cells = byLesson(await readCellsOf(db, ids, log))
    const movedOn = movedOnFrom(school, date).filter((one) => one.teacher === person)
    const facts = await readLintFacts(db, school, [...day.own, ...movedOn], log)
    const outages = await db.outage.toArray()
    const summaries = new Map(
      lessons.map((one) => [one.id, summarize(school, one, cells.get(one.id) ?? new Map())]),
    )
    return { ...day, movedOn, date, school, summaries, facts: { ...facts, outages } }
  }, [db, school, person, date])
  return useMemo(() => {
    if (!read) return undefined
    const lint = (one: Lesson): Finding[] => lintLesson(read.school, one, { ...read.facts, now })
    const lintOn = (one: Lesson): Finding[] => lintMovedOn(read.school, one, read.facts.recorded)
    const findings = new Map([
      ...read.own.map((one) => [one.id, lint(one)] as const),
      ...read.movedOn.map((one) => [one.id, lintOn(one)] as const),
    ])
    return { ...read, findings }
  }, [read, now])
}

/** Open duties of the last two weeks, by time (п. 2.5–2.9). Undefined until they have been read. */
export const useDuties = (person: string, school: School, now: Instant): OpenDuty[] | undefined => {
  const { db } = useRuntime()
  const log = useLog(person)
  const today = dateAt(now, school.zone)
  const cells = useLiveQuery(async () => {
    const lessons = lessonsOwing(school, person, today).map((one) => one.id)
    return readCellsOf(db, [...lessons, ''], log)
  }, [db, school, person, today])
  const outages = useLiveQuery(() => db.outage.toArray(), [db])
  return useMemo(
    () => (cells && outages ? dutiesOf(school, person, now, cells, outages) : undefined),
    [school, person, now, cells, outages],
  )
}

/** Own lessons of today that end or have ended with nobody marked in them: looked up when `now` moves on, not with each key. */
export const useReminders = (person: string, school: School, now: Instant): Reminder[] => {
  const { db } = useRuntime()
  const log = useLog(person)
  const today = dateAt(now, school.zone)
  const found = useTables(
    async () => {
      const lessons = lessonsOn(school, today).filter((one) => one.teacher === person)
      const ids = lessons.map((one) => one.id)
      const own = byLesson(await readCellsOf(db, ids, log))
      const isMarked = (one: Lesson): boolean => summarize(school, one, own.get(one.id) ?? new Map()).marked
      return remindersOf(lessons, new Set(lessons.filter(isMarked).map((one) => one.id)), now)
    },
    [],
    [school, person, now],
  )
  return found ?? noReminders
}
