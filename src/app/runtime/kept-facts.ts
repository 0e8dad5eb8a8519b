// What IndexedDB keeps of the school, of who works here and of the lamps: watched once a tab, for nearly every part of
// every screen shows something of it, and each watcher costs each key of a lesson.
import { create } from 'zustand'
import type { School } from '../../domain/school.ts'
import type { JournalDatabase } from '../../store/database.ts'
import { type LampMemory, readLamps, readSignedIn, type SignedIn } from '../../store/device.ts'
import { readReference } from '../../store/reference.ts'
import { followTables, type Watched } from '../../store/watch-tables.ts'
import { useMemoryState } from './memory-state.ts'

/** Undefined while it is being read. */
interface KeptFacts {
  signedIn?: SignedIn | null
  school?: School | null
  lamps?: LampMemory
  failure?: unknown
  /** Somebody has come or left since, and a tab whose storage a newer one has taken over can't read who. */
  whoUnread?: true
}

const useFacts = create<KeptFacts>(() => ({}))

const whoIsUnread = (error: unknown): never => {
  useFacts.setState({ whoUnread: true })
  throw error
}

export const watchKeptFacts = (db: JournalDatabase): void => {
  const readings: Record<'signedIn' | 'school' | 'lamps', [Watched, () => Promise<unknown>]> = {
    signedIn: [{ meta: 'signedIn' }, () => readSignedIn(db).catch(whoIsUnread)],
    school: ['reference', () => readReference(db)],
    lamps: [{ meta: 'lamps' }, () => readLamps(db)],
  }
  for (const [name, [watched, read]] of Object.entries(readings)) {
    followTables(db, [watched], read, {
      found: (found) => useFacts.setState({ [name]: found }),
      failed: (failure) => useFacts.setState({ failure }),
    })
  }
}

/** A storage that fails is told by the screen that needs it. */
export const useKept = <K extends 'signedIn' | 'school' | 'lamps'>(name: K): KeptFacts[K] => {
  const failure = useFacts((facts) => facts.failure)
  if (failure !== undefined) throw failure
  return useFacts((facts) => facts[name])
}

/**
 * True where what was read of the person of before is nobody's any more: it may not be shown. A storage that fails by
 * itself says nothing of who has come or left.
 */
export const useWhoUnread = (): boolean => {
  const closed = useMemoryState((state) => state.closed)
  return useFacts((facts) => facts.whoUnread ?? false) && closed
}

/**
 * How far the tablet's clock stands from the hub's: as `measured`, or as it was known last. A number alone, for the lamps
 * are kept anew with each round of the engine, and nearly every screen shows a time.
 */
export const useKeptOffset = (measured: number | undefined): number =>
  useFacts((facts) => measured ?? facts.lamps?.clock?.offsetMs ?? 0)
