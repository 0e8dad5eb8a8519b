// A deputy leaves entries of the lesson out of АИС, which will not take them: which ones, why, and what that means.
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import type { LessonCells } from '../../../contract/history-schema.ts'
import { type GivenUpCause, givenUpCauses, mayBeGivenUp } from '../../../domain/transfer/not-carried.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { hubSentence } from '../../messages/problems.ts'
import { boardColumns } from '../../messages/screens/board/columns.ts'
import { cellsToGive, giveUpWords } from '../../messages/screens/board/give-up.ts'
import { pickWords } from '../../messages/screens/board/picks.ts'
import { beforeGivingUp, givenUpCauseWords, movedSentence } from '../../messages/screens/not-carried.ts'
import { cellWords, valueText } from '../../messages/values.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import own from './drill.module.css'

type Written = LessonCells['cells'][number]

const isOpen = ({ cell }: Written): boolean =>
  cell.candidates.length === 0 && cell.state !== null && mayBeGivenUp(cell.state)

const Form = ({ open, onDone }: { open: readonly Written[]; onDone(): void }) => {
  const { hub } = useRuntime()
  const queries = useQueryClient()
  const [id, setId] = useState(() => v7())
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [cause, setCause] = useState<GivenUpCause>('locked')
  const [note, setNote] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const picked = open.filter(({ cell }) => chosen.includes(cell.key))
  const toggle = (key: string): void =>
    setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const seen = picked.map(({ cell }) => ({ key: cell.key, holders: cell.holders.map((one) => one.entry) }))
    const outcome = await hub.giveUpTransfer({ id, cells: seen, cause, note: note.trim() })
    if (outcome.kind !== 'ok') return setTrouble(hubSentence(outcome))
    await queries.invalidateQueries({ queryKey: ['board'] })
    if (!outcome.value.moved) return onDone()
    setId(v7())
    setTrouble(movedSentence)
  }
  return (
    <form className={own.remind} onSubmit={(event) => void send(event)}>
      <p>{beforeGivingUp}</p>
      <fieldset className={own.choices}>
        <legend>{giveUpWords.what}</legend>
        {open.map(({ cell, pupil }) => (
          <label key={cell.key}>
            <input type="checkbox" checked={chosen.includes(cell.key)} onChange={() => toggle(cell.key)} />
            {pupil ?? pickWords.wholeLesson}, {cellWords(cell.cell)}: <b>{valueText(cell.value)}</b>
          </label>
        ))}
      </fieldset>
      <Button kind="quiet" onClick={() => setChosen(open.map(({ cell }) => cell.key))}>
        {giveUpWords.pickAll}
      </Button>
      <SelectField
        label={boardColumns.why}
        value={cause}
        choices={givenUpCauses.map((one) => ({ value: one, label: givenUpCauseWords[one] }))}
        onChoose={(value) => setCause(value as GivenUpCause)}
      />
      <TextField
        label={giveUpWords.details}
        note={giveUpWords.detailsNote}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button kind="danger" type="submit" disabled={picked.length === 0}>
        {giveUpWords.submit(cellsToGive(picked.length))}
      </Button>
      {trouble && <p role="alert">{trouble}</p>}
    </form>
  )
}

/** Stands there for whoever may say so, while anything of the lesson waits for АИС. */
export const GiveUp = ({ told }: { told: LessonCells }) => {
  const [asked, setAsked] = useState(false)
  const open = told.cells.filter(isOpen)
  if (!told.mayGiveUp || open.length === 0) return null
  return (
    <Panel
      title={giveUpWords.title}
      actions={
        <Button pressed={asked} aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {giveUpWords.begin}
        </Button>
      }
    >
      <p>{giveUpWords.lead(open.length)}</p>
      {asked && <Form open={open} onDone={() => setAsked(false)} />}
    </Panel>
  )
}
