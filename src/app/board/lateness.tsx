// What was late or missing on a day, by clause (п. 2.10): counts first, the lessons on demand.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { BoardAnswer } from '../../contract/board-schema.ts'
import type { FindingsAnswer } from '../../contract/finding-schema.ts'
import type { Clause } from '../../domain/deadline/deadline.ts'
import { dateAt, type SchoolDate } from '../../domain/time.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { findingSentence, lateTransferSentence } from '../messages/findings.ts'
import { hubSentence } from '../messages/problems.ts'
import { clauseWords, latenessWords } from '../messages/screens/board/lateness.ts'
import { periodWords } from '../messages/screens/board/period.ts'
import { shortDate } from '../messages/time.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import styles from './board.module.css'
import { LessonLink } from './lesson-link.tsx'

type Found = FindingsAnswer['findings'][number]
const clauses = ['2.5', '2.6', '2.7', '2.8', '2.9', '4.4'] as const

/** п. 3.2, of now and not of the day: entries whose term is over and which wait for АИС СРО all the same. */
const overdueNow = ({ teachers, serverTime }: BoardAnswer): number =>
  teachers
    .flatMap((row) => row.terms)
    .reduce((sum, { due, waiting }) => sum + (due !== null && due < serverTime ? waiting : 0), 0)

const Named = ({ clause }: { clause: Clause }) => (
  <span>
    <b>{latenessWords.clause(clause)}</b> {clauseWords[clause]}
  </span>
)

const Count = ({ n }: { n: number }) => <span data-bad={n > 0}>{n}</span>

/** Lessons that АИС could be reached in and nobody recorded here are АИС' own matter. */
const aside = ({ teachers }: BoardAnswer): Set<string> =>
  new Set(teachers.flatMap((row) => row.lessons.filter((one) => one.sign === 'apart').map((one) => one.id)))

/** Of a day that no strip shows the hub's word stands as it is. */
const concerns = (board: BoardAnswer, answer: FindingsAnswer): Found[] => {
  if (!board.days.some((day) => day.date === answer.date)) return answer.findings
  const apart = aside(board)
  const inStrips = new Set(board.teachers.flatMap((row) => row.lessons.map((one) => one.id)))
  return answer.findings.filter(({ finding: { lesson, problem } }) => {
    if (lesson === null || problem.kind !== 'missing') return true
    return inStrips.has(lesson) && !apart.has(lesson)
  })
}

const lines = (found: readonly Found[]) =>
  clauses.map((clause) => {
    const own = found.filter((one) => one.finding.clause === clause)
    const of = (...kinds: Found['finding']['problem']['kind'][]) =>
      own.filter((one) => kinds.includes(one.finding.problem.kind)).length
    return {
      clause,
      own,
      late: of('late'),
      missing: of('missing'),
      other: own.length - of('late', 'missing'),
    }
  })

export const Lateness = ({ board }: { board: BoardAnswer }) => {
  const { hub } = useRuntime()
  const [chosen, setChosen] = useState<SchoolDate | null>(null)
  const date = chosen ?? board.days.at(-1)?.date ?? dateAt(board.serverTime, board.zone)
  const { data } = useQuery({
    queryKey: ['board', 'findings', date],
    queryFn: () => hub.findings(date),
    refetchInterval: 60_000,
  })
  if (!data) return null
  const found = data.kind === 'ok' ? concerns(board, data.value) : []
  const moved = (data.kind === 'ok' && data.value.lateTransfers) || []
  return (
    <DataTable
      dense
      caption={latenessWords.caption(shortDate(date))}
      head={[latenessWords.clauseHead, latenessWords.late, latenessWords.missing, latenessWords.other]}
      rows={[
        ...lines(found).map(({ clause, late, missing, other }) => ({
          key: clause,
          cells: [
            <Named key="clause" clause={clause} />,
            <Count key="late" n={late} />,
            <Count key="missing" n={missing} />,
            other,
          ],
        })),
        {
          key: '3.2',
          cells: [
            <Named key="clause" clause="3.2" />,
            <Count key="late" n={moved.reduce((sum, one) => sum + one.entries, 0)} />,
            <Count key="missing" n={overdueNow(board)} />,
            '',
          ],
        },
      ]}
    >
      <div className={styles.under}>
        {data.kind !== 'ok' && <p>{hubSentence(data)}</p>}
        <TextField
          label={latenessWords.day}
          type="date"
          value={date}
          onChange={(event) => event.currentTarget.value && setChosen(event.currentTarget.value)}
        />
        <Link href="/board/period" className={styles.way}>
          {periodWords.open}
        </Link>
        {found.length + moved.length > 0 && (
          <details>
            <summary>{latenessWords.details(found.length + moved.length)}</summary>
            <ul className={styles.plain}>
              {found.map(({ finding, name, place }) => (
                <li key={JSON.stringify([finding, name])}>
                  <b>{name}</b>
                  {place && latenessWords.place(place.target, place.subject, place.period)}:{' '}
                  {findingSentence(finding)}
                </li>
              ))}
              {moved.map((late) => (
                <li key={`${late.person} ${late.lesson} ${late.outage}`}>
                  <b>{late.name}</b>, <LessonLink id={late.lesson} place={late.place} />:{' '}
                  {lateTransferSentence(late)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </DataTable>
  )
}
