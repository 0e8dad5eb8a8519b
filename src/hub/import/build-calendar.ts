// What a school brings about its days: years of the working calendar, days unlike the week, lessons that changed.
import { ruCalendar } from '../../domain/calendar/work-calendar.ts'
import type { ConfirmedYear, LessonChange, School } from '../../domain/school.ts'
import { weekdayOf } from '../../domain/time.ts'
import type { Lists, Row } from './columns.ts'
import type { Fault } from './read-lists.ts'
import { twice } from './twice.ts'

const yearOf = (date: string): number => Number(date.slice(0, 4))

const isHoliday = (date: string): boolean => ruCalendar.holidays.has(date.slice(5))

/** A transfer takes a weekend or a holiday of its own year to a day that would be worked (ТК РФ ст. 112). */
const checkTransfer = ({ row, date, from }: Row<'calendar'>): Fault[] => {
  const at = { list: 'calendar', row } as const
  if (from === null) return [{ ...at, column: 'from', problem: 'empty' }]
  const isOff = weekdayOf(from) >= 6 || isHoliday(from)
  if (!isOff || yearOf(from) !== yearOf(date))
    return [{ ...at, column: 'from', problem: 'notDayOff', value: from }]
  const isFree = weekdayOf(date) === 7 || isHoliday(date)
  return isFree ? [{ ...at, column: 'date', problem: 'offAlready', value: date }] : []
}

/** A year counts as confirmed by the row that says what it rests on; rows of other years are faults. */
export const checkCalendar = (rows: Lists['calendar']): Fault[] => {
  const confirmed = new Set(rows.filter((row) => row.kind === 'year').map((row) => yearOf(row.date)))
  const days = rows.filter((row) => row.kind !== 'year')
  return [
    ...twice('calendar', 'date', rows, (row) => (row.kind === 'year' ? row.date.slice(0, 4) : `${row.row}`)),
    ...twice('calendar', 'date', days, (row) => row.date),
    ...twice('calendar', 'from', days, (row) => row.from ?? `${row.row}`),
    ...rows.flatMap((row): Fault[] => {
      const at = { list: 'calendar', row: row.row } as const
      if (row.kind === 'year' && row.source === null) return [{ ...at, column: 'source', problem: 'empty' }]
      if (!confirmed.has(yearOf(row.date)))
        return [{ ...at, column: 'date', problem: 'unknown', value: row.date }]
      return row.kind === 'transfer' ? checkTransfer(row) : []
    }),
  ]
}

const buildYears = (rows: Lists['calendar']): ConfirmedYear[] =>
  rows
    .filter((row) => row.kind === 'year')
    .map((head) => {
      const own = rows.filter((row) => yearOf(row.date) === yearOf(head.date))
      const dates = (kind: Row<'calendar'>['kind']) =>
        own.filter((row) => row.kind === kind).map((row) => row.date)
      return {
        year: yearOf(head.date),
        source: head.source ?? '',
        transfers: own.flatMap(({ kind, from, date }) =>
          kind === 'transfer' && from !== null ? [{ from, to: date }] : [],
        ),
        daysOff: dates('dayOff'),
        shortDays: dates('short'),
      }
    })

export const checkChanges = (rows: Lists['changes']): Fault[] =>
  rows.flatMap((row): Fault[] => {
    const at = { list: 'changes', row: row.row, problem: 'empty' } as const
    if (row.kind === 'merged') return row.into === null ? [{ ...at, column: 'into' }] : []
    if (row.kind === 'cancelled') return []
    return [
      ...(row.date === null ? [{ ...at, column: 'date' }] : []),
      ...(row.period === null ? [{ ...at, column: 'period' }] : []),
    ]
  })

const buildChange = ({ kind, lesson, date, period, into }: Row<'changes'>): LessonChange[] => {
  if (kind === 'cancelled') return [{ kind, lesson }]
  if (kind === 'merged') return into === null ? [] : [{ kind, lesson, into }]
  return date === null || period === null ? [] : [{ kind, lesson, date, period }]
}

/** The parts of the school's document that only schools with such lists have. */
export const buildDays = (
  lists: Lists,
): Pick<School, 'days' | 'changes' | 'statuses' | 'workYears' | 'endOfWork'> => {
  const [end] = lists['end-of-work']
  return {
    ...(lists.days.length > 0 && { days: lists.days.map(({ row: _, ...day }) => day) }),
    ...(lists.changes.length > 0 && { changes: lists.changes.flatMap(buildChange) }),
    ...(lists.statuses.length > 0 && { statuses: lists.statuses.map(({ row: _, ...status }) => status) }),
    ...(lists.calendar.length > 0 && { workYears: buildYears(lists.calendar) }),
    ...(end && { endOfWork: { usual: end.usual, shortDay: end.shortDay } }),
  }
}
