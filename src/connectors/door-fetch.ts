// How any door reaches АИС: one request, a whole answer in time, or the step at which it failed.
import type { ProbeSeen } from '../domain/outage.ts'

export interface DoorRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Readonly<Record<string, string>>
  body: string | null
  timeoutMs: number
}

export interface DoorAnswer {
  status: number
  text: string
  /** How long the whole answer took. */
  ms: number
}

/** Rejects with a `DoorFailure` when no whole answer came within the time-out. */
export type DoorFetch = (request: DoorRequest) => Promise<DoorAnswer>

export class DoorFailure extends Error {
  readonly seen: ProbeSeen
  constructor(seen: ProbeSeen, cause: unknown) {
    super(`${seen.step} ${seen.detail}`, { cause })
    this.seen = seen
  }
}
