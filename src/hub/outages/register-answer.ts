// The register as the administration reads it: each outage with its events, and what is announced (п. 3.1).
import type {
  PlannedOutage,
  RegisterAnswer,
  RegisterEvent,
  WithdrawnOutage,
} from '../../contract/outage-schema.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { isProven } from '../../domain/findings/explained.ts'
import type { Probe } from '../../domain/outage.ts'
import { lessonsMet } from '../../domain/register/met-lessons.ts'
import type { OutageEvent } from '../../domain/register/outage-event.ts'
import type { School } from '../../domain/school.ts'
import { namesOf, shortName } from '../board/names.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { readAnnounced, readWithdrawn } from './announced.ts'
import { eventsOf } from './follow.ts'
import { readRegister } from './register.ts'

/** A probe of before its steps were kept has one line of its own. */
const lineOf = (probe: Probe | null): string => (probe === null || probe.seen ? '' : probe.evidence)

const textOf = (event: OutageEvent): string => {
  if (event.kind === 'confirmed' || event.kind === 'returnConfirmed') return event.reason
  if (event.kind === 'opened') return [event.reason, lineOf(event.probe)].filter(Boolean).join('; ')
  return event.kind === 'closed' ? '' : lineOf(event.probe)
}

/** What was planned and isn't over yet, the soonest first. */
const plannedOutages = async (db: Database, names: Names, now: string): Promise<PlannedOutage[]> =>
  (await readAnnounced(db, now)).map((one) => ({ ...one, name: names.person(one.who) }))

const withdrawnOutages = async (db: Database, names: Names, now: string): Promise<WithdrawnOutage[]> =>
  (await readWithdrawn(db, now)).map(({ withdrawn: { who, ...said }, ...one }) => ({
    ...{ ...one, name: names.person(one.who), withdrawn: { ...said, name: names.person(who) } },
  }))

/** By day and class or group: in the order of the day's first lesson of each. */
const linkedLessons = (school: School, names: Names, outage: OutageReport, now: string) => {
  const met = lessonsMet(school, outage, now)
  const rows = new Map<string, { date: string; target: string; periods: number[] }>()
  for (const { date, target, period } of met) {
    const key = `${date} ${target.kind} ${target.id}`
    const row = rows.get(key) ?? { date, target: names.target(target), periods: [] }
    rows.set(key, { ...row, periods: [...row.periods, period] })
  }
  return { count: met.length, rows: [...rows.values()] }
}

type Names = ReturnType<typeof namesOf>

const reportEvent = (names: Names, event: OutageEvent): RegisterEvent => ({
  ...{ at: event.at, who: event.who, name: names.person(event.who), kind: event.kind, text: textOf(event) },
  ...(event.kind === 'returnConfirmed' ? { restoredAt: event.restoredAt } : {}),
  ...('probe' in event && event.probe?.seen ? { seen: event.probe.seen } : {}),
})

/** How many it shows with their events of either sort: those that intake opens for one person crowd out no other. */
const shown = 50

const newest = (register: readonly OutageReport[]): OutageReport[] => {
  const proven = register.filter(isProven).slice(0, shown)
  const others = register.filter((one) => !isProven(one)).slice(0, shown)
  return [...proven, ...others].sort((a, b) => b.no - a.no)
}

export const readRegisterAnswer = (db: Database, school: School, now: string): Promise<RegisterAnswer> =>
  db.transaction().execute(async (trx) => {
    const { incarnation } = await readRevision(trx)
    const names = namesOf(school)
    const register = newest(await readRegister(trx, school, now))
    const outages: RegisterAnswer['outages'] = []
    for (const outage of register) {
      const events = await eventsOf(trx, outage.no)
      const [opening] = events
      outages.push({
        outage,
        byHand: opening?.kind === 'opened' && opening.probe === null,
        events: events.map((event) => reportEvent(names, event)),
        lessons: linkedLessons(school, names, outage, now),
      })
    }
    const buildings = new Set(school.classes.flatMap((one) => one.building ?? []))
    return {
      ...{ serverTime: now, incarnation, outages, planned: await plannedOutages(trx, names, now) },
      withdrawn: await withdrawnOutages(trx, names, now),
      buildings: [...buildings].sort(),
      teachers: school.staff.map((one) => ({ id: one.id, name: shortName(one) })),
      zone: school.zone,
    }
  })
