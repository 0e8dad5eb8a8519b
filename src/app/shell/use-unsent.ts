// How much of this person's work has not reached the hub, and how old the oldest of it is.
import { useLiveQuery } from 'dexie-react-hooks'
import { type OutboxSummary, summary } from '../../store/outbox-view.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'

const nothing: OutboxSummary = { unsent: 0, oldestUnsentAt: null }

export const useUnsent = (person: string): OutboxSummary => {
  const { db } = useRuntime()
  const log = useLog(person)
  return useLiveQuery(() => summary(db, log), [db, log.device, log.person], nothing)
}
