// The lists of a period: its outages with their terms, and what was late or is missing, down to the lesson.
import type { PeriodAnswer, PeriodLine } from '../../../contract/period-schema.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { periodLineSentence, periodWords } from '../../messages/screens/board/period.ts'
import { LessonLink } from '../lesson-link.tsx'
import { MoreRows, useFirst } from '../more-rows.tsx'
import { outageCells, outageHead } from './outage-words.ts'
import styles from './period.module.css'

export const OutageTable = ({ answer }: { answer: PeriodAnswer }) => {
  const { shown, hidden, showAll } = useFirst(answer.outages, 12)
  return answer.outages.length === 0 ? (
    <Panel title={periodWords.outages}>{periodWords.noOutages}</Panel>
  ) : (
    <DataTable
      caption={periodWords.outages}
      head={outageHead}
      rows={shown.map((one) => ({
        key: String(one.outage.no),
        ...(one.term === 'missed' ? { tone: 'bad' as const } : {}),
        cells: outageCells(one, answer),
      }))}
    >
      <MoreRows hidden={hidden} onMore={showAll} />
    </DataTable>
  )
}

const keyOf = (line: PeriodLine): string => JSON.stringify(line)

const Line = ({ line, answer }: { line: PeriodLine; answer: PeriodAnswer }) => (
  <li>
    <b>{answer.people[line.person] ?? line.person}</b>,{' '}
    {line.lesson !== null && line.place !== null ? (
      <LessonLink id={line.lesson} place={line.place} />
    ) : (
      line.classes.map((one) => answer.classes[one] ?? one).join(', ')
    )}
    : {periodLineSentence(line)}
  </li>
)

const mostLines = 30

export const LineList = ({ lines, answer }: { lines: readonly PeriodLine[]; answer: PeriodAnswer }) => {
  const { shown, hidden, showAll } = useFirst(lines, mostLines)
  return (
    <Panel title={periodWords.lines(lines.length)}>
      {lines.length === 0 && periodWords.noLines}
      {answer.linesLeft > 0 && <p>{periodWords.linesLeft(answer.linesLeft)}</p>}
      <ul className={styles.lines}>
        {shown.map((line) => (
          <Line key={keyOf(line)} line={line} answer={answer} />
        ))}
      </ul>
      <MoreRows hidden={hidden} onMore={showAll} />
    </Panel>
  )
}
