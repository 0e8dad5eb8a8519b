// Fail-stop: after the first error of the storage itself nothing more is written until the journal is opened anew.
// An app that went on after such an error had its whole IndexedDB emptied; one that stopped lost nothing.
import type { SaveFailure } from './save-failure.ts'

export interface WriteGate {
  /** Why nothing is written any more, or null. */
  stopped(): SaveFailure | null
  /** Closes the gate for good when this failure is the storage's. Returns the failure. */
  note(failure: SaveFailure): SaveFailure
  /** Rejects with `WriteTimeout` when the write has not ended in time; it may still have been committed. */
  inTime<T>(write: Promise<T>): Promise<T>
}

class WriteTimeout extends Error {
  override name = 'WriteTimeout'
}

export interface GatePorts {
  setTimer(fn: () => void, afterMs: number): () => void
  timeoutMs: number
  onStop(failure: SaveFailure): void
}

export const createWriteGate = ({ setTimer, timeoutMs, onStop }: GatePorts): WriteGate => {
  let stopped: SaveFailure | null = null
  return {
    stopped: () => stopped,
    note: (failure) => {
      // A mistake of ours in one write says nothing of the storage.
      if (failure.why === 'failed' || stopped) return failure
      stopped = failure
      onStop(failure)
      return failure
    },
    inTime: (write) =>
      new Promise((resolve, reject) => {
        const cancel = setTimer(() => reject(new WriteTimeout()), timeoutMs)
        write.then(resolve, reject).finally(cancel)
      }),
  }
}
