// Opens the device's memory: IndexedDB, compared with the second copy, and the gate that stops at the first error.
import { toInstant } from '../../domain/time.ts'
import { type LogHead, type LogRow, openJournalDatabase } from '../../store/database.ts'
import { deviceId } from '../../store/device.ts'
import { headLines, rowLines, type SecondCopy } from '../../store/second-copy/copy-lines.ts'
import { summarizeForCopy } from '../../store/second-copy/copy-summary.ts'
import { checkMemory } from '../../store/second-copy/memory-check.ts'
import { watchTransactions } from '../../store/transactions.ts'
import { createWriteGate } from '../../store/write-gate.ts'
import { openOpfsCopy } from '../second-copy/opfs-copy.ts'
import { useMemoryState } from './memory-state.ts'

const openMs = 5_000
const setTimer = (fn: () => void, afterMs: number): (() => void) => {
  const timer = setTimeout(fn, afterMs)
  return () => clearTimeout(timer)
}

/** Rejects when IndexedDB does not open in time: a journal that only seems to be there must not be used. */
export const openMemory = async (newId: () => string) => {
  const { set } = useMemoryState.getState()
  const gate = createWriteGate({ setTimer, timeoutMs: openMs, onStop: (stopped) => set({ stopped }) })
  const db = openJournalDatabase()
  const transactions = watchTransactions(db, gate)
  // Said at once: until somebody taps, a tab that may write no more would look like one that may.
  db.on('versionchange', () => {
    set({ closed: true })
    gate.note({ kind: 'notSaved', why: 'closed', detail: 'versionchange' })
  })
  addEventListener('pagehide', ({ persisted }) => {
    if (persisted) transactions.putAside()
  })
  // What the page gave up itself must not look like a storage that fails: it starts anew.
  addEventListener('pageshow', () => {
    if (transactions.takeUp()) location.reload()
  })
  // Opening alone proves nothing: a page that was put aside may still hold the storage.
  await gate.inTime(db.open().then(() => db.transaction('rw', db.tables, async () => db.meta.count())))
  let copy: SecondCopy | null = openOpfsCopy()
  const oneCopyOnly = (): void => {
    copy = null
    set({ copies: 1 })
  }
  const now = toInstant(Date.now())
  if (copy) await checkMemory(db, copy, now).catch(oneCopyOnly)
  // What can't be compared holds up no start: an error of the storage has closed the gate by itself.
  if (!copy) await checkMemory(db, null, now).catch(() => null)
  const device = await deviceId(db, newId)
  const second = copy
  if (second) {
    await summarizeForCopy(db, device)
      .then((text) => second.replace(text))
      .then(() => set({ copies: 2 }), oneCopyOnly)
  }
  return {
    ...{ db, device, gate },
    /** All that the second copy holds, also after it has failed to take more. */
    readCopy: async (): Promise<string> => (second ? second.readAll() : ''),
    /** Off a tap's way: what is saved is saved, and the copy follows. */
    keep: (rows: readonly LogRow[], head?: LogHead): void =>
      void copy?.append(headLines(head ? [head] : []) + rowLines(rows)).catch(oneCopyOnly),
  }
}
