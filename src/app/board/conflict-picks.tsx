// Open conflicts for whoever reads the board: what stands there, what the clause proposes, and a choice with a reason.
import { type FormEvent, useState } from 'react'
import type { BoardConflict } from '../../contract/board-schema.ts'
import type { School } from '../../domain/school.ts'
import type { SignedIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { proposalWords } from '../messages/board.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { picks, pickWords } from '../messages/screens/board/picks.ts'
import { dateAndTime } from '../messages/time.ts'
import { cellWords, valueText } from '../messages/values.ts'
import styles from './conflicts.module.css'
import { LessonLink } from './lesson-link.tsx'
import { type Chosen, usePicks } from './use-picks.ts'

interface CandidatesProps {
  conflict: BoardConflict
  zone: string
  chosen: number | undefined
  onChoose(at: number): void
}

const Candidates = ({ conflict, zone, chosen, onChoose }: CandidatesProps) => {
  const { cell, proposal, may, authors } = conflict
  return (
    <div className={styles.candidates}>
      {cell.candidates.map((one, at) => {
        const proposed = proposal?.candidate === at
        const words = (
          <>
            <b>{valueText(one.value)}</b>
            {one.entries.length === 0 && <small>{pickWords.wasEmpty}</small>}
            {one.entries.map((entry) => (
              <small key={entry.entry}>
                {entry.source === 'ais' ? pickWords.inAis : authors[entry.author]},{' '}
                {dateAndTime(entry.recordedAt, zone)}
              </small>
            ))}
            {proposed && <small className={styles.clause}>{proposalWords(proposal)}</small>}
          </>
        )
        const key = `${at} ${one.entries[0]?.entry}`
        if (may === 'none') {
          return (
            <div key={key} className={styles.candidate} data-proposed={proposed}>
              {words}
            </div>
          )
        }
        return (
          <label key={key} className={styles.candidate} data-proposed={proposed}>
            <input
              type="radio"
              name={cell.key}
              checked={chosen === at}
              onChange={() => onChoose(at)}
              aria-label={pickWords.keep(valueText(one.value))}
            />
            <span>{words}</span>
          </label>
        )
      })}
    </div>
  )
}

const Place = ({ conflict, zone }: { conflict: BoardConflict; zone: string }) => (
  <p className={styles.place}>
    <Glyph name="conflict" size={14} /> <b>{conflict.pupil ?? pickWords.wholeLesson}</b>,{' '}
    {cellWords(conflict.cell.cell)}
    <small>
      {conflict.lesson && 'lesson' in conflict.cell.cell && (
        <>
          <LessonLink id={conflict.cell.cell.lesson} place={conflict.lesson} />, {conflict.lesson.teacher},{' '}
        </>
      )}
      {pickWords.since(dateAndTime(conflict.openedAt, zone))}
    </small>
  </p>
)

/** Blanks alone give no reason: the hub would refuse them. */
const saysSomething = '.*\\S.*'

interface PicksProps {
  who: SignedIn
  school: School
  conflicts: readonly BoardConflict[]
  zone: string
}

export const ConflictPicks = ({ who, school, conflicts, zone }: PicksProps) => {
  const { record, sent, trouble, saved } = usePicks(who, school, conflicts)
  const [chosen, setChosen] = useState<Chosen>({})
  const [reason, setReason] = useState('')
  const open = conflicts.filter((one) => one.may !== 'none' && sent.get(one.cell.key) !== 'sent')
  const proposed = open.filter((one) => one.proposal !== null)
  const ready = open.filter((one) => chosen[one.cell.key] !== undefined)

  const takeProposals = (): void =>
    setChosen({
      ...chosen,
      ...Object.fromEntries(
        open.flatMap(({ cell, proposal }) => (proposal === null ? [] : [[cell.key, proposal.candidate]])),
      ),
    })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const mine = Object.fromEntries(ready.map((one) => [one.cell.key, chosen[one.cell.key] ?? 0]))
    if (await record(mine, reason.trim(), picks(ready.length))) {
      setChosen({})
      setReason('')
    }
  }
  return (
    <section className={styles.panel} aria-label={boardColumns.conflicts}>
      <header className={styles.bar}>
        <h2>{pickWords.title(conflicts.length)}</h2>
        {proposed.length > 0 && (
          <Button onClick={takeProposals}>{pickWords.pickProposed(proposed.length)}</Button>
        )}
      </header>
      <ul className={styles.list}>
        {conflicts.map((conflict) => {
          const state = sent.get(conflict.cell.key)
          return (
            <li key={conflict.cell.key}>
              <Place {...{ conflict, zone }} />
              {state === 'sent' ? (
                <p className={styles.note}>
                  <Glyph name="queued" size={14} /> {pickWords.kept}
                </p>
              ) : (
                <>
                  {state === 'refused' && <p className={styles.note}>{pickWords.overtaken}</p>}
                  <Candidates
                    {...{ conflict, zone }}
                    chosen={chosen[conflict.cell.key]}
                    onChoose={(at) => setChosen({ ...chosen, [conflict.cell.key]: at })}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
      {trouble && (
        <Panel tone="bad" role="alert">
          {trouble}
        </Panel>
      )}
      {saved && <p className={styles.note}>{saved}</p>}
      {open.length > 0 && (
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          <TextField
            label={pickWords.reason}
            note={pickWords.reasonNote}
            required
            pattern={saysSomething}
            title={pickWords.reasonNeeded}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button kind="primary" type="submit" disabled={ready.length === 0}>
            {pickWords.record(ready.length)}
          </Button>
        </form>
      )}
    </section>
  )
}
