// The register of outages on the wire: what a tablet is told, what a deputy enters and reads.
import * as z from 'zod/mini'
import type { OutageReport } from '../domain/cell-report.ts'
import { count, hubSays, instant } from './hub-says.ts'

const outageScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('school') }),
  z.object({ kind: z.literal('building'), building: z.string() }),
  z.object({ kind: z.literal('teacher'), person: z.string() }),
])

export const outageViewSchema = z.object({
  no: count,
  scope: outageScope,
  openedAt: instant,
  restoredAt: z.nullable(instant),
  closedAt: z.nullable(instant),
  due: z.nullable(instant),
  strict: z.nullable(instant),
  firstDue: z.exactOptional(instant),
  extendedBy: z.exactOptional(count),
  confirmedAt: z.exactOptional(instant),
}) satisfies z.ZodMiniType<OutageReport>

const saidWhy = z.string().check(z.trim(), z.minLength(1), z.maxLength(500))

/** What a deputy enters in the register. Every act is an event of its own; none changes what stands there. */
export const outageActSchema = z.discriminatedUnion('kind', [
  /** A building's or a teacher's: the school's own is opened by the watch. */
  z.object({ kind: z.literal('open'), scope: outageScope, at: instant, reason: saidWhy }),
  z.object({ kind: z.literal('end'), no: count, at: instant }),
  /** It counts, however short it was. */
  z.object({ kind: z.literal('confirm'), no: count, reason: saidWhy }),
  /** Announced for later. */
  z.object({ kind: z.literal('plan'), scope: outageScope, from: instant, to: instant, reason: saidWhy }),
])
export type OutageAct = z.infer<typeof outageActSchema>

const plannedOutage = z.object({
  id: z.string(),
  scope: outageScope,
  from: instant,
  to: instant,
  reason: z.string(),
  who: z.string(),
})
export type PlannedOutage = z.infer<typeof plannedOutage>

/** The register as the administration reads it: each outage with every event of it, newest first. */
export const registerAnswerSchema = z.object({
  ...hubSays,
  outages: z.array(
    z.object({
      outage: outageViewSchema,
      events: z.array(z.object({ at: instant, who: z.string(), kind: z.string(), text: z.string() })),
    }),
  ),
  planned: z.array(plannedOutage),
})
export type RegisterAnswer = z.infer<typeof registerAnswerSchema>
