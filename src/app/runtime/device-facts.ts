// What the tablet knows of its own storage; a browser that tells nothing is told as null.
import type { JournalDatabase } from '../../store/database.ts'
import { readIncident } from '../../store/second-copy/incident.ts'
import { useMemoryState } from './memory-state.ts'

/** Asks the browser anew and shows its answers on every screen that speaks of them. */
export const measureStorage = async (): Promise<void> => {
  const estimate = await navigator.storage?.estimate?.().catch(() => null)
  const persisted = (await navigator.storage?.persisted?.().catch(() => null)) ?? null
  const freeBytes = estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0)
  useMemoryState.getState().set({ persisted, freeBytes })
}

export const readFacts = async (db: JournalDatabase, appBuild: string) => {
  await measureStorage()
  const { copies, persisted, freeBytes } = useMemoryState.getState()
  return { appBuild, freeBytes, persisted, copies, incident: await readIncident(db) }
}

/** Asks that the browser never clears the journal by itself. It may refuse, and then says so in the report. */
export const askToPersist = async (): Promise<void> => {
  await navigator.storage?.persist?.().catch(() => false)
  await measureStorage()
}
