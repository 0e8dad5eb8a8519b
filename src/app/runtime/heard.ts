// What is asked of the storage while nobody waits for the answer: when it fails, the strip of every screen says so.
import { saveFailure } from '../../store/save-failure.ts'
import { useMemoryState } from './memory-state.ts'

/** For a press or a draft: of a reading that fails the gate is told by its transaction. */
export const heard = (work: Promise<unknown>): void =>
  void work.catch((error: unknown) => useMemoryState.getState().set({ unsaved: saveFailure(error) }))
