// The door to the stand-in АИС: everything it assumes is true of our own server alone.
import type { LessonId } from '../../domain/cell.ts'
import type { Probe } from '../../domain/outage.ts'
import type { AisPage } from '../../domain/transfer/ais-page.ts'
import type { AisFailure, AisResult, AisSession, AisTarget } from '../ais-target.ts'
import { DoorFailure, type DoorFetch, type DoorRequest } from '../door-fetch.ts'

export interface DoorPorts {
  /** Where the stand-in listens, without a trailing slash. */
  baseUrl: string
  fetch: DoorFetch
  now(): string
}

const timeoutMs = 8_000

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPage = (value: unknown): value is AisPage =>
  isObject(value) &&
  typeof value.lesson === 'string' &&
  isObject(value.slots) &&
  Object.values(value.slots).every((slot) => typeof slot === 'string')

const isSession = (value: unknown): value is AisSession =>
  isObject(value) && [value.person, value.key, value.expiresAt].every((part) => typeof part === 'string')

const isAnything = (_: unknown): _ is unknown => true

const failureOf = (status: number, text: string): AisFailure => {
  if (status === 401) return { kind: 'sessionEnded' }
  if (status >= 500) return { kind: 'unreachable', detail: `status ${status}` }
  return { kind: 'locked', detail: text.slice(0, 200) }
}

/** Replaces the host of an address, keeping its port: a browser on another machine must reach the same server. */
const withHostOf = (address: string, other: string): string => {
  const host = /^https?:\/\/(\[[^\]]+\]|[^/:]+)/.exec(other)?.[1]
  return host ? address.replace(/^(https?:\/\/)(\[[^\]]+\]|[^/:]+)/, `$1${host}`) : address
}

export const createStandInDoor = ({ baseUrl, fetch, now }: DoorPorts): AisTarget => {
  const call = async <T>(
    method: DoorRequest['method'],
    path: string,
    key: string | null,
    body: unknown,
    isRight: (value: unknown) => value is T,
  ): Promise<AisResult<T>> => {
    const headers = {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    }
    const text = body === null ? null : JSON.stringify(body)
    try {
      const answer = await fetch({ method, url: `${baseUrl}${path}`, headers, body: text, timeoutMs })
      if (answer.status !== 200) return { ok: false, failure: failureOf(answer.status, answer.text) }
      const value: unknown = JSON.parse(answer.text)
      // Something else answers in its place, or it has changed: nothing of it may be believed.
      if (!isRight(value)) return { ok: false, failure: { kind: 'unreachable', detail: 'unreadable' } }
      return { ok: true, value }
    } catch (error) {
      const detail = error instanceof DoorFailure ? error.message : 'no answer'
      return { ok: false, failure: { kind: 'unreachable', detail } }
    }
  }
  const lessonPath = (lesson: LessonId) => `/api/lessons/${encodeURIComponent(lesson)}`

  const probe = async (): Promise<Probe> => {
    const at = now()
    try {
      const request = { method: 'GET', url: `${baseUrl}/login`, headers: {}, body: null, timeoutMs } as const
      const { status, ms } = await fetch(request)
      const reach = status === 200 ? 'up' : status === 403 ? 'blocked' : 'down'
      const seen = { step: 'http', detail: String(status), ms } as const
      return { at, reach, evidence: `GET /login answered ${status} in ${ms} ms`, seen }
    } catch (error) {
      if (!(error instanceof DoorFailure)) return { at, reach: 'down', evidence: 'GET /login: no answer' }
      const { seen } = error
      const evidence = `GET /login: ${seen.step} ${seen.detail} after ${seen.ms} ms`
      return { at, reach: 'down', evidence, seen }
    }
  }

  return {
    evidence: {
      probe: 'ourOwnStandIn',
      openSession: 'ourOwnStandIn',
      readLesson: 'ourOwnStandIn',
      apply: 'ourOwnStandIn',
    },
    probe,
    sessionPage: (person, returnTo) =>
      `${withHostOf(baseUrl, returnTo)}/session?person=${encodeURIComponent(person)}&return=${encodeURIComponent(returnTo)}`,
    openSession: async (person, code) => {
      const opened = await call('POST', '/api/session', null, { code }, isSession)
      if (opened.ok && opened.value.person !== person) return { ok: false, failure: { kind: 'sessionEnded' } }
      return opened
    },
    readLesson: async (session, lesson) => {
      const page = await call('GET', lessonPath(lesson), session.key, null, isPage)
      if (page.ok && page.value.lesson !== lesson) {
        return { ok: false, failure: { kind: 'unreachable', detail: 'another page' } }
      }
      return page
    },
    apply: async (session, lesson, writes) => {
      const applied = await call('POST', lessonPath(lesson), session.key, { writes }, isAnything)
      return applied.ok ? { ok: true, value: null } : applied
    },
  }
}
