// What was recorded, as the linter needs it: the entries of lessons, and of final marks.
import type { Cell } from '../../domain/cell.ts'
import { cellKey } from '../../domain/cell.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Recorded } from '../../domain/findings/finding.ts'
import { type Lesson, lessonById, lessonId, lessonsOn } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { type SchoolDate, weekdayOf } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'

interface EntryText {
  body: string
  received_at: string
}

const readRecorded = ({ body, received_at }: EntryText): Recorded => {
  const { cell, value, saw, log, recordedAt, clock, reason } = JSON.parse(body) as Entry
  return {
    cell,
    value,
    author: log.person,
    saw,
    recordedAt,
    clock,
    receivedAt: received_at,
    reason: reason ?? null,
  }
}

/** What never stood in a cell has no part in it. */
const aside = ['refused', 'held'] as const

/** Held that day, and those of the timetable that were to be held: entries may stand in them. */
export const lessonsToLint = (school: School, date: SchoolDate): Lesson[] => {
  const planned = school.timetable
    .filter((slot) => slot.weekday === weekdayOf(date))
    .flatMap((slot) => lessonById(school, lessonId(slot.id, date)) ?? [])
  const all = [...lessonsOn(school, date), ...planned.filter((one) => one.date === date)]
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

/** Every entry that stands in one of the lessons, with how far it is on its way. */
export const readOfLessons = async (db: Database, lessons: readonly Lesson[]) => {
  const rows = await inChunks(lessons, (some) =>
    db
      .selectFrom('entry')
      .innerJoin('cell', 'cell.key', 'entry.cell_key')
      .select(['cell.lesson', 'entry.body', 'entry.received_at', 'entry.person', 'entry.school_class'])
      .select(['entry.state', 'entry.outage', 'entry.transferred_at'])
      .where(
        'cell.lesson',
        'in',
        some.map((one) => one.id),
      )
      .where('entry.state', 'not in', aside)
      .execute(),
  )
  return rows.map((row) => ({ ...row, recorded: readRecorded(row) }))
}

/** What was recorded in these final marks: the growing rest of them is not read. */
export const readOfTermMarks = async (db: Database, cells: readonly Cell[]): Promise<Recorded[]> => {
  const rows = await inChunks([...new Set(cells.map(cellKey))], (keys) =>
    db
      .selectFrom('entry')
      .select(['body', 'received_at'])
      .where('cell_key', 'in', keys)
      .where('state', 'not in', aside)
      .execute(),
  )
  return rows.map(readRecorded)
}
