// The deputy's board: what is not yet transferred, by whom, how long is left (п. 3.2), and what disagrees.
import type { BoardAnswer, BoardRow } from '../../contract/board-schema.ts'
import { type BacklogGroup, backlogBy, byUrgency } from '../../domain/backlog.ts'
import { dueStatus } from '../../domain/calendar/transfer-due.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { outageDays, stripDays } from '../../domain/control/strip-days.ts'
import { termWeekAlerts } from '../../domain/deadline/term-mark-window.ts'
import { isBacklog } from '../../domain/entry-state.ts'
import { isProven } from '../../domain/findings/explained.ts'
import type { Probe } from '../../domain/outage.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { dateAt, toMs } from '../../domain/time.ts'
import { lastLife, olderThanTablets } from '../database/life.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { readOpenIncidents } from '../losses/incidents.ts'
import { readAbsent } from './absent-today.ts'
import { readLeftOut } from './left-out.ts'
import { placeOf, readLessons, type SignedLesson } from './lesson-strips.ts'
import { alphabet, type Names, namesOf } from './names.ts'
import { countTermMarks, readOpenBacklog } from './open-backlog.ts'
import { readConflicts } from './open-conflicts.ts'
import { readStuck } from './stuck-entries.ts'
import { type Devices, readDevices, teacherRows } from './teacher-rows.ts'

const sumOf = (some: readonly BacklogGroup[]): number => some.reduce((sum, group) => sum + group.count, 0)

const oldest = (moments: readonly (string | null)[]): string | null =>
  moments.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null)

const placesOf = (groups: readonly BacklogGroup[], devices: Devices): BoardAnswer['places'] => {
  const at = (some: readonly BacklogGroup[]) => ({
    count: sumOf(some),
    oldest: oldest(some.map((one) => one.oldest)),
  })
  const unsent = devices.filter((one) => one.unsent > 0)
  return {
    tablets: {
      count: unsent.reduce((sum, one) => sum + one.unsent, 0),
      oldest: oldest(unsent.map((one) => one.oldestUnsentAt)),
    },
    hub: at(groups.filter((one) => isBacklog(one.state))),
    ais: at(groups.filter((one) => one.state === 'transferred')),
  }
}

/** In the order of time, and of one hour as the classes go. */
const unmarkedOf = (names: Names, lessons: readonly SignedLesson[], now: string): BoardAnswer['unmarked'] => {
  const open = lessons.filter((one) => one.expected && one.lesson.begins <= now && one.filled < one.pupils)
  const order = ({ lesson }: SignedLesson): string => `${lesson.begins} ${names.target(lesson.target)}`
  return open
    .sort((a, b) => alphabet.compare(order(a), order(b)))
    .map(({ lesson, filled, pupils }) => ({
      ...{ id: lesson.id, place: placeOf(names, lesson), goesOn: now < lesson.ends, filled, pupils },
    }))
}

const substitutionsOf = (names: Names, lessons: readonly SignedLesson[], date: string) =>
  lessons.flatMap(({ lesson }) =>
    lesson.insteadOf === null || lesson.date !== date
      ? []
      : [{ id: lesson.id, place: placeOf(names, lesson), insteadOf: names.person(lesson.insteadOf) }],
  )

/** A week: by then whoever was away has spoken again. */
const restoredShownMs = 7 * 86_400_000

const readRestored = async (db: Database, now: string): Promise<BoardAnswer['restored'] | null> => {
  const life = await lastLife(db)
  if (life === null || toMs(now) - toMs(life.at) > restoredShownMs) return null
  return { at: life.at, noticed: life.source === olderThanTablets }
}

const isWide = (one: OutageReport): boolean => one.scope.kind !== 'teacher'

/** How many outages are shown: the current ones first, and of them those that met many. */
const mostOutages = 20

export const readBoard = async (
  db: Database,
  school: School,
  reader: PersonId,
  said: { now: string; ais: Probe | null },
): Promise<BoardAnswer> => {
  const { now, ais } = said
  const names = namesOf(school)
  const restored = await readRestored(db, now)
  const { incarnation } = await readRevision(db)
  const { groups, current, register } = await readOpenBacklog(db, school, now)
  const expecting = current.filter(isProven)
  const allDays = outageDays(school, expecting, now)
  const days = stripDays(allDays)
  const today = days.at(-1) ?? dateAt(now, school.zone)
  const lessons = await readLessons(db, school, { days: allDays, shown: days }, expecting, now)
  const devices = await readDevices(db, names, now)
  const termMarks = await countTermMarks(db)
  const conflicts = await readConflicts(db, school, names, reader)
  const classes = backlogBy(groups, 'schoolClass')
    .map((row): BoardRow => ({ ...row, terms: [...row.terms], name: names.schoolClass(row.key) }))
    .sort((a, b) => byUrgency(a, b) || alphabet.compare(a.name, b.name))
  const dues = current.flatMap((one) => one.due ?? [])
  const others = register.filter((one) => !current.includes(one))
  const ofDay = (date: string) => lessons.filter((one) => one.lesson.date === date)
  return {
    ...{ serverTime: now, incarnation, workWeek: school.workWeek, zone: school.zone, ais },
    ...(school.workYears && { workYears: school.workYears }),
    ...(restored && { restored }),
    calendar: dueStatus(dues.length > 0 ? dues : [now], school),
    alerts: termWeekAlerts(school, current, now),
    outages: [...current.filter(isWide), ...current.filter((one) => !isWide(one)), ...others].slice(
      0,
      mostOutages,
    ),
    totals: {
      recorded: sumOf(groups),
      waiting: sumOf(groups.filter((group) => isBacklog(group.state))),
      conflicts: conflicts.length,
      verified: sumOf(groups.filter((group) => group.state === 'verified')),
      ...(termMarks > 0 && { termMarks }),
    },
    places: placesOf(groups, devices),
    days: days.map((date) => ({
      date,
      periods: Math.max(0, ...ofDay(date).map((one) => one.lesson.period)),
    })),
    teachers: teacherRows(school, names, groups, { lessons, days }, devices, now),
    ...{ classes, devices, conflicts },
    unmarked: unmarkedOf(names, lessons, now),
    stuck: await readStuck(
      db,
      school,
      names,
      current.map((one) => one.no),
    ),
    incidents: await readOpenIncidents(db, names),
    leftOut: await readLeftOut(db, school, names, now),
    substitutions: substitutionsOf(names, lessons, today),
    absent: await readAbsent(db, school, names, today),
  }
}
