// Checks that time is used once: no two lessons in one place, no end before a beginning, no pupil in two classes.
import { notationFaults } from '../../domain/notation/notation-faults.ts'
import { defaultSettings, isChoice, isText, settingChoices, settingLimits } from '../../domain/settings.ts'
import { weekdayOf } from '../../domain/time.ts'
import type { ListName, Lists, Row } from './columns.ts'
import type { Fault } from './read-lists.ts'
import { date as readDate } from './readers.ts'

interface Numbered {
  row: number
}

const order = <R extends Numbered>(
  list: ListName,
  column: string,
  rows: readonly R[],
  span: (row: R) => readonly [string | null, string | null],
): Fault[] =>
  rows.flatMap((row): Fault[] => {
    const [from, to] = span(row)
    if (from === null || to === null || from <= to) return []
    return [{ list, row: row.row, column, problem: 'order', value: to }]
  })

const bellOrder = (list: 'bells' | 'short-bells', rows: readonly BellRow[]) =>
  rows.flatMap((row): Fault[] =>
    row.begins < row.ends ? [] : [{ list, row: row.row, column: 'ends', problem: 'order', value: row.ends }],
  )

/** Rows of one key whose days meet; `to` null goes on. */
const overlaps = <R extends Numbered & { from: string; to: string | null }>(
  list: ListName,
  rows: readonly R[],
  meet: (a: R, b: R) => boolean,
  nameOf: (row: R) => string,
): Fault[] =>
  rows.flatMap((row, at): Fault[] => {
    const other = rows
      .slice(0, at)
      .find((one) => meet(one, row) && one.from <= (row.to ?? '9999') && row.from <= (one.to ?? '9999'))
    return other ? [{ list, row: row.row, column: 'from', problem: 'overlap', value: nameOf(other) }] : []
  })

const sameParallels = (a: Row<'terms'>, b: Row<'terms'>): boolean =>
  a.parallels === null || b.parallels === null || a.parallels.some((one) => b.parallels?.includes(one))

type BellRow = Row<'bells'> | Row<'short-bells'>

/** «1.3.» is the third bell of the first shift; with a weekday after it, of that weekday. */
export const bellPlace = (row: BellRow): string =>
  `${row.shift}.${row.period}.${('weekday' in row && row.weekday) || ''}`

/** One bell of a place rings on a day. */
const bellDays = (list: 'bells' | 'short-bells', rows: readonly BellRow[]): Fault[] => [
  ...order(list, 'to', rows, (row) => [row.from, row.to]),
  ...overlaps(
    list,
    rows.map((row) => ({ ...row, from: row.from ?? '' })),
    (a, b) => a.from !== b.from && bellPlace(a) === bellPlace(b),
    (row) => `${row.period}`,
  ),
]

/** Who and what a weekly lesson takes: its teacher, and its class whole or by a group. */
const takenBy = (lists: Lists) => {
  const assignments = new Map(lists.assignments.map((row) => [row.id, row]))
  const groups = new Map(lists.groups.map((row) => [row.id, row.classes]))
  const shifts = new Map(lists.classes.map((row) => [row.id, row.shift]))
  return (slot: Row<'timetable'>) => {
    const assignment = assignments.get(slot.assignment)
    if (!assignment) return null
    const whole = assignment.targetKind === 'class'
    const classes = whole ? [assignment.target] : (groups.get(assignment.target) ?? [])
    const time = `${shifts.get(classes[0] ?? '') ?? 1} ${slot.weekday} ${slot.period}`
    const days = { from: slot.from, to: slot.to }
    return { time, days, teacher: assignment.teacher, target: assignment.target, whole, classes }
  }
}
type Taken = NonNullable<ReturnType<ReturnType<typeof takenBy>>>

/** Groups of one class may sit at the same hour; a whole class, a group or a teacher only once. */
const clash = (a: Taken, b: Taken): boolean =>
  (a.days.from ?? '') <= (b.days.to ?? '9999') &&
  (b.days.from ?? '') <= (a.days.to ?? '9999') &&
  (a.teacher === b.teacher ||
    a.target === b.target ||
    ((a.whole || b.whole) && a.classes.some((id) => b.classes.includes(id))))

