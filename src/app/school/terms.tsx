// Quarters and half-years: their names and days, corrected by hand (п. 2.6 counts the week of marks from them).
import { useState } from 'react'
import { v7 } from 'uuid'
import type { Term } from '../../domain/school.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActs } from '../../ui/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { termNote } from '../messages/school-people.ts'
import { schoolCalendarWords } from '../messages/screens/school/calendar.ts'
import { schoolFields } from '../messages/screens/school/fields.ts'
import { shortDate } from '../messages/time.ts'
import styles from './school.module.css'
import { type EditLists, type SchoolPart, useAtOpening } from './use-school-lists.ts'

interface TermFormProps {
  term: Term
  /** It stands in the lists already. */
  known: boolean
  edit: EditLists
  onDone(): void
}

const TermForm = ({ term, known, edit: now, onDone }: TermFormProps) => {
  const edit = useAtOpening(now)
  const [name, setName] = useState(term.name)
  const [from, setFrom] = useState(term.from)
  const [to, setTo] = useState(term.to)
  const [parallels, setParallels] = useState(term.parallels?.join('; ') ?? '')
  const save = async (): Promise<void> => {
    const { id } = term
    const add = { id, name: name.trim(), from, to, parallels: parallels.replaceAll(',', ';') }
    if (await edit([{ list: 'terms', add, ...(known && { remove: { id } }) }])) onDone()
  }
  return (
    <Form wide onSubmit={save}>
      <TextField
        label={schoolFields.name}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextField
        label={schoolFields.firstDay}
        type="date"
        required
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextField
        label={schoolCalendarWords.lastDay}
        type="date"
        required
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <TextField
        label={schoolCalendarWords.parallels}
        note={schoolCalendarWords.parallelsNote}
        value={parallels}
        onChange={(event) => setParallels(event.currentTarget.value)}
      />
      <FormActs submit={schoolCalendarWords.saveTerm} leave={{ label: schoolFields.leave, go: onDone }} />
    </Form>
  )
}

export const Terms = ({ answer: { school }, edit, mayEdit }: SchoolPart) => {
  const [asked, setAsked] = useState<string | null>(null)
  const [added, setAdded] = useState<Term | null>(null)
  const terms = [...school.terms].sort((a, b) => (a.from < b.from ? -1 : 1))
  return (
    <Panel
      title={schoolCalendarWords.termsTitle}
      actions={
        mayEdit && (
          <Button onClick={() => setAdded({ id: v7(), name: '', from: '', to: '' })}>
            {schoolCalendarWords.oneMoreTerm}
          </Button>
        )
      }
    >
      <p>{termNote}</p>
      {added && (
        <TermForm key={added.id} {...{ term: added, known: false, edit }} onDone={() => setAdded(null)} />
      )}
      <ul className={styles.list}>
        {terms.map((term) => (
          <li key={term.id}>
            <span>
              <b>{term.name}</b>
              <small>
                {shortDate(term.from)} – {shortDate(term.to)}
                {term.parallels && schoolCalendarWords.ofParallels(term.parallels.join(', '))}
              </small>
            </span>
            {mayEdit && (
              <Button
                pressed={asked === term.id}
                onClick={() => setAsked(asked === term.id ? null : term.id)}
              >
                {schoolFields.change}
              </Button>
            )}
            {asked === term.id && <TermForm {...{ term, known: true, edit }} onDone={() => setAsked(null)} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
