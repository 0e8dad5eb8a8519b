// What waits for its place on the hub, and a person's decision about it. Online by nature.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BindAct } from '../../../contract/unbound-schema.ts'
import { hubSentence } from '../../messages/problems.ts'
import { unboundWords, whyUnboundSentences } from '../../messages/screens/school/unbound.ts'
import { keepLast } from '../../runtime/keep-last.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import { announce } from '../../shell/announcer.tsx'

const key = ['unbound']

export const useUnbound = () => {
  const { hub } = useRuntime()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => hub.unbound(),
    refetchInterval: 30_000,
    structuralSharing: keepLast,
  })
  const [trouble, setTrouble] = useState<string | null>(null)
  const bind = async (act: BindAct): Promise<void> => {
    const outcome = await hub.bindByHand(act)
    const unfit = outcome.kind === 'ok' ? outcome.value.unfit : undefined
    const said = unfit ? unboundWords.notBound(whyUnboundSentences[unfit]) : hubSentence(outcome)
    setTrouble(said)
    if (outcome.kind === 'ok') queries.setQueryData(key, outcome)
    if (said === null) announce(unboundWords.bound)
  }
  return { data, bind, trouble }
}
