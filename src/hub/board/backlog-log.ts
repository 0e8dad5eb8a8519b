// Notes how large the backlog of each open outage is, at most once a minute and only when it has changed.
import type { BacklogHistory } from '../../contract/board-schema.ts'
import { type BacklogPoint, backlogSteps, thinned } from '../../domain/control/backlog-steps.ts'
import { type EntryState, isBacklog } from '../../domain/entry-state.ts'
import type { School } from '../../domain/school.ts'
import type { CurrentSchool } from '../database/current-school.ts'
import { inChunks } from '../database/in-chunks.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import type { Doorbell } from '../doorbell.ts'
import { aisAuthor } from '../transfer/ais-author.ts'
import { readOpenBacklog } from './open-backlog.ts'

/** Bells come in bursts; a chart of days needs no finer points. */
const everyMs = 60_000

export interface BacklogLogPorts {
  db: Database
  school: CurrentSchool
  doorbell: Doorbell
  now(): string
  setTimer(fn: () => void, afterMs: number): () => void
  report(error: unknown): void
}

const count = async (db: Database, outages: readonly number[], at: string): Promise<BacklogPoint[]> => {
  const rows = await inChunks(outages, (some) =>
    db
      .selectFrom('entry')
      .select((eb) => ['outage', 'state', eb.fn.countAll<number | string>().as('count')])
      .where('outage', 'in', some)
      .where('person', '!=', aisAuthor)
      .groupBy(['outage', 'state'])
      .execute(),
  )
  return outages.map((outage) => {
    const own = rows.filter((row) => row.outage === outage)
    const of = (fits: (state: EntryState) => boolean) =>
      own.filter((row) => fits(row.state)).reduce((sum, row) => sum + Number(row.count), 0)
    return {
      ...{ outage, at, recorded: of(() => true), waiting: of(isBacklog) },
      carried: of((state) => state === 'transferred'),
      verified: of((state) => state === 'verified'),
    }
  })
}

const lastPoint = (db: Database, outage: number) =>
  db
    .selectFrom('backlog_point')
    .selectAll()
    .where('outage', '=', outage)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

const same = (a: BacklogPoint, b: BacklogPoint | undefined): boolean =>
  b !== undefined &&
  a.recorded === b.recorded &&
  a.carried === b.carried &&
  a.verified === b.verified &&
  a.waiting === b.waiting

const notePoints = async (db: Database, school: School, at: string): Promise<void> => {
  const { current } = await readOpenBacklog(db, school, at)
  const points = await count(
    db,
    current.map((one) => one.no),
    at,
  )
  for (const point of points) {
    if (same(point, await lastPoint(db, point.outage))) continue
    await db
      .insertInto('backlog_point')
      .values(point)
      .onConflict((oc) => oc.columns(['outage', 'at']).doUpdateSet({ ...point }))
      .execute()
  }
}

export const createBacklogLog = (ports: BacklogLogPorts) => {
  const { db, school, now } = ports
  let cancel: (() => void) | null = null
  let under: Promise<void> = Promise.resolve()
  /** Notes what has changed since the last points. One at a time. */
  const note = (): Promise<void> => {
    under = under.then(async () => {
      const lists = await school()
      if (lists) await notePoints(db, lists, now())
    })
    under = under.catch(ports.report)
    return under
  }
  const later = (): void => {
    cancel ??= ports.setTimer(() => {
      cancel = null
      void note()
    }, everyMs)
  }
  const deafen = ports.doorbell.listen(later)
  return {
    note,
    /** Resolves when what is under way has ended. */
    stop: async (): Promise<void> => {
      deafen()
      cancel?.()
      await under
    },
  }
}

/** More points than a chart of this size can show. */
const mostSteps = 400

export const readBacklogHistory = async (
  db: Database,
  school: School,
  now: string,
): Promise<BacklogHistory> => {
  const { incarnation } = await readRevision(db)
  const { current } = await readOpenBacklog(db, school, now)
  const numbers = current.map((one) => one.no)
  const points = await inChunks(numbers, (some) =>
    db.selectFrom('backlog_point').selectAll().where('outage', 'in', some).execute(),
  )
  // The line ends with what is true now, whenever the last point was noted.
  const steps = backlogSteps([...points, ...(await count(db, numbers, now))])
  return {
    ...{ serverTime: now, incarnation, zone: school.zone },
    outages: current.filter((one) => one.scope.kind !== 'teacher'),
    steps: thinned(steps, mostSteps),
  }
}
