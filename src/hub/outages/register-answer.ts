// The register as the administration reads it: each outage with its events, and what is announced (п. 3.1).
import type { PlannedOutage, RegisterAnswer, RegisterEvent } from '../../contract/outage-schema.ts'
import type { OutageEvent } from '../../domain/register/outage-event.ts'
import type { School } from '../../domain/school.ts'
import { namesOf, shortName } from '../board/names.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'
import { readAnnounced } from './announced.ts'
import { eventsOf } from './follow.ts'
import { readRegister } from './register.ts'

const textOf = (event: OutageEvent): string => {
  if (event.kind === 'confirmed' || event.kind === 'returnConfirmed') return event.reason
  if (event.kind === 'opened') return [event.reason, event.probe?.evidence].filter(Boolean).join('; ')
  return event.kind === 'closed' ? '' : (event.probe?.evidence ?? '')
}

/** What was planned and isn't over yet, the soonest first. */
const plannedOutages = async (db: Database, names: Names, now: string): Promise<PlannedOutage[]> =>
  (await readAnnounced(db, now)).map((one) => ({ ...one, name: names.person(one.who) }))

type Names = ReturnType<typeof namesOf>

const reportEvent = (names: Names, event: OutageEvent): RegisterEvent => ({
  ...{ at: event.at, who: event.who, name: names.person(event.who), kind: event.kind, text: textOf(event) },
  ...(event.kind === 'returnConfirmed' ? { restoredAt: event.restoredAt } : {}),
})

/** How many outages the register shows with their events. */
const shown = 50

export const readRegisterAnswer = (db: Database, school: School, now: string): Promise<RegisterAnswer> =>
  db.transaction().execute(async (trx) => {
    const { incarnation } = await readRevision(trx)
    const names = namesOf(school)
    const register = (await readRegister(trx, school, now)).slice(0, shown)
    const outages: RegisterAnswer['outages'] = []
    for (const outage of register) {
      const events = await eventsOf(trx, outage.no)
      const [opening] = events
      outages.push({
        outage,
        byHand: opening?.kind === 'opened' && opening.probe === null,
        events: events.map((event) => reportEvent(names, event)),
      })
    }
    const buildings = new Set(school.classes.flatMap((one) => one.building ?? []))
    return {
      ...{ serverTime: now, incarnation, outages, planned: await plannedOutages(trx, names, now) },
      buildings: [...buildings].sort(),
      teachers: school.staff.map((one) => ({ id: one.id, name: shortName(one) })),
      zone: school.zone,
    }
  })
