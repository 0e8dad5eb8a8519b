// The board as the hub tells it: asked anew at each bell and every few seconds; the last answer stays while it is silent.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { BoardAnswer } from '../../contract/board-schema.ts'
import type { HubOutcome } from '../../contract/hub-client.ts'
import { keepLast } from '../runtime/keep-last.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

type Outcome = HubOutcome<BoardAnswer>

/** Bells come in bursts: a look a second after the last of them is enough. */
const afterBellMs = 1_000
const everyMs = 10_000

/** Asks everything whose key begins with `board` anew after a bell of the hub. */
export const useBoardBell = (): void => {
  const queries = useQueryClient()
  const bell = useSyncState((state) => state.bell)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each bell is a reason of its own
  useEffect(() => {
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['board'] }), afterBellMs)
    return () => clearTimeout(timer)
  }, [queries, bell])
}

/** Undefined before the first answer. */
export const useBoard = (): Outcome | undefined => {
  const { hub } = useRuntime()
  useBoardBell()
  const { data } = useQuery({
    queryKey: ['board'],
    queryFn: () => hub.board(),
    refetchInterval: everyMs,
    structuralSharing: keepLast,
  })
  return data
}
