// The register of outages: read again and again, and what a deputy enters in it. Online by nature.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HubOutcome } from '../../contract/hub-client.ts'
import type { OutageAct, RegisterAnswer } from '../../contract/outage-schema.ts'
import { unfitSentence } from '../messages/outages.ts'
import { hubSentence } from '../messages/problems.ts'
import { outagePageWords } from '../messages/screens/outages.ts'
import { keepLast } from '../runtime/keep-last.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { announce } from '../shell/announcer.tsx'

const key = ['outages']

/** Why nothing was entered, or null when it was. */
const troubleOf = (outcome: HubOutcome<RegisterAnswer>): string | null => {
  if (outcome.kind !== 'ok') return hubSentence(outcome)
  const { unfit, overlapped } = outcome.value
  return unfit === undefined ? null : unfitSentence(unfit, overlapped)
}

export const useRegister = () => {
  const { hub } = useRuntime()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => hub.register(),
    refetchInterval: 15_000,
    structuralSharing: keepLast,
  })
  const [trouble, setTrouble] = useState<string | null>(null)
  /** True once the hub has kept it. */
  const act = async (wanted: OutageAct): Promise<boolean> => {
    const outcome = await hub.outageAct(wanted)
    const found = troubleOf(outcome)
    setTrouble(found)
    if (found !== null) return false
    queries.setQueryData(key, outcome)
    announce(outagePageWords.entered)
    return true
  }
  return { data, act, trouble }
}

export type RegisterAct = ReturnType<typeof useRegister>['act']
