// The outage watch: probes АИС СРО without a session and writes what it means into the register.
import type { AisTarget } from '../../connectors/ais-target.ts'
import { type Probe, type WatchStep, watch } from '../../domain/outage.ts'
import { type AuditLine, writeAudit } from '../audit.ts'
import type { Database, OutageRow, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import type { Doorbell } from '../doorbell.ts'
import { createRepeat, type RepeatPorts } from '../repeat.ts'
import { announcedReason } from './announced.ts'
import { followOutage, type NewOutageEvent, openOutage } from './follow.ts'
import { openSchoolOutage, readOutage } from './register.ts'

export interface WatchPorts extends RepeatPorts {
  db: Database
  target: AisTarget
  doorbell: Doorbell
  newId(): string
  /** How long access must hold before an outage is closed: a setting of the school. */
  quietMs(): Promise<number>
}

type Step = Exclude<WatchStep, { kind: 'none' }>

const actions = {
  open: 'outageOpened',
  restore: 'outageRestored',
  relapse: 'outageRelapsed',
  close: 'outageClosed',
} as const satisfies Record<Step['kind'], AuditLine['action']>

const eventOf = (step: Exclude<Step, { kind: 'open' }>, at: string): NewOutageEvent => {
  const who = 'watch'
  switch (step.kind) {
    case 'restore':
      return { kind: 'restored', at: step.at, who, probe: step.probe }
    case 'relapse':
      return { kind: 'relapsed', at, who, probe: step.probe }
    case 'close':
      return { kind: 'closed', at: step.at, who }
  }
}

/** What a person has entered a person ends: the probes may not see what they see. */
const nextStep = async (
  db: Database | Trx,
  probe: Probe,
  quietMs: number,
): Promise<{ open: OutageRow | null; step: WatchStep }> => {
  const open = await openSchoolOutage(db)
  if (open?.opened_by === null) return { open, step: { kind: 'none' } }
  return { open, step: watch(open ? readOutage(open) : null, probe, quietMs) }
}

const carryOut = async (
  trx: Trx,
  open: OutageRow | null,
  step: Step,
  at: string,
  rev: number,
): Promise<number> => {
  if (step.kind === 'open') {
    const opening = { scope: { kind: 'school' } as const, at: step.at, who: 'watch', probe: step.probe }
    return openOutage(trx, { ...opening, reason: await announcedReason(trx, step.at) }, rev)
  }
  const no = open?.no ?? 0
  await followOutage(trx, no, eventOf(step, at), rev)
  return no
}

export const createWatch = (ports: WatchPorts) => {
  let last: Probe | null = null

  /** One probe and what follows from it. */
  const look = async (): Promise<void> => {
    const probe = await ports.target.probe()
    const changed = last?.reach !== probe.reach
    last = probe
    const quietMs = await ports.quietMs()
    // Most looks find nothing: they take no transaction and no revision.
    const nothing = (await nextStep(ports.db, probe, quietMs)).step.kind === 'none'
    const rev = nothing
      ? null
      : await inWriting<number | null>(ports.db, async ({ trx, rev: taken, leave }) => {
          const { open, step } = await nextStep(trx, probe, quietMs)
          if (step.kind === 'none') return leave(null)
          const no = await carryOut(trx, open, step, probe.at, taken)
          await writeAudit(trx, {
            id: ports.newId(),
            at: probe.at,
            who: 'watch',
            device: null,
            action: actions[step.kind],
            subject: `outage ${no}`,
            before: open?.restored_at ?? null,
            after: probe.evidence,
          })
          return taken
        })
    if (rev !== null || changed) ports.doorbell.ring(rev ?? 0)
  }

  return {
    ...createRepeat(ports, look),
    /** The last probe, or null before the first. */
    last: (): Probe | null => last,
  }
}

export type Watch = ReturnType<typeof createWatch>
