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
  /** The entries that the hub had written down as about to be carried there; none of a person's own writing. */
  carried: readonly string[]
  /** The carrier was never told that this was written. */
  unanswered?: boolean
}

/** What the hub has written down before it touches АИС: a slot and, as JSON, the entries that go there. */
interface Intent {
  slot: string
  entries: string
}

const carriedTo = (slot: string, intents: readonly Intent[]): string[] =>
  intents
    .filter((one) => one.slot === slot)
    .flatMap((one) => (JSON.parse(one.entries) as { entries: string[] }).entries)

export const createSimulatedAis = (
  now: () => string,
  readIntents: (person: string) => Promise<readonly Intent[]>,
) => {
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
    write: Pick<AisWrite, 'slot' | 'after' | 'by' | 'raced' | 'session' | 'carried'>,
  ): void => {
    const { slot, after, by } = write
    const page = pageOf(lesson)
    const before = page.get(slot) ?? ''
    // Typing the same again is no change that anybody could see.
    if (by === 'person' && before === after) return
    log.push({ ...write, at: now(), before })
    if (by === 'attempt') return
    if (after === '') page.delete(slot)
    else page.set(slot, after)
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
      const intents = await readIntents(session.person)
      const { fault } = state
      state.fault = 'none'
      const putAll = (by: 'attempt' | 'carrier'): void => {
        for (const [slot, after] of Object.entries(writes)) {
          const carried = carriedTo(slot, intents)
          put(lesson, { slot, after, by, raced: false, session: session.person, carried })
        }
      }
      putAll('attempt')
      if (fault === 'endSession') return fail({ kind: 'sessionEnded' })
      if (fault === 'dropWrite') return fail({ kind: 'unreachable', detail: 'dropped' })
      if (fault === 'edit') state.edit?.(writes)
      const began = log.length
      putAll('carrier')
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
      put(lesson, { slot, after: text, by: 'person', raced, session: null, carried: [] }),
  }
}
