// What is announced ahead, and what was announced and taken back: said until its time is over.
import { useState } from 'react'
import type { PlannedOutage, RegisterAnswer } from '../../contract/outage-schema.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActs, Whole } from '../../ui/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { scopeWords } from '../messages/outages.ts'
import { outagePageWords } from '../messages/screens/outages.ts'
import { dateAndTime, spanOfDates } from '../messages/time.ts'
import styles from './outages.module.css'
import type { RegisterAct } from './use-register.ts'

interface WithdrawProps {
  planned: PlannedOutage
  act: RegisterAct
  onDone(): void
}

const Withdraw = ({ planned, act, onDone }: WithdrawProps) => {
  const [reason, setReason] = useState('')
  const send = async (): Promise<void> => {
    if (await act({ kind: 'withdraw', id: planned.id, reason })) onDone()
  }
  return (
    <Form onSubmit={send}>
      <Whole>
        <TextField
          label={outagePageWords.whyWithdrawn}
          note={outagePageWords.withdrawnNote}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Whole>
      <FormActs submit={outagePageWords.withdraw} leave={{ label: outagePageWords.leave, go: onDone }} />
    </Form>
  )
}

interface PlannedOutagesProps {
  register: RegisterAnswer
  act: RegisterAct
  mayAct: boolean
}

export const PlannedOutages = ({ register, act, mayAct }: PlannedOutagesProps) => {
  const { planned, withdrawn = [], teachers, zone } = register
  const [asked, setAsked] = useState<string | null>(null)
  if (planned.length + withdrawn.length === 0) return null
  const words = (one: PlannedOutage) =>
    outagePageWords.planned(scopeWords(one.scope, teachers), one.reason, one.name)
  return (
    <Panel tone="accent" title={outagePageWords.plannedTitle}>
      {planned.map((one) => (
        <div key={one.id}>
          <div className={styles.planned}>
            <p>
              <b>{spanOfDates(one.from, one.to, zone)}</b>
              {words(one)}
            </p>
            {mayAct && asked === null && (
              <Button onClick={() => setAsked(one.id)}>{outagePageWords.remove}</Button>
            )}
          </div>
          {asked === one.id && <Withdraw planned={one} act={act} onDone={() => setAsked(null)} />}
        </div>
      ))}
      {withdrawn.map((one) => (
        <div key={one.id} className={styles.planned}>
          <p>
            <s>{spanOfDates(one.from, one.to, zone)}</s>
            {outagePageWords.withdrawn(
              words(one),
              dateAndTime(one.withdrawn.at, zone),
              one.withdrawn.name,
              one.withdrawn.reason,
            )}
          </p>
        </div>
      ))}
    </Panel>
  )
}
