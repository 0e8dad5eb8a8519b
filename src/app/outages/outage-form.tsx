// Enters an outage by hand, or announces one for later. What the probes see they enter themselves.
import { useState } from 'react'
import type { OutageAct, RegisterAnswer } from '../../contract/outage-schema.ts'
import type { OutageScope } from '../../domain/outage.ts'
import { Form, FormActs, Whole } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { outagePageWords } from '../messages/screens/outages.ts'
import { fieldOf, momentIn } from './school-moment.ts'
import type { RegisterAct } from './use-register.ts'

type Kind = 'open' | 'plan'

/** The values of the choice «для кого» carry the scope as text. */
const scopeChoices = ({ buildings, teachers }: RegisterAnswer) => [
  { value: 'school', label: outagePageWords.wholeSchool },
  ...buildings.map((one) => ({ value: `building ${one}`, label: outagePageWords.building(one) })),
  ...teachers.map((one) => ({ value: `teacher ${one.id}`, label: one.name })),
]

const scopeIn = (choice: string): OutageScope => {
  const [kind, ...rest] = choice.split(' ')
  const name = rest.join(' ')
  if (kind === 'building') return { kind, building: name }
  return kind === 'teacher' ? { kind, person: name } : { kind: 'school' }
}

interface OutageFormProps {
  kind: Kind
  register: RegisterAnswer
  act: RegisterAct
  onDone(): void
}

const words: Record<Kind, { to: string; toNote: string; reason: string; submit: string }> = {
  open: {
    to: outagePageWords.restored,
    toNote: outagePageWords.restoredNote,
    reason: outagePageWords.source,
    submit: outagePageWords.record,
  },
  plan: {
    to: outagePageWords.until,
    toNote: '',
    reason: outagePageWords.announcedBy,
    submit: outagePageWords.plan,
  },
}

export const OutageForm = ({ kind, register, act, onDone }: OutageFormProps) => {
  const { zone, serverTime } = register
  const [scope, setScope] = useState('school')
  const [from, setFrom] = useState(() => fieldOf(serverTime, zone))
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const submit = async (): Promise<void> => {
    const begins = momentIn(from, zone)
    const ends = momentIn(to, zone)
    if (begins === null || (kind === 'plan' && ends === null)) return
    const wanted: OutageAct =
      kind === 'plan'
        ? { kind, scope: scopeIn(scope), from: begins, to: ends ?? begins, reason }
        : { kind, scope: scopeIn(scope), at: begins, ...(ends && { until: ends }), reason }
    if (await act(wanted)) onDone()
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={outagePageWords.scope}
        choices={scopeChoices(register)}
        value={scope}
        onChoose={setScope}
      />
      <TextField
        label={kind === 'plan' ? outagePageWords.from : outagePageWords.downSince}
        type="datetime-local"
        required
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextField
        label={words[kind].to}
        note={words[kind].toNote}
        type="datetime-local"
        required={kind === 'plan'}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Whole>
        <TextField
          label={words[kind].reason}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Whole>
      <FormActs submit={words[kind].submit} leave={{ label: outagePageWords.leave, go: onDone }} />
    </Form>
  )
}
