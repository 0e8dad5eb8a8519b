// The typed client of the hub over a `fetch` handed in. Every outcome is a value; nothing here retries.
import type * as z from 'zod/mini'
import {
  type BacklogHistory,
  type BoardAnswer,
  backlogHistorySchema,
  boardAnswerSchema,
} from './board-schema.ts'
import { type FindingsAnswer, findingsAnswerSchema } from './finding-schema.ts'
import {
  type CellHistory,
  cellHistorySchema,
  type LessonCells,
  lessonCellsSchema,
  type WaitingTermMarks,
  waitingTermMarksSchema,
} from './history-schema.ts'
import {
  type DealtIncident,
  type DealtIncidentAnswer,
  type DeclareLoss,
  dealtIncidentAnswerSchema,
  type LossesAnswer,
  lossesAnswerSchema,
  type PaperAnswer,
  type PaperRequest,
  type PaperSheet,
  paperAnswerSchema,
  paperSheetSchema,
} from './loss-schema.ts'
import { type GiveUpAct, type GiveUpAnswer, giveUpAnswerSchema } from './not-carried-schema.ts'
import { type OutageAct, type RegisterAnswer, registerAnswerSchema } from './outage-schema.ts'
import { type PeriodAnswer, periodAnswerSchema } from './period-schema.ts'
import {
  oldestProtocol,
  type Problem,
  type PushAnswer,
  type PushRequest,
  problemSchema,
  protocolVersion,
  pushAnswerSchema,
  type ReferenceAnswer,
  referenceAnswerSchema,
  type SeenOfHub,
  type Session,
  type SignedOut,
  type SignInRequest,
  sessionSchema,
  signedOutSchema,
  type TransferView,
  transferViewSchema,
} from './protocol.ts'
import { type ReadablePull, readPull } from './read-pull.ts'
import { type RemindersAnswer, remindersAnswerSchema, type SendReminder } from './reminder-schema.ts'
import { type SchoolAnswer, type SchoolEdit, schoolAnswerSchema } from './school-edit-schema.ts'
import { type SetAside, type SetAsideAnswer, setAsideAnswerSchema } from './set-aside-schema.ts'
import { type BindAct, type UnboundAnswer, unboundAnswerSchema } from './unbound-schema.ts'

export interface HubRequest {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  /** JSON text, sent as `application/json`. */
  body: string | null
  timeoutMs: number
}

export interface HubResponse {
  status: number
  contentType: string
  /** Seconds, from Retry-After, or null. */
  retryAfter: number | null
  text: string
}

/** Sends one request; rejects when no whole answer came within the time-out. */
export type HubFetch = (request: HubRequest) => Promise<HubResponse>

export type HubOutcome<T> =
  | { kind: 'ok'; value: T }
  /** No answer. What was sent may have arrived: a time-out is not a failure. */
  | { kind: 'unreachable' }
  /** Something answered that is not the hub: a captive portal or a proxy's page. */
  | { kind: 'notHub' }
  | { kind: 'signInNeeded' }
  | { kind: 'tooLarge' }
  /** The hub is busy or broken; `retryAfterMs` when it said how long. */
  | { kind: 'busy'; status: number; retryAfterMs: number | null }
  | { kind: 'refused'; problem: Problem }

/** An exchange that brought nothing. */
export type HubFailure = Exclude<HubOutcome<unknown>, { kind: 'ok' }>

type Reader<T> = (json: unknown) => T | null

const by =
  <T>(schema: z.ZodMiniType<T>): Reader<T> =>
  (json) => {
    const result = schema.safeParse(json)
    return result.success ? result.data : null
  }

const parsed = <T>(read: Reader<T>, text: string): T | null => {
  try {
    return read(JSON.parse(text))
  } catch {
    return null
  }
}

/** Nobody is to keep a tablet from sending for a day. */
const mostRetryAfterMs = 30 * 60_000

/** Seconds from a Retry-After header, which holds seconds or a date; null when it holds neither. */
export const readRetryAfter = (header: string | null, nowMs: number): number | null => {
  const text = header?.trim() ?? ''
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - nowMs) / 1000
  return Number.isFinite(seconds) ? seconds : null
}

