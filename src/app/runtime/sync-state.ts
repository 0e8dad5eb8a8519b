// What a screen needs of the running engine; facts that must outlive the tab are in IndexedDB, not here.
import { create } from 'zustand'
import { firstStatus, type SyncStatus } from '../../sync/status.ts'

interface SyncState {
  status: SyncStatus
  /** A new build waits for a person's word. */
  updateReady: boolean
  /** The hub's revision at its last bell: what is online by nature is asked anew when it changes. */
  bell: number
  set(change: Partial<Omit<SyncState, 'set'>>): void
}

export const useSyncState = create<SyncState>((set) => ({
  status: firstStatus,
  updateReady: false,
  bell: 0,
  set: (change) => set(change),
}))
