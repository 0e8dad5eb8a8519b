// Opens runs: a session comes in, is used for one run in memory, and is forgotten.
import type { AisSession, AisTarget } from '../../connectors/ais-target.ts'
import type { PersonId } from '../../domain/school.ts'
import { writeAudit } from '../audit.ts'
import type { CurrentSchool } from '../database/current-school.ts'
import type { Database } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import type { Doorbell } from '../doorbell.ts'
import { closeTeacherOutages } from '../outages/register.ts'
import { createRun, type RunSums } from './run.ts'
import { createTurns } from './turns.ts'

export interface CarrierPorts {
  db: Database
  target: AisTarget
  school: CurrentSchool
  doorbell: Doorbell
  now(): string
  newId(): string
  newToken(): string
  report(error: unknown): void
}

export interface PersonRun extends RunSums {
  running: boolean
  sessionExpiresAt: string | null
}

const noRun: PersonRun = {
  running: false,
  sessionExpiresAt: null,
  written: 0,
  verified: 0,
  conflicts: 0,
  stopped: null,
}

export const createCarrier = (ports: CarrierPorts) => {
  const runs = new Map<PersonId, PersonRun>()
  const asked = new Map<PersonId, string>()
  const underWay = new Set<Promise<void>>()
  const inTurn = createTurns()

  const proveAccess = async (person: PersonId, now: string): Promise<void> => {
    const rev = await inWriting<number>(ports.db, async ({ trx, rev }) => {
      await closeTeacherOutages(trx, person, now, rev)
      return rev
    })
    ports.doorbell.ring(rev)
  }

  const noteRun = async (person: PersonId, run: PersonRun): Promise<void> => {
    await ports.db.transaction().execute((trx) =>
      writeAudit(trx, {
        id: ports.newId(),
        at: ports.now(),
        who: person,
        device: null,
        action: 'transferRun',
        subject: run.stopped ?? 'finished',
        before: null,
        after: `${run.written} written, ${run.verified} verified, ${run.conflicts} conflicts`,
      }),
    )
  }

  const start = async (session: AisSession): Promise<void> => {
    const run: PersonRun = { ...noRun, running: true, sessionExpiresAt: session.expiresAt }
    runs.set(session.person, run)
    const steps = { ...ports, inTurn, ring: ports.doorbell.ring }
    try {
      await createRun(steps, ports.target, ports.school, session, run)()
      await noteRun(session.person, run)
    } finally {
      run.running = false
      run.sessionExpiresAt = null
      ports.doorbell.ring(0)
    }
  }

  /** Where the person opens a session; the mark in the address lets only their own browser come back with it. */
  const sessionPage = (person: PersonId, returnTo: string): string => {
    const mark = asked.get(person) ?? ports.newToken()
    asked.set(person, mark)
    return ports.target.sessionPage(person, `${returnTo}?state=${encodeURIComponent(mark)}`)
  }

  /** The browser came back with a one-time code: opens the session and starts the run in the background. */
  const returned = async (
    person: PersonId,
    code: string,
    mark: string,
  ): Promise<'started' | 'notAsked' | 'refused'> => {
    if (mark === '' || asked.get(person) !== mark) return 'notAsked'
    asked.delete(person)
    const session = await ports.target.openSession(person, code)
    if (!session.ok) return 'refused'
    await proveAccess(person, ports.now())
    if (runs.get(person)?.running) return 'started'
    const run = start(session.value).catch(ports.report)
    underWay.add(run)
    void run.finally(() => underWay.delete(run))
    return 'started'
  }

  return {
    sessionPage,
    returned,
    runOf: (person: PersonId): PersonRun => runs.get(person) ?? noRun,
    /** Resolves when no run is under way. */
    idle: async (): Promise<void> => {
      await Promise.all(underWay)
    },
  }
}

export type Carrier = ReturnType<typeof createCarrier>
