// What a probe of АИС СРО saw, on the wire.
import * as z from 'zod/mini'
import type { Probe, ProbeSeen } from '../domain/outage.ts'
import { count, instant } from './hub-says.ts'

export const probeSeenSchema = z.object({
  step: z.enum(['dns', 'tcp', 'tls', 'http', 'time']),
  detail: z.string(),
  ms: count,
}) satisfies z.ZodMiniType<ProbeSeen>

export const probeSchema = z.object({
  at: instant,
  reach: z.enum(['up', 'readOnly', 'loginDown', 'blocked', 'down']),
  evidence: z.string(),
  seen: z.exactOptional(probeSeenSchema),
}) satisfies z.ZodMiniType<Probe>