const placesTwice = (lists: Lists): Fault[] => {
  const takes = takenBy(lists)
  const byTime = new Map<string, { id: string; taken: Taken }[]>()
  return lists.timetable.flatMap((slot): Fault[] => {
    const taken = takes(slot)
    if (!taken) return []
    const beside = byTime.get(taken.time) ?? []
    const other = beside.find((one) => clash(one.taken, taken))
    byTime.set(taken.time, [...beside, { id: slot.id, taken }])
    if (!other) return []
    return [{ list: 'timetable', row: slot.row, column: 'period', problem: 'taken', value: other.id }]
  })
}

/** A lesson is named by a slot and a date on which that slot stands. */
const lessonDates = (list: 'substitutions' | 'changes', lists: Lists): Fault[] => {
  const slots = new Map(lists.timetable.map((slot) => [slot.id, slot]))
  return lists[list].flatMap((row): Fault[] => {
    const [id = '', date = ''] = row.lesson.split('@')
    const slot = slots.get(id)
    if (slot === undefined) return []
    const read = readDate(date)
    const stands = (slot.from ?? '') <= date && date <= (slot.to ?? '9999')
    if (read.ok && read.value === date && weekdayOf(date) === slot.weekday && stands) return []
    return [{ list, row: row.row, column: 'lesson', problem: 'notDate', value: date }]
  })
}

const settingValues = (rows: Lists['settings']): Fault[] =>
  rows.flatMap(({ row, name, value }): Fault[] => {
    const at = { list: 'settings', row, column: 'value', value } as const
    if (isChoice(name)) {
      const allowed: string[] = [...settingChoices[name]]
      return allowed.includes(value) ? [] : [{ ...at, problem: 'notOneOf', allowed }]
    }
    if (isText(name)) return []
    const [from, to] = settingLimits[name]
    if (!/^\d{1,6}$/.test(value)) return [{ ...at, problem: 'notNumber' }]
    return Number(value) >= from && Number(value) <= to ? [] : [{ ...at, problem: 'outOfRange', from, to }]
  })

/** How the school writes is checked as a whole, with the defaults that no row changes. */
const notationRows = (rows: Lists['settings']): Fault[] => {
  const given = Object.fromEntries(rows.flatMap(({ name, value }) => (isText(name) ? [[name, value]] : [])))
  return notationFaults({ ...defaultSettings, ...given }).map(({ name, problem, value }) => {
    const row = rows.find((one) => one.name === name)?.row ?? 0
    return { list: 'settings', row, column: 'value', problem, value }
  })
}

export const checkPlaces = (lists: Lists): Fault[] => [
  ...order('terms', 'to', lists.terms, (row) => [row.from, row.to]),
  ...overlaps('terms', lists.terms, sameParallels, (row) => row.id),
  ...order('pupils', 'to', lists.pupils, (row) => [row.from, row.to]),
  ...overlaps(
    'pupils',
    lists.pupils,
    (a, b) => a.id === b.id,
    (row) => row.schoolClass,
  ),
  ...order('days', 'to', lists.days, (row) => [row.from, row.to]),
  ...order('statuses', 'to', lists.statuses, (row) => [row.from, row.to]),
  ...order('timetable', 'to', lists.timetable, (row) => [row.from, row.to]),
  ...order('group-members', 'to', lists['group-members'], (row) => [row.from, row.to]),
  ...bellOrder('bells', lists.bells),
  ...bellOrder('short-bells', lists['short-bells']),
  ...bellDays('bells', lists.bells),
  ...bellDays('short-bells', lists['short-bells']),
  ...placesTwice(lists),
  ...lessonDates('substitutions', lists),
  ...lessonDates('changes', lists),
  ...settingValues(lists.settings),
  ...notationRows(lists.settings),
]
