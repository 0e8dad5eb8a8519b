// The register of outages on the wire: what a tablet is told, what a deputy enters and reads.
import * as z from 'zod/mini'
import type { OutageReport } from '../domain/cell-report.ts'
import type { AnnouncedOutage } from '../domain/register/announced.ts'
import type { ActRefusal } from '../domain/register/overlap.ts'
import { count, hubSays, instant } from './hub-says.ts'
import { probeSeenSchema } from './probe-schema.ts'

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
  /** `until` where it is over by the time it is entered. */
  z.object({
    kind: z.literal('open'),
    scope: outageScope,
    at: instant,
    until: z.exactOptional(instant),
    reason: saidWhy,
  }),
  /** Access is back since `at`, and the outage is over; for one that a person entered. */
  z.object({ kind: z.literal('end'), no: count, at: instant }),
  /** When access came back, by a person's word: the term of п. 3.2 counts from there. */
  z.object({ kind: z.literal('return'), no: count, at: instant, reason: saidWhy }),
  /** It counts, however short it was. */
  z.object({ kind: z.literal('confirm'), no: count, reason: saidWhy }),
  /** Announced for later. */
  z.object({ kind: z.literal('plan'), scope: outageScope, from: instant, to: instant, reason: saidWhy }),
  /** What was announced will not be, or is over before its time. An outage that it has opened stays. */
  z.object({ kind: z.literal('withdraw'), id: z.string(), reason: saidWhy }),
])
export type OutageAct = z.infer<typeof outageActSchema>

/** Why an act can't be entered. */
const actRefusal = z.enum([
  /** Another outage of the same people stands in that time. */
  'overlaps',
  /** The moment has not come yet. */
  'ahead',
  /** It would end before it begins, or be announced for the past. */
  'orderOfDates',
  'unknownOutage',
  /** Probes opened it, and they will say when access is back. */
  'keptByWatch',
  'overAlready',
  /** There is no return yet that could be confirmed. */
  'notBack',
  /** No such announcement stands: it is over, or has been withdrawn. */
  'unknownPlan',
]) satisfies z.ZodMiniType<ActRefusal>

/** What a tablet is told of an outage announced ahead. */
export const announcedSchema = z.object({
  id: z.string(),
  scope: outageScope,
  from: instant,
  to: instant,
  reason: z.string(),
}) satisfies z.ZodMiniType<AnnouncedOutage>

const plannedOutage = z.object({
  ...announcedSchema.shape,
  who: z.string(),
  name: z.string(),
})
export type PlannedOutage = z.infer<typeof plannedOutage>

/** Announced, and then said not to be; `who` and `name` are whose announcement it was. */
const withdrawnOutage = z.object({
  ...plannedOutage.shape,
  withdrawn: z.object({ at: instant, name: z.string(), reason: z.string() }),
})
export type WithdrawnOutage = z.infer<typeof withdrawnOutage>

const registerEvent = z.object({
  at: instant,
  /** A person's id, or `watch`; `name` is as a person reads it. */
  who: z.string(),
  name: z.string(),
  kind: z.enum(['opened', 'restored', 'relapsed', 'closed', 'confirmed', 'returnConfirmed']),
  /** What a probe saw, or what a person wrote. */
  text: z.string(),
  /** When access came back by this person's word. */
  restoredAt: z.exactOptional(instant),
  /** What a probe saw, step by step; then `text` holds what a person wrote alone. */
  seen: z.exactOptional(probeSeenSchema),
})
export type RegisterEvent = z.infer<typeof registerEvent>

/** The register as the administration reads it: each outage with every event of it, newest first. */
export const registerAnswerSchema = z.object({
  ...hubSays,
  outages: z.array(
    z.object({
      outage: outageViewSchema,
      /** False while the probes that opened it will also end it. */
      byHand: z.boolean(),
      events: z.array(registerEvent),
      /** The lessons that it met by the timetable; `rows` by day and class or group, with their numbers. */
      lessons: z.exactOptional(
        z.object({
          count,
          rows: z.array(z.object({ date: z.iso.date(), target: z.string(), periods: z.array(count) })),
        }),
      ),
    }),
  ),
  planned: z.array(plannedOutage),
  /** Those whose announced time is not over yet. */
  withdrawn: z.exactOptional(z.array(withdrawnOutage)),
  /** Whom an outage may be of, for a person who enters one. */
  buildings: z.array(z.string()),
  teachers: z.array(z.object({ id: z.string(), name: z.string() })),
  zone: z.string(),
  /** Nothing of the act that was sent has been kept, and why. */
  unfit: z.exactOptional(actRefusal),
  /** The number of the outage that stands in its time; an announcement has none, and a hub of before says none. */
  overlapped: z.exactOptional(count),
})
export type RegisterAnswer = z.infer<typeof registerAnswerSchema>
