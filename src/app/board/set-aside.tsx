// A deputy waits no longer for what is held or has never come: said in two steps, for it can't be taken back.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { Button } from '../../ui/button.tsx'
import { hubSentence } from '../messages/problems.ts'
import { boardListWords } from '../messages/screens/board/lists.ts'
import { beforeSettingAside, setAsideLabel, setAsideMoved } from '../messages/screens/set-aside.ts'
import { createActIds } from '../runtime/act-ids.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

/** As many as one act may name; the rest stays on the board for the next. */
const mostAtOnce = 1000

export const SetAside = ({ stuck }: { stuck: BoardAnswer['stuck'][number] }) => {
  const { hub } = useRuntime()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [idOf] = useState(() => createActIds(v7))
  const [trouble, setTrouble] = useState<string | null>(null)
  const entries = (stuck.blockers ?? []).slice(0, mostAtOnce)
  if (entries.length === 0) return null
  const decide = async (): Promise<void> => {
    const outcome = await hub.setAside({ id: idOf(entries), entries })
    if (outcome.kind !== 'ok') return setTrouble(hubSentence(outcome))
    setTrouble(outcome.value.moved ? setAsideMoved : null)
    setAsked(false)
    await queries.invalidateQueries({ queryKey: ['board'] })
  }
  return (
    <div>
      <Button pressed={asked} aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {setAsideLabel}
        <span className="visually-hidden">: {stuck.name}</span>
      </Button>
      {asked && (
        <>
          <p>{beforeSettingAside(stuck)}</p>
          <Button kind="danger" onClick={() => void decide()}>
            {boardListWords.doNotWait}
          </Button>
        </>
      )}
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  )
}
