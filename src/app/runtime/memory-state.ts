// What a screen needs to know of the device's memory: whether it still writes, and how many copies it keeps.
import { create } from 'zustand'
import type { SaveFailure } from '../../store/save-failure.ts'

interface MemoryState {
  /** Two where what is unsent is also kept outside IndexedDB. */
  copies: 1 | 2
  /** The browser's answer whether it keeps the journal when space runs short; null while it tells nothing. */
  persisted: boolean | null
  /** What the browser promises, in bytes; a full disk may still refuse. */
  freeBytes: number | null
  /** The storage has failed: nothing is written until the journal is opened anew. */
  stopped: SaveFailure | null
  /** What a press or a draft could not write down, and nothing else has said: until it is read. */
  unsaved: SaveFailure | null
  /** A newer tab has taken the storage over: nothing can be read from it here any more either. */
  closed: boolean
  set(change: Partial<Omit<MemoryState, 'set'>>): void
}

export const useMemoryState = create<MemoryState>((set) => ({
  copies: 1,
  persisted: null,
  freeBytes: null,
  stopped: null,
  unsaved: null,
  closed: false,
  set: (change) => set(change),
}))
