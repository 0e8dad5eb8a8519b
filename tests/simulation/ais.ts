// АИС in memory, behind the port: the last writer wins, and it breaks on demand. It keeps a log of who wrote what.
import type { AisFailure, AisResult, AisSession, AisTarget } from '../../src/connectors/ais-target.ts'
import type { TransferFault } from './schedule.ts'

export interface AisWrite {
  /** In whose session the carrier wrote; null for a person at АИС itself. */
  session: string | null
  at: string
  slot: string
  before: string
  after: string
  /** `attempt`: the carrier asked for it, and it may seem to have been done. */
  by: 'carrier' | 'person' | 'attempt'
  /** Written by a person between the carrier's reading and its writing: АИС gives no way to see that. */
  raced: boolean
  /** The carrier was never told that this was written. */
  unanswered?: boolean
}

export const createSimulatedAis = (now: () => string) => {
  const pages = new Map<string, Map<string, string>>()
  const log: AisWrite[] = []
  const state = {
    down: false,
    fault: 'none' as TransferFault,
    /** What a person does just before the next write of the carrier. */
    edit: null as ((writes: Readonly<Record<string, string>>) => void) | null,
  }
  const pageOf = (lesson: string) => {
    const page = pages.get(lesson) ?? new Map<string, string>()
    pages.set(lesson, page)
    return page
  }
  const put = (
    lesson: string,
    slot: string,
    text: string,
    by: AisWrite['by'],
    raced: boolean,
    session: string | null = null,
  ): void => {
    const page = pageOf(lesson)
    // Typing the same again is no change that anybody could see.
    if (by === 'person' && (page.get(slot) ?? '') === text) return
    log.push({ session, at: now(), slot, before: page.get(slot) ?? '', after: text, by, raced })
    if (text === '') page.delete(slot)
    else page.set(slot, text)
  }
  const fail = (failure: AisFailure): { ok: false; failure: AisFailure } => ({ ok: false, failure })
  const answer = <T>(value: T): AisResult<T> =>
    state.down ? fail({ kind: 'unreachable', detail: 'down' }) : { ok: true, value }

  const target: AisTarget = {
    evidence: {
      probe: 'ourOwnStandIn',
      openSession: 'ourOwnStandIn',
      readLesson: 'ourOwnStandIn',
      apply: 'ourOwnStandIn',
    },
    probe: async () => ({ at: now(), reach: state.down ? 'down' : 'up', evidence: 'simulated' }),
    sessionPage: () => '',
    openSession: async (person) => answer<AisSession>({ person, key: person, expiresAt: now() }),
    readLesson: async (_, lesson) =>
      answer({ lesson, slots: Object.fromEntries(pageOf(lesson)), changed: null }),
    apply: async (session, lesson, writes) => {
      if (state.down) return fail({ kind: 'unreachable', detail: 'down' })
      const { fault } = state
      state.fault = 'none'
      for (const [slot, text] of Object.entries(writes)) {
        const before = pageOf(lesson).get(slot) ?? ''
        log.push({
          session: session.person,
          at: now(),
          slot,
          before,
          after: text,
          by: 'attempt',
          raced: false,
        })
      }
      if (fault === 'endSession') return fail({ kind: 'sessionEnded' })
      if (fault === 'dropWrite') return fail({ kind: 'unreachable', detail: 'dropped' })
      if (fault === 'edit') state.edit?.(writes)
      const began = log.length
      for (const [slot, text] of Object.entries(writes))
        put(lesson, slot, text, 'carrier', false, session.person)
      if (fault === 'loseAnswer') for (const write of log.slice(began)) write.unanswered = true
      if (fault === 'editAfter') state.edit?.(writes)
      return fault === 'loseAnswer'
        ? fail({ kind: 'unreachable', detail: 'lost' })
        : { ok: true, value: null }
    },
  }
  return {
    ...{ target, state, log },
    textOf: (lesson: string, slot: string): string => pageOf(lesson).get(slot) ?? '',
    editByPerson: (lesson: string, slot: string, text: string, raced: boolean): void =>
      put(lesson, slot, text, 'person', raced),
  }
}
