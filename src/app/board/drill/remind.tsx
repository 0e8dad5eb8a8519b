// Reminds a teacher on the tablet: the words are proposed from what the board shows, the person may change them.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import type { BoardAnswer, TeacherRow } from '../../../contract/board-schema.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { reminderWords } from '../../messages/board.ts'
import { hubSentence } from '../../messages/problems.ts'
import { giveUpWords } from '../../messages/screens/board/give-up.ts'
import { dateAndTime } from '../../messages/time.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import own from './drill.module.css'

const key = ['board', 'reminders']

export const Remind = ({ row, board }: { row: TeacherRow; board: BoardAnswer }) => {
  const { hub } = useRuntime()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: key, queryFn: () => hub.reminders(), refetchInterval: 60_000 })
  const [text, setText] = useState(() => reminderWords(row, board))
  // The same act keeps its id until the hub has taken it: sent twice, it is one.
  const [id, setId] = useState(() => v7())
  const [trouble, setTrouble] = useState<string | null>(null)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const outcome = await hub.remind({ id, person: row.key, text: text.trim() })
    setTrouble(hubSentence(outcome))
    if (outcome.kind !== 'ok') return
    queries.setQueryData(key, outcome)
    setId(v7())
  }
  const sent = data?.kind === 'ok' ? data.value.reminders.filter((one) => one.person === row.key) : []
  return (
    <Panel title={giveUpWords.remindTitle}>
      <form className={own.remind} onSubmit={(event) => void send(event)}>
        <TextField
          multiline
          label={giveUpWords.remindWhat}
          note={giveUpWords.remindNote}
          required
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button kind="primary" type="submit">
          {giveUpWords.remind}
        </Button>
      </form>
      {trouble && <p role="alert">{trouble}</p>}
      {sent.length > 0 && (
        <ul className={own.sent} aria-label={giveUpWords.reminded}>
          {sent.map((one) => (
            <li key={one.id}>
              {one.sender}, {dateAndTime(one.at, board.zone)}: {one.text}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
