// Enters a document about an absence: kind and days alone, no diagnosis, no number, no scan (п. 2.9). Works offline.
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { reasonDeadline } from '../../domain/deadline/working-day-deadline.ts'
import { checkDocument, usualReason } from '../../domain/pupils/absence-document.ts'
import type { PupilId, School } from '../../domain/school.ts'
import type { SchoolDate } from '../../domain/time.ts'
import type { AbsenceDocument, AbsenceDocumentKind, AbsenceReason } from '../../domain/value.ts'
import { readAbsences } from '../../store/reading/absences.ts'
import { Form, FormActs, Whole } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../lesson/said.ts'
import { useActs, type useAuthor } from '../lesson/use-lesson.ts'
import { absences, documentFaultSentences, documentKindWords } from '../messages/absence-documents.ts'
import { absenceWords } from '../messages/screens/absence.ts'
import { termWords } from '../messages/screens/term-words.ts'
import { shortDate } from '../messages/time.ts'
import { reasonWords } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import styles from './absence.module.css'
import { reasonChanges, toFill } from './fill-reasons.ts'

const kindChoices = Object.entries(documentKindWords).map(([value, label]) => ({ value, label }))
const reasonChoices = Object.entries(reasonWords).map(([value, label]) => ({ value, label }))

interface DocumentFormProps {
  school: School
  pupils: readonly { id: PupilId; name: string }[]
  today: SchoolDate
  author: ReturnType<typeof useAuthor>
}

/** Undefined while they are being read. */
const useCovered = (school: School, pupil: PupilId, from: SchoolDate, to: SchoolDate, author: Author) => {
  const { db } = useRuntime()
  return useLiveQuery(
    () => (from && to ? readAbsences(db, school, author.log, pupil, { from, to }) : []),
    [db, school, pupil, from, to],
  )
}
type Author = DocumentFormProps['author']

export const DocumentForm = ({ school, pupils, today, author }: DocumentFormProps) => {
  const [pupil, setPupil] = useState(pupils[0]?.id ?? '')
  const [kind, setKind] = useState<AbsenceDocumentKind>('medical')
  const [reason, setReason] = useState<AbsenceReason['reason']>('illness')
  const [received, setReceived] = useState(today)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const { act, trouble, said } = useActs(author)
  const { text: saved } = useWords(said)
  const covered = useCovered(school, pupil, from, to, author)
  const document: AbsenceDocument = { kind, received, from, to }
  const value: AbsenceReason = { reason, document }
  const fault = checkDocument(document, today)
  const left = toFill(covered ?? [], value)
  const { due, amberAt: strict } = reasonDeadline(school, received || today)
  const term = termWords({ due, strict }, school)
  const name = pupils.find((one) => one.id === pupil)?.name ?? ''
  const submit = (): void => {
    if (fault !== null || left.length === 0) return
    const said = `${name}, ${documentKindWords[kind].toLowerCase()}, ${absences(left.length)}`
    void act(reasonChanges(left, value), said)
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={absenceWords.pupil}
        value={pupil}
        choices={pupils.map(({ id, name: label }) => ({ value: id, label }))}
        onChoose={setPupil}
      />
      <SelectField
        label={absenceWords.document}
        value={kind}
        choices={kindChoices}
        onChoose={(chosen) => {
          setKind(chosen as AbsenceDocumentKind)
          setReason(usualReason[chosen as AbsenceDocumentKind])
        }}
      />
      <SelectField
        label={absenceWords.reason}
        value={reason}
        choices={reasonChoices}
        onChoose={(chosen) => setReason(chosen as AbsenceReason['reason'])}
      />
      <TextField
        label={absenceWords.received}
        type="date"
        required
        max={today}
        value={received}
        onChange={(event) => setReceived(event.currentTarget.value)}
      />
      <TextField
        label={absenceWords.firstDay}
        type="date"
        required
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextField
        label={absenceWords.lastDay}
        type="date"
        required
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Whole>
        {fault ? (
          <p className={styles.fault} role="alert">
            {documentFaultSentences[fault]}
          </p>
        ) : (
          <p>
            {left.length === 0
              ? covered?.length
                ? absenceWords.alreadyFilled(covered.length)
                : absenceWords.nothingMissed
              : absenceWords.willFill(
                  absences(left.length),
                  [...new Set(left.map((one) => shortDate(one.lesson.date)))].join(', '),
                )}{' '}
            {received && absenceWords.deadline(term.moment)} {received && term.unsure}
          </p>
        )}
        {trouble && (
          <p className={styles.fault} role="alert">
            {trouble}
          </p>
        )}
      </Whole>
      <FormActs
        submit={left.length === 0 ? absenceWords.nothingToFill : absenceWords.fill(absences(left.length))}
        disabled={fault !== null || left.length === 0}
      >
        {saved && !trouble && <span className={styles.saved}>{saved}</span>}
      </FormActs>
    </Form>
  )
}
