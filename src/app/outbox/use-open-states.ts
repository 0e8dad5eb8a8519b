// How many own entries are in each state, without the refusals that a person has read or mended.
import { useLiveQuery } from 'dexie-react-hooks'
import type { ShownState } from '../../domain/transfer/not-carried.ts'
import { listEntries } from '../../store/outbox-view.ts'
import { readReadRefusals } from '../../store/reading/queue-facts.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'
import { openStates } from './queue-view.ts'

/** Undefined while it is being read. */
export const useOpenStates = (person: string): Record<ShownState, number> | undefined => {
  const { db } = useRuntime()
  const log = useLog(person)
  return useLiveQuery(
    async () => openStates(await listEntries(db, log), await readReadRefusals(db)),
    [db, log.device, log.person],
  )
}