const readFailure = <T>(response: HubResponse): HubOutcome<T> => {
  if (response.status === 401) {
    const problem = parsed(by(problemSchema), response.text)
    if (!problem) return { kind: 'notHub' }
    return problem.error === 'wrongPassword' ? { kind: 'refused', problem } : { kind: 'signInNeeded' }
  }
  if (response.status === 413) return { kind: 'tooLarge' }
  const problem = parsed(by(problemSchema), response.text)
  // A proxy also says 429; the hub itself says with it what it refuses.
  if (response.status >= 500 || (response.status === 429 && !problem)) {
    const { status, retryAfter } = response
    const retryAfterMs =
      retryAfter === null ? null : Math.min(mostRetryAfterMs, Math.max(0, retryAfter * 1000))
    return { kind: 'busy', status, retryAfterMs }
  }
  return problem ? { kind: 'refused', problem } : { kind: 'notHub' }
}

const readAnswer = <T>(response: HubResponse, read: Reader<T>): HubOutcome<T> => {
  if (response.status < 200 || response.status > 299) return readFailure(response)
  if (!response.contentType.startsWith('application/json')) return { kind: 'notHub' }
  const value = parsed(read, response.text)
  return value === null ? { kind: 'notHub' } : { kind: 'ok', value }
}

/** As a part of an address. Half a letter, which a garbled answer may have brought, has no place in one. */
const inAddress = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))

