// One lesson of the lost tablet's author, as the paper has it: typed by a deputy, recorded in the author's name.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import { cellKey } from '../../domain/cell.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { entries as entriesCount } from '../messages/counts.ts'
import { paperTaken } from '../messages/losses.ts'
import { hubSentence } from '../messages/problems.ts'
import { paperWords } from '../messages/screens/losses/paper-sheet.ts'
import { cellWords, notation, valueText } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { useAnnounced } from '../shell/announcer.tsx'
import styles from './losses.module.css'
import {
  attendanceOf,
  createLineIds,
  emptyLine,
  emptyPaper,
  leftOf,
  type PaperLesson,
  type PaperLine,
  paperEntries,
  type TypedPaper,
  untakenCells,
} from './paper-form.ts'

const attendanceCodes: readonly PaperLine['attendance'][] = ['', 'present', 'absent', 'late', 'exempt']

/** What the hub has already of a pupil in this lesson. */
const known = (lesson: PaperLesson, pupil: string): string =>
  lesson.cells
    .filter(({ cell, value }) => 'pupil' in cell && cell.pupil === pupil && value !== null)
    .map(({ value }) => valueText(value))
    .join(', ')

const knownOf = (lesson: PaperLesson, kind: 'topic' | 'homework'): string | undefined => {
  const there = lesson.cells.find(({ cell, value }) => cell.kind === kind && value !== null)
  return there && paperWords.onHub(cellWords(there.cell), valueText(there.value))
}

export const PaperLessonForm = ({ loss, lesson }: { loss: string; lesson: PaperLesson }) => {
  const { hub } = useRuntime()
  const queries = useQueryClient()
  const [paper, setPaper] = useState<TypedPaper>(emptyPaper)
  const [said, setSaid] = useState<string | null>(null)
  useAnnounced(said)
  const [ids] = useState(() => createLineIds(v7))
  const line = (pupil: string): PaperLine => paper.lines[pupil] ?? emptyLine
  const change = (pupil: string, part: Partial<PaperLine>): void =>
    setPaper({ ...paper, lines: { ...paper.lines, [pupil]: { ...line(pupil), ...part } } })
  const entries = paperEntries(lesson, paper, ids.idFor)
  const send = async (): Promise<void> => {
    const outcome = await hub.recordFromPaper(loss, { entries })
    if (outcome.kind !== 'ok') return setSaid(hubSentence(outcome))
    const told = outcome.value.entries
    const asked = told.filter((one) => one.state === 'conflict').length
    const untaken = untakenCells(entries, told)
    setSaid(paperTaken(told.length - asked - untaken.size, asked, untaken.size))
    setPaper((now) => leftOf(lesson.id, now, paper, (cell) => untaken.has(cellKey(cell))))
    ids.answered(told)
    await queries.invalidateQueries({ queryKey: ['losses'] })
  }
  return (
    <form
      className={styles.sheet}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <table className={styles.register}>
        <caption>{paperWords.lesson(lesson.period, lesson.target, lesson.subject)}</caption>
        <thead>
          <tr>
            <th scope="col">{paperWords.pupil}</th>
            <th scope="col">{paperWords.onHubHead}</th>
            <th scope="col">{paperWords.attendance}</th>
            <th scope="col">{paperWords.mark}</th>
          </tr>
        </thead>
        <tbody>
          {lesson.pupils.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{known(lesson, id) || '—'}</td>
              <td>
                <select
                  aria-label={paperWords.attendanceOf(name)}
                  value={line(id).attendance}
                  onChange={(event) =>
                    change(id, { attendance: event.target.value as PaperLine['attendance'] })
                  }
                >
                  {attendanceCodes.map((code) => (
                    <option key={code} value={code}>
                      {code && valueText(attendanceOf(code))}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <select
                  aria-label={paperWords.markOf(name)}
                  value={line(id).mark}
                  onChange={(event) => change(id, { mark: event.target.value })}
                >
                  {['', ...notation().marks].map((mark) => (
                    <option key={mark}>{mark}</option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TextField
        label={paperWords.topic}
        {...(knownOf(lesson, 'topic') ? { note: knownOf(lesson, 'topic') as string } : {})}
        value={paper.topic}
        onChange={(event) => setPaper({ ...paper, topic: event.target.value })}
      />
      <TextField
        label={paperWords.homework}
        {...(knownOf(lesson, 'homework') ? { note: knownOf(lesson, 'homework') as string } : {})}
        value={paper.homework}
        disabled={paper.noHomework}
        onChange={(event) => setPaper({ ...paper, homework: event.target.value })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={paper.noHomework}
          onChange={(event) => setPaper({ ...paper, noHomework: event.target.checked })}
        />
        {paperWords.noHomework}
      </label>
      <p>{said ?? (entries.length === 0 ? paperWords.nothingYet : '')}</p>
      <Button type="submit" kind="primary" disabled={entries.length === 0}>
        {paperWords.record(entriesCount(entries.length))}
      </Button>
    </form>
  )
}
