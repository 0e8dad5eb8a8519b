// One outage: when, for whom, until when its entries are to be moved, and every event of it with its evidence.
import { useState } from 'react'
import type { OutageAct, RegisterAnswer } from '../../contract/outage-schema.ts'
import type { School } from '../../domain/school.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActs } from '../../ui/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { eventSentence, linkedCount, linkedSentence, scopeWords, seenSentence } from '../messages/outages.ts'
import { outagePageWords } from '../messages/screens/outages.ts'
import { termWords } from '../messages/screens/term-words.ts'
import { dateAndTime, deadline } from '../messages/time.ts'
import styles from './outages.module.css'
import { fieldOf, momentIn } from './school-moment.ts'
import type { RegisterAct } from './use-register.ts'

type Listed = RegisterAnswer['outages'][number]
type Asked = 'end' | 'return' | 'confirm'

const askedWords: Record<Asked, { moment: string | null; reason: boolean; submit: string }> = {
  end: { moment: outagePageWords.restored, reason: false, submit: outagePageWords.closeCase },
  return: { moment: outagePageWords.restored, reason: true, submit: outagePageWords.confirmReturn },
  confirm: { moment: null, reason: true, submit: outagePageWords.confirmCase },
}

interface AskProps {
  asked: Asked
  listed: Listed
  register: RegisterAnswer
  act: RegisterAct
  onDone(): void
}

const Ask = ({ asked, listed, register, act, onDone }: AskProps) => {
  const { no, restoredAt } = listed.outage
  const { zone, serverTime } = register
  const { moment, reason: asksReason, submit } = askedWords[asked]
  const [at, setAt] = useState(() => fieldOf(restoredAt ?? serverTime, zone))
  const [reason, setReason] = useState('')
  const send = async (): Promise<void> => {
    const typed = momentIn(at, zone)
    if (typed === null) return
    // The field shows minutes: what nobody has changed keeps its seconds.
    const instant = restoredAt !== null && at === fieldOf(restoredAt, zone) ? restoredAt : typed
    const acts: Record<Asked, OutageAct> = {
      end: { kind: 'end', no, at: instant },
      return: { kind: 'return', no, at: instant, reason },
      confirm: { kind: 'confirm', no, reason },
    }
    if (await act(acts[asked])) onDone()
  }
  return (
    <Form onSubmit={send}>
      {moment && (
        <TextField
          label={moment}
          type="datetime-local"
          required
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
      )}
      {asksReason && (
        <TextField
          label={outagePageWords.source}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <FormActs submit={submit} leave={{ label: outagePageWords.leave, go: onDone }} />
    </Form>
  )
}

type Calendar = Pick<School, 'zone' | 'workYears'>

const Facts = ({ listed, calendar }: { listed: Listed; calendar: Calendar }) => {
  const { openedAt, restoredAt, closedAt, due, strict, firstDue, extendedBy } = listed.outage
  const { zone } = calendar
  const term = due === null ? null : termWords({ due, strict }, calendar)
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{outagePageWords.downSince}</dt>
        <dd>{dateAndTime(openedAt, zone)}</dd>
      </div>
      <div>
        <dt>{outagePageWords.restored}</dt>
        <dd>
          {restoredAt === null ? outagePageWords.notYet : dateAndTime(restoredAt, zone)}
          {restoredAt !== null && closedAt === null && outagePageWords.beingChecked}
        </dd>
      </div>
      <div>
        <dt>{outagePageWords.transferBy}</dt>
        <dd>{term === null ? outagePageWords.termNotBegun : term.moment}</dd>
        {term?.unsure && <dd className={styles.first}>{term.unsure}</dd>}
        {firstDue && (
          <dd className={styles.first}>
            {outagePageWords.firstTerm(deadline(firstDue, zone))} {extendedBy}
          </dd>
        )}
      </div>
    </dl>
  )
}

/** What the timetable had in that time, whether it was recorded here or not. */
const Linked = ({ count, rows }: NonNullable<Listed['lessons']>) =>
  count === 0 ? (
    <p className={styles.none}>{linkedCount(count)}</p>
  ) : (
    <details className={styles.events}>
      <summary>{linkedCount(count)}</summary>
      <ul>
        {rows.map((row) => (
          <li key={`${row.date} ${row.target}`}>{linkedSentence(row)}</li>
        ))}
      </ul>
    </details>
  )

interface OutageCardProps {
  listed: Listed
  register: RegisterAnswer
  act: RegisterAct
  mayAct: boolean
  /** Whose working years the terms go by. */
  calendar: Calendar
}

export const OutageCard = ({ listed, register, act, mayAct, calendar }: OutageCardProps) => {
  const { outage, events, byHand, lessons } = listed
  const { zone, teachers } = register
  const [asked, setAsked] = useState<Asked | null>(null)
  const open = outage.closedAt === null
  const offers = [
    ...(open && byHand ? [['end', outagePageWords.close] as const] : []),
    ...(outage.restoredAt === null ? [] : [['return', outagePageWords.confirmReturn] as const]),
    ...(outage.confirmedAt === undefined ? [['confirm', outagePageWords.confirmCase] as const] : []),
  ]
  return (
    <Panel
      tone={open ? 'warn' : 'plain'}
      title={outagePageWords.caseTitle(outage.no, scopeWords(outage.scope, teachers))}
      actions={
        mayAct &&
        asked === null &&
        offers.map(([kind, label]) => (
          <Button key={kind} onClick={() => setAsked(kind)}>
            {label}
          </Button>
        ))
      }
    >
      <Facts {...{ listed, calendar }} />
      <details className={styles.events}>
        <summary>{outagePageWords.events(events.length)}</summary>
        <ol>
          {events.map((event) => (
            <li key={`${event.at} ${event.kind} ${event.text}`}>
              <time dateTime={event.at}>{dateAndTime(event.at, zone)}</time>
              <span>{eventSentence(event, zone)}</span>
              {event.text && <small>{event.text}</small>}
              {event.seen && <small>{seenSentence(event.seen)}</small>}
            </li>
          ))}
        </ol>
      </details>
      {lessons && <Linked {...lessons} />}
      {asked && <Ask {...{ asked, listed, register, act }} onDone={() => setAsked(null)} />}
    </Panel>
  )
}
