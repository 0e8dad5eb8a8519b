// The deputy's board: what is not yet transferred, by whom, how long is left (п. 3.2), and what disagrees.
import type { BoardAnswer, BoardRow, DeviceReport } from '../../contract/protocol.ts'
import { type BacklogGroup, backlogBy } from '../../domain/backlog.ts'
import { calendarOf } from '../../domain/calendar/work-calendar.ts'
import { yearStatus } from '../../domain/calendar/working-day.ts'
import { type Cell, lessonOf, pupilOf } from '../../domain/cell.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { isBacklog } from '../../domain/entry-state.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { Probe } from '../../domain/outage.ts'
import type { School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import { reportCells } from '../cells/report.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { readRegister } from '../outages/register.ts'
import { aisAuthor } from '../transfer/ais-author.ts'
import { namesOf } from './names.ts'

const readGroups = async (db: Database, register: readonly OutageReport[]): Promise<BacklogGroup[]> => {
  const rows = await db
    .selectFrom('entry')
    .leftJoin('outage', 'outage.no', 'entry.outage')
    .select(({ fn }) => [
      'entry.person',
      'entry.school_class',
      'entry.state',
      'entry.outage',
      fn.countAll<number | string>().as('count'),
      fn.min('entry.recorded_at').as('oldest'),
    ])
    .where('entry.person', '!=', aisAuthor)
    .groupBy(['entry.person', 'entry.school_class', 'entry.state', 'entry.outage'])
    .execute()
  const reports = new Map(register.map((one) => [one.no, one]))
  return rows.map((row) => {
    const outage = row.outage === null ? undefined : reports.get(row.outage)
    return {
      author: row.person,
      schoolClass: row.school_class,
      state: row.state,
      due: outage?.due ?? null,
      strict: outage?.strict ?? null,
      count: Number(row.count),
      oldest: row.oldest,
    }
  })
}

const readDevices = async (db: Database, nameOf: (id: string) => string): Promise<BoardAnswer['devices']> => {
  const rows = await db.selectFrom('device_report').selectAll().orderBy('seen_at').execute()
  return rows.map((row) => {
    const { oldestUnsentAt, incident } = JSON.parse(row.report) as DeviceReport
    return {
      ...{ person: row.person, name: nameOf(row.person), device: row.device, unsent: row.unsent },
      ...{ oldestUnsentAt, incident: incident ?? null, seenAt: row.seen_at },
    }
  })
}

const readConflicts = async (db: Database, school: School): Promise<BoardAnswer['conflicts']> => {
  const names = namesOf(school)
  const rows = await db
    .selectFrom('cell')
    .selectAll()
    .where('conflict_opened_at', 'is not', null)
    .orderBy('conflict_opened_at')
    .execute()
  const reports = await reportCells(db, rows)
  return rows.flatMap((row, at) => {
    const cell = JSON.parse(row.cell) as Cell
    const report = reports[at]
    if (!report || row.conflict_opened_at === null) return []
    const id = lessonOf(cell)
    const lesson = id === null ? null : lessonById(school, id)
    const pupil = pupilOf(cell)
    return [
      {
        cell: report,
        lesson: lesson && {
          date: lesson.date,
          period: lesson.period,
          target: names.target(lesson.target),
          subject: names.subject(lesson.subject),
          teacher: names.person(lesson.teacher),
        },
        pupil: pupil === null ? null : names.pupil(pupil),
        openedAt: row.conflict_opened_at,
      },
    ]
  })
}

export const readBoard = async (
  db: Database,
  school: School,
  said: { now: string; ais: Probe | null },
): Promise<BoardAnswer> => {
  const names = namesOf(school)
  const { incarnation } = await readRevision(db)
  const register = await readRegister(db, school, said.now)
  const groups = await readGroups(db, register)
  const sumOf = (some: readonly BacklogGroup[]) => some.reduce((sum, group) => sum + group.count, 0)
  const conflicts = await readConflicts(db, school)
  const named = (nameOf: (id: string) => string, by: 'author' | 'schoolClass'): BoardRow[] =>
    backlogBy(groups, by).map((row) => ({ ...row, name: nameOf(row.key) }))
  return {
    serverTime: said.now,
    incarnation,
    workWeek: school.workWeek,
    zone: school.zone,
    calendar: yearStatus(Number(dateAt(said.now, school.zone).slice(0, 4)), calendarOf(school)),
    ais: said.ais,
    outages: register.slice(0, 20),
    totals: {
      recorded: sumOf(groups),
      waiting: sumOf(groups.filter((group) => isBacklog(group.state))),
      conflicts: conflicts.length,
      verified: sumOf(groups.filter((group) => group.state === 'verified')),
    },
    teachers: named(names.person, 'author'),
    classes: named(names.schoolClass, 'schoolClass'),
    devices: await readDevices(db, names.person),
    conflicts,
  }
}