export const createHubClient = (send: HubFetch) => {
  const call = async <T>(request: HubRequest, read: Reader<T>): Promise<HubOutcome<T>> => {
    let response: HubResponse
    try {
      response = await send(request)
    } catch {
      return { kind: 'unreachable' }
    }
    return readAnswer(response, read)
  }
  const get = <T>(path: string, schema: z.ZodMiniType<T>, timeoutMs = 15_000) =>
    call({ method: 'GET', path, body: null, timeoutMs }, by(schema))
  const post = <T>(path: string, body: unknown, schema: z.ZodMiniType<T>, timeoutMs = 30_000) =>
    call({ method: 'POST', path, body: JSON.stringify(body), timeoutMs }, by(schema))

  let spoken = protocolVersion
  /** What a version adds to a batch is optional, so a hub of one before takes it under its own number. */
  const push = async (request: PushRequest): Promise<HubOutcome<PushAnswer>> => {
    const protocol = Math.min(request.protocol, spoken)
    const outcome = await post('/api/push', { ...request, protocol }, pushAnswerSchema)
    if (outcome.kind !== 'refused' || outcome.problem.error !== 'otherProtocol') return outcome
    if (protocol <= oldestProtocol) {
      spoken = protocolVersion
      return outcome
    }
    spoken = protocol - 1
    return push(request)
  }

  return {
    push,
    /**
     * Changes above `since`; `incarnation` is the one that `since` belongs to, '' at the first pull. What was seen of
     * another life proves nothing here.
     */
    pull: (
      since: number,
      incarnation: string,
      seen: SeenOfHub | null = null,
    ): Promise<HubOutcome<ReadablePull>> => {
      const name = inAddress(incarnation)
      const told = seen?.incarnation === incarnation ? `&seen=${seen.rev}` : ''
      const start = told && seen?.boot !== undefined ? `&boot=${inAddress(seen.boot)}` : ''
      const path = `/api/pull?since=${since}&incarnation=${name}${told}${start}`
      return call({ method: 'GET', path, body: null, timeoutMs: 15_000 }, readPull)
    },
    reference: (): Promise<HubOutcome<ReferenceAnswer>> => get('/api/reference', referenceAnswerSchema),
    signIn: (request: SignInRequest): Promise<HubOutcome<Session>> =>
      post('/api/session', request, sessionSchema),
    session: (): Promise<HubOutcome<Session>> => get('/api/session', sessionSchema, 5_000),
    signOut: (): Promise<HubOutcome<SignedOut>> =>
      call({ method: 'DELETE', path: '/api/session', body: null, timeoutMs: 5_000 }, by(signedOutSchema)),
    board: (): Promise<HubOutcome<BoardAnswer>> => get('/api/board', boardAnswerSchema),
    backlogHistory: (): Promise<HubOutcome<BacklogHistory>> =>
      get('/api/board/backlog', backlogHistorySchema),
    /** The written cells of a lesson, for whoever may read it. */
    lessonCells: (lesson: string): Promise<HubOutcome<LessonCells>> =>
      get(`/api/lessons/${inAddress(lesson)}/cells`, lessonCellsSchema),
    /** Final marks that wait to be entered by hand, of this class or of the first; for the head and the deputies. */
    waitingTermMarks: (schoolClass: string | null): Promise<HubOutcome<WaitingTermMarks>> =>
      get(`/api/board/term-marks?class=${inAddress(schoolClass ?? '')}`, waitingTermMarksSchema),
    /** Everything that was recorded in a cell, for whoever may read it. */
    cellHistory: (key: string): Promise<HubOutcome<CellHistory>> =>
      get(`/api/history?cell=${inAddress(key)}`, cellHistorySchema),
    /** Of a school date, `2026-11-24`; for the head and the deputies. */
    findings: (date: string): Promise<HubOutcome<FindingsAnswer>> =>
      get(`/api/findings?date=${inAddress(date)}`, findingsAnswerSchema),
    /** Of school dates, both included; for the head and the deputies. A long one takes its time. */
    period: (from: string, to: string): Promise<HubOutcome<PeriodAnswer>> =>
      get(`/api/board/period?from=${inAddress(from)}&to=${inAddress(to)}`, periodAnswerSchema, 60_000),
    register: (): Promise<HubOutcome<RegisterAnswer>> => get('/api/outages', registerAnswerSchema),
    outageAct: (act: OutageAct): Promise<HubOutcome<RegisterAnswer>> =>
      post('/api/outages', act, registerAnswerSchema),
    losses: (): Promise<HubOutcome<LossesAnswer>> => get('/api/losses', lossesAnswerSchema),
    declareLoss: (act: DeclareLoss): Promise<HubOutcome<LossesAnswer>> =>
      post('/api/losses', act, lossesAnswerSchema),
    paperSheet: (loss: string, date: string): Promise<HubOutcome<PaperSheet>> =>
      get(`/api/losses/${inAddress(loss)}/sheet?date=${inAddress(date)}`, paperSheetSchema),
    recordFromPaper: (loss: string, typed: PaperRequest): Promise<HubOutcome<PaperAnswer>> =>
      post(`/api/losses/${inAddress(loss)}/entries`, typed, paperAnswerSchema),
    school: (): Promise<HubOutcome<SchoolAnswer>> => get('/api/school', schoolAnswerSchema),
    editSchool: (edit: SchoolEdit): Promise<HubOutcome<SchoolAnswer>> =>
      post('/api/school', edit, schoolAnswerSchema),
    reminders: (): Promise<HubOutcome<RemindersAnswer>> => get('/api/reminders', remindersAnswerSchema),
    remind: (wanted: SendReminder): Promise<HubOutcome<RemindersAnswer>> =>
      post('/api/reminders', wanted, remindersAnswerSchema),
    unbound: (): Promise<HubOutcome<UnboundAnswer>> => get('/api/unbound', unboundAnswerSchema),
    bindByHand: (act: BindAct): Promise<HubOutcome<UnboundAnswer>> =>
      post('/api/unbound', act, unboundAnswerSchema),
    dealWithIncident: (act: DealtIncident): Promise<HubOutcome<DealtIncidentAnswer>> =>
      post('/api/incidents', act, dealtIncidentAnswerSchema),
    setAside: (act: SetAside): Promise<HubOutcome<SetAsideAnswer>> =>
      post('/api/set-aside', act, setAsideAnswerSchema),
    giveUpTransfer: (act: GiveUpAct): Promise<HubOutcome<GiveUpAnswer>> =>
      post('/api/not-carried', act, giveUpAnswerSchema),
    transfer: (): Promise<HubOutcome<TransferView>> => get('/api/transfer', transferViewSchema),
  }
}

export type HubClient = ReturnType<typeof createHubClient>
