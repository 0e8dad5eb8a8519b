// What a deputy is told of silent and lost tablets, and the sheet on which a paper is typed.
import type { LossesAnswer, PaperSheet } from '../../contract/loss-schema.ts'
import type { DeviceReport } from '../../contract/protocol.ts'
import { lessonsOn, pupilsOf } from '../../domain/lesson.ts'
import { type Loss, lossDays, paperLog } from '../../domain/register/loss.ts'
import type { School } from '../../domain/school.ts'
import type { SchoolDate } from '../../domain/time.ts'
import { namesOf } from '../board/names.ts'
import { reportCells } from '../cells/report.ts'
import { inChunks } from '../database/in-chunks.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { readLosses } from './declare-loss.ts'

const readReports = (db: Database) => db.selectFrom('device_report').selectAll().orderBy('seen_at').execute()

const countFromPaper = async (db: Database, losses: readonly Loss[]): Promise<Map<string, number>> => {
  const rows = await inChunks(losses, (part) =>
    db
      .selectFrom('entry')
      .select((eb) => ['device', eb.fn.countAll<number | string>().as('count')])
      .where(
        'device',
        'in',
        part.map((one) => paperLog(one).device),
      )
      .groupBy('device')
      .execute(),
  )
  return new Map(rows.map((row) => [row.device, Number(row.count)]))
}

export const tellLosses = async (db: Database, school: School, now: string): Promise<LossesAnswer> => {
  const names = namesOf(school)
  const { incarnation } = await readRevision(db)
  const reports = await readReports(db)
  const losses = await readLosses(db)
  const counts = await countFromPaper(db, losses)
  return {
    ...{ serverTime: now, incarnation, zone: school.zone },
    devices: reports
      .filter((row) => row.lost_at === null)
      .map((row) => ({
        ...{ device: row.device, person: row.person, name: names.person(row.person), unsent: row.unsent },
        oldestUnsentAt: (JSON.parse(row.report) as DeviceReport).oldestUnsentAt,
        seenAt: row.seen_at,
      })),
    losses: losses.map((loss) => {
      const seen = reports.find((row) => row.device === loss.device && row.person === loss.person)?.seen_at
      return {
        ...{ loss, name: names.person(loss.person), declaredByName: names.person(loss.declaredBy) },
        ...lossDays(loss, school.zone),
        fromPaper: counts.get(paperLog(loss).device) ?? 0,
        returnedAt: seen !== undefined && seen > loss.declaredAt ? seen : null,
      }
    }),
  }
}

/** The author's lessons of a day that the gap may hold. */
export const paperSheet = async (
  db: Database,
  school: School,
  person: string,
  date: SchoolDate,
  now: string,
): Promise<PaperSheet> => {
  const names = namesOf(school)
  const { incarnation } = await readRevision(db)
  const lessons = lessonsOn(school, date).filter((one) => one.teacher === person && one.begins <= now)
  const ids = lessons.map((one) => one.id)
  const rows =
    ids.length === 0 ? [] : await db.selectFrom('cell').selectAll().where('lesson', 'in', ids).execute()
  const cells = await reportCells(db, rows)
  return {
    ...{ serverTime: now, incarnation },
    lessons: lessons.map((lesson) => ({
      ...{ id: lesson.id, period: lesson.period },
      ...{ target: names.target(lesson.target), subject: names.subject(lesson.subject) },
      pupils: [...pupilsOf(school, lesson)].map((id) => ({ id, name: names.pupil(id) })),
      cells: cells.filter((_, at) => rows[at]?.lesson === lesson.id),
    })),
  }
}
