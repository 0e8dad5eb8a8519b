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
import { counted } from '../messages/counts.ts'
import { dateAndTime } from '../messages/time.ts'
import { cellWords, valueText } from '../messages/values.ts'
import styles from './conflicts.module.css'
import { LessonLink } from './lesson-link.tsx'
import { type Chosen, usePicks } from './use-picks.ts'

const picks = (n: number): string => counted(n, ['выбор', 'выбора', 'выборов'])

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
            {one.entries.length === 0 && <small>клетка была пуста</small>}
            {one.entries.map((entry) => (
              <small key={entry.entry}>
                {entry.source === 'ais' ? 'стоит в АИС СРО' : authors[entry.author]},{' '}
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
              aria-label={`Оставить «${valueText(one.value)}»`}
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
    <Glyph name="conflict" size={14} /> <b>{conflict.pupil ?? 'весь урок'}</b>,{' '}
    {cellWords(conflict.cell.cell)}
    <small>
      {conflict.lesson && 'lesson' in conflict.cell.cell && (
        <>
          <LessonLink id={conflict.cell.cell.lesson} place={conflict.lesson} />, {conflict.lesson.teacher},{' '}
        </>
      )}
      с {dateAndTime(conflict.openedAt, zone)}
    </small>
  </p>
)

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
      ...Object.fromEntries(proposed.map((one) => [one.cell.key, one.proposal?.candidate ?? 0])),
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
    <section className={styles.panel} aria-label="Расхождения">
      <header className={styles.bar}>
        <h2>Расхождения: {conflicts.length}</h2>
        {proposed.length > 0 && (
          <Button onClick={takeProposals}>Отметить предложенное: {proposed.length}</Button>
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
                  <Glyph name="queued" size={14} /> Выбор сохранён на этом устройстве и уйдёт на сервер школы.
                </p>
              ) : (
                <>
                  {state === 'refused' && (
                    <p className={styles.note}>
                      Ваш прежний выбор не принят: появилось ещё одно значение. Всё цело. Выберите снова.
                    </p>
                  )}
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
            label="Причина выбора, п. 4.2"
            note="Останется в истории каждой клетки. Остальные значения хранятся тоже."
            required
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button kind="primary" type="submit" disabled={ready.length === 0}>
            Записать выбранное: {ready.length}
          </Button>
        </form>
      )}
    </section>
  )
}
