// A row a teacher: what waits and until when, the strip of lessons, and what the tablets last said.
import type { BoardAnswer, TeacherRow } from '../../contract/board-schema.ts'
import type { DeviceReport } from '../../contract/protocol.ts'
import { type BacklogGroup, backlogBy, byUrgency, emptyRow } from '../../domain/backlog.ts'
import { isSilent, quietSince } from '../../domain/control/silence.ts'
import type { School } from '../../domain/school.ts'
import { type Instant, type SchoolDate, toMs } from '../../domain/time.ts'
import type { Database } from '../database/tables.ts'
import type { SignedLesson } from './lesson-strips.ts'
import { alphabet, type Names } from './names.ts'

export type Devices = BoardAnswer['devices']

/** A week: by then the other tablet has been found. */
const forkShownMs = 7 * 86_400_000

/** What each tablet said last; one that was declared lost and has not spoken since says nothing any more. */
export const readDevices = async (db: Database, names: Names, now: Instant): Promise<Devices> => {
  const rows = await db
    .selectFrom('device_report')
    .selectAll()
    .where('lost_at', 'is', null)
    .orderBy('seen_at')
    .execute()
  return rows.map((row) => {
    const { oldestUnsentAt, incident, gaps = [] } = JSON.parse(row.report) as DeviceReport
    const forked = row.forked_at
    const isShown = forked !== null && toMs(now) - toMs(forked) < forkShownMs
    return {
      ...{ person: row.person, name: names.person(row.person), device: row.device, unsent: row.unsent },
      ...{ oldestUnsentAt, incident: incident ?? null, gaps, seenAt: row.seen_at },
      ...(isShown && { forked }),
    }
  })
}

const least = (moments: readonly (string | null)[]): string | null =>
  moments.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null)

/**
 * Silent first, then least time, then most waiting, then by name; only of whom something is expected, waits or is not sent. Lessons
 * of `days` are told one by one, of the days before them those without an entry.
 */
export const teacherRows = (
  school: School,
  names: Names,
  groups: readonly BacklogGroup[],
  { lessons, days }: { lessons: readonly SignedLesson[]; days: readonly SchoolDate[] },
  devices: Devices,
  now: string,
): TeacherRow[] => {
  const backlog = new Map(backlogBy(groups, 'author').map((row) => [row.key, row]))
  const expecting = lessons.filter((one) => one.expected).map((one) => one.lesson.teacher)
  const unsent = devices.filter((one) => one.unsent > 0).map((one) => one.person)
  const people = new Set([...backlog.keys(), ...expecting, ...unsent])
  const rows = [...people].map((person): TeacherRow => {
    const own = lessons.filter((one) => one.lesson.teacher === person)
    const missing = own.filter((one) => one.sign === 'missing').map((one) => one.lesson)
    const tablets = devices.filter((one) => one.person === person)
    const seenAt = tablets.at(-1)?.seenAt ?? null
    const onTablet = tablets.reduce((sum, one) => sum + one.unsent, 0)
    const subjects = new Set(
      school.assignments.filter((one) => one.teacher === person).map((one) => names.subject(one.subject)),
    )
    return {
      ...(backlog.get(person) ?? emptyRow(person)),
      terms: [...(backlog.get(person)?.terms ?? [])],
      ...{ name: names.person(person), subjects: [...subjects], onTablet, seenAt },
      oldestUnsentAt: least(tablets.filter((one) => one.unsent > 0).map((one) => one.oldestUnsentAt)),
      ...{ silent: isSilent(missing, tablets, now), quietSince: quietSince(tablets, now) },
      expected: own.filter((one) => one.expected && one.lesson.ends <= now).length,
      missing: missing.length,
      lessons: own.flatMap(({ lesson: { id, date, period }, sign }) =>
        sign !== null && (sign === 'missing' || days.includes(date)) ? [{ id, date, period, sign }] : [],
      ),
    }
  })
  return rows.sort(
    (a, b) => Number(b.silent) - Number(a.silent) || byUrgency(a, b) || alphabet.compare(a.name, b.name),
  )
}
