// This tablet and who works on it. No password, token or cookie is ever kept here.
import type { ClockReading, LogOwner } from '../domain/entry.ts'
import type { Instant } from '../domain/time.ts'
import type { JournalDatabase } from './database.ts'
import { summary } from './outbox-view.ts'
import { forgetPulled, pulledTables } from './pulled.ts'

export interface SignedIn {
  person: string
  name: string
  /** May open the deputy's board. */
  board: boolean
}

const read = async <T>(db: JournalDatabase, name: string): Promise<T | null> =>
  ((await db.meta.get(name))?.value as T | undefined) ?? null

/** The tablet's own id, made at the first call and never changed. */
export const deviceId = (db: JournalDatabase, newId: () => string): Promise<string> =>
  db.transaction('rw', db.meta, async () => {
    const known = await read<string>(db, 'device')
    if (known) return known
    const device = newId()
    await db.meta.put({ name: 'device', value: device })
    return device
  })

export const readSignedIn = (db: JournalDatabase): Promise<SignedIn | null> => read<SignedIn>(db, 'signedIn')

/**
 * Notes who works here; what the hub told another person before is dropped, entries stay in their logs. In one
 * transaction: an answer to the former person that comes meanwhile finds nobody, or somebody else.
 */
export const signIn = (db: JournalDatabase, who: SignedIn): Promise<void> =>
  db.transaction('rw', pulledTables(db), async () => {
    const before = await readSignedIn(db)
    if (before?.person !== who.person) await forgetPulled(db)
    // This browser holds a new session: to end the former one's would end it.
    await db.meta.delete('signOutOwed')
    await db.meta.put({ name: 'signedIn', value: who })
  })

export type SignOutOutcome = { kind: 'signedOut' } | { kind: 'unsent'; count: number }

/**
 * Refused while anything of this person waits on the tablet: nobody else could send it. `evenUnsent` when the person
 * has it in a file or has said so in words; the entries stay here all the same. The hub is owed the end of the session.
 */
export const signOut = async (
  db: JournalDatabase,
  owner: LogOwner,
  evenUnsent = false,
): Promise<SignOutOutcome> => {
  const { unsent } = await summary(db, owner)
  if (unsent > 0 && !evenUnsent) return { kind: 'unsent', count: unsent }
  await db.transaction('rw', pulledTables(db), async () => {
    await forgetPulled(db)
    await db.meta.delete('signedIn')
    await db.meta.put({ name: 'signOutOwed', value: true })
  })
  return { kind: 'signedOut' }
}

/** Whether the hub has yet to be told that the last person here has signed out: it could not be reached then. */
export const readSignOutOwed = async (db: JournalDatabase): Promise<boolean> =>
  (await read<boolean>(db, 'signOutOwed')) ?? false

export const oweSignOut = async (db: JournalDatabase): Promise<void> => {
  await db.meta.put({ name: 'signOutOwed', value: true })
}

export const settleSignOut = (db: JournalDatabase): Promise<void> => db.meta.delete('signOutOwed')

/** When anybody, the hub and, through it, АИС СРО last answered: what a lamp says while nobody does. */
export interface LampMemory {
  /** Absent in what a former build has kept. */
  networkAt?: Instant | null
  hubAt: Instant | null
  aisAt: Instant | null
  clock: ClockReading | null
}

export const noLamps: LampMemory = { networkAt: null, hubAt: null, aisAt: null, clock: null }

export const readLamps = async (db: JournalDatabase): Promise<LampMemory> =>
  (await read<LampMemory>(db, 'lamps')) ?? noLamps

export const saveLamps = async (db: JournalDatabase, lamps: LampMemory): Promise<void> => {
  await db.meta.put({ name: 'lamps', value: lamps })
}

/** Whether this person has read the first-run guide on this tablet. */
export const readGuideSeen = async (db: JournalDatabase, person: string): Promise<boolean> =>
  (await read<boolean>(db, `guide:${person}`)) ?? false

export const markGuideSeen = async (db: JournalDatabase, person: string): Promise<void> => {
  await db.meta.put({ name: `guide:${person}`, value: true })
}
