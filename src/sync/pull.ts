// Brings the hub's changes to the tablet, page by page, and the school's lists when they are of another version.
import type { HubClient, HubFailure, HubOutcome } from '../contract/hub-client.ts'
import { rereadParts } from '../contract/read-pull.ts'
import type { Probe } from '../domain/outage.ts'
import { dateAt } from '../domain/time.ts'
import type { JournalDatabase } from '../store/database.ts'
import { applyPull, applyReread, keepReference, readUnread } from '../store/pulled.ts'
import { readCursor, readSeen } from '../store/reading/cursor.ts'
import { isCurrent } from '../store/reference.ts'
import type { Moment } from './clock-offset.ts'

export interface PullPorts {
  db: JournalDatabase
  hub: HubClient
  moment(): Moment
  heard(answer: { serverTime: string }, sent: Moment, answered: Moment): void
}

export type PullEnd =
  | { kind: 'done'; reset: boolean; ais: Probe | null }
  | { kind: 'failed'; outcome: HubFailure }

const fetchReference = async (
  { db, hub }: PullPorts,
  person: string,
  { refVersion, serverTime }: { refVersion: number; serverTime: string },
): Promise<HubOutcome<unknown> | null> => {
  if (await isCurrent(db, refVersion, serverTime)) return null
  const outcome = await hub.reference()
  if (outcome.kind === 'ok') {
    const { reference, serverTime: told } = outcome.value
    await keepReference(db, person, reference, dateAt(told, reference.zone))
  }
  return outcome
}

/** After an update of the app: what the former build could not read may be readable now. */
export const rereadUnread = async (db: JournalDatabase): Promise<void> => {
  const kept = await readUnread(db)
  if (kept.length > 0) await applyReread(db, rereadParts(kept))
}

/** For this person; what comes for somebody who has left, or after another tab's pull, is let go. */
export const pullAll = async (ports: PullPorts, person: string): Promise<PullEnd> => {
  let reset = false
  for (;;) {
    const cursor = await readCursor(ports.db)
    const seen = await readSeen(ports.db)
    // Whoever signs in begins at nothing, and the tablet knows on of which life it has been told, and how much.
    const life = cursor.incarnation || (seen?.incarnation ?? '')
    const sent = ports.moment()
    const outcome = await ports.hub.pull(cursor.rev, life, seen)
    if (outcome.kind !== 'ok') return { kind: 'failed', outcome }
    const answer = outcome.value
    ports.heard(answer, sent, ports.moment())
    const { ais } = answer
    if (!(await applyPull(ports.db, answer, { person, cursor }))) return { kind: 'done', reset, ais }
    reset ||= answer.reset
    const lists = await fetchReference(ports, person, answer)
    if (lists !== null && lists.kind !== 'ok') return { kind: 'failed', outcome: lists }
    if (!answer.more) return { kind: 'done', reset, ais }
  }
}
