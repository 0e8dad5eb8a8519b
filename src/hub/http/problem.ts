// Error answers: a code and, where it helps, how long to wait. The sentence is the app's.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from '../../contract/protocol.ts'
import type { PeriodFault } from '../../domain/control/period.ts'

const statuses: Record<Problem['error'], ContentfulStatusCode> = {
  wrongPassword: 401,
  signInNeeded: 401,
  forbidden: 403,
  malformed: 400,
  otherProtocol: 400,
  notFound: 404,
  tooLarge: 413,
  tooManyAttempts: 429,
  storageFull: 507,
  internal: 500,
}

export const problem = (c: Context, error: Problem['error'], retryAfterSeconds?: number): Response => {
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds))
  const body: Problem = retryAfterSeconds === undefined ? { error } : { error, retryAfterSeconds }
  return c.json(body, statuses[error])
}

/** What was asked for is no period, and why. */
export const noPeriod = (c: Context, period: PeriodFault): Response => {
  const body: Problem = { error: 'malformed', period }
  return c.json(body, statuses.malformed)
}

/** A full disk is told apart: the device keeps everything and tries again, a person makes room. */
export const isStorageFull = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return code === '53100' || code.startsWith('SQLITE_FULL') || /disk is full/.test(message)
}

/** PostgreSQL holds no zero byte in a text and no number past its column: nothing is kept of what brings one. */
export const isUnkeepable = (error: unknown): boolean =>
  ['22021', '22003'].includes((error as { code?: string }).code ?? '')
