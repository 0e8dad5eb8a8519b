// One teacher of the board: the lessons of the last days with their signs, what waits, and what the tablets last said.
import { Link } from 'wouter'
import type { BoardAnswer, TeacherRow } from '../../../contract/board-schema.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Glyph } from '../../../ui/glyph.tsx'
import { EmptyState, Panel } from '../../../ui/panel.tsx'
import { contactWords, leftWords, signWords, troubleWords, waitingWords } from '../../messages/board.ts'
import { hubSentence } from '../../messages/problems.ts'
import { boardColumns } from '../../messages/screens/board/columns.ts'
import { drillWords } from '../../messages/screens/board/drill.ts'
import { dateAndTime, shortDate } from '../../messages/time.ts'
import styles from '../board.module.css'
import { signGlyph } from '../lesson-strip.tsx'
import { useBoard } from '../use-board.ts'
import { BackToBoard } from './back-to-board.tsx'
import { Remind } from './remind.tsx'

const Facts = ({ row, board }: { row: TeacherRow; board: BoardAnswer }) => (
  <Panel tone={row.silent ? 'bad' : 'plain'} title={contactWords(row, board.serverTime)}>
    <p>
      <b>{waitingWords(row)}</b>
      {row.waiting > 0 && `, ${leftWords(row.due, board)}`}
      {row.oldest !== null && boardColumns.oldestAt(dateAndTime(row.oldest, board.zone))}
    </p>
    {troubleWords(row) !== '' && <p>{troubleWords(row)}</p>}
  </Panel>
)

const Tablets = ({ row, board }: { row: TeacherRow; board: BoardAnswer }) => {
  const own = board.devices.filter((one) => one.person === row.key)
  return own.length === 0 ? null : (
    <DataTable
      caption={drillWords.tabletsCaption}
      head={[drillWords.lastContact, drillWords.unsent, boardColumns.oldest]}
      rows={own.map((one) => ({
        key: one.device,
        cells: [
          dateAndTime(one.seenAt, board.zone),
          one.unsent,
          one.oldestUnsentAt === null ? '' : dateAndTime(one.oldestUnsentAt, board.zone),
        ],
      }))}
    />
  )
}

const Lessons = ({ row }: { row: TeacherRow }) =>
  row.lessons.length === 0 ? (
    <Panel>{drillWords.noLessons}</Panel>
  ) : (
    <DataTable
      caption={drillWords.lessonsCaption}
      head={[boardColumns.lesson, drillWords.whereEntries]}
      rows={row.lessons.map((one) => ({
        key: one.id,
        ...(one.sign === 'missing' || one.sign === 'conflict' ? { tone: 'bad' as const } : {}),
        cells: [
          <Link key="lesson" href={`/board/lesson/${encodeURIComponent(one.id)}`} className="target">
            {drillWords.lesson(shortDate(one.date), one.period)}
          </Link>,
          <span key="sign">
            <Glyph name={signGlyph(one.sign)} size={14} /> {signWords[one.sign]}
          </span>,
        ],
      }))}
    />
  )

export const TeacherPage = ({ id }: { id: string }) => {
  const data = useBoard()
  if (!data) return null
  if (data.kind !== 'ok') {
    return (
      <div className={styles.page}>
        <BackToBoard />
        <Panel tone="warn">{hubSentence(data)}</Panel>
      </div>
    )
  }
  const board = data.value
  const row = board.teachers.find((one) => one.key === id)
  if (!row) {
    return (
      <div className={styles.page}>
        <BackToBoard />
        <EmptyState title={drillWords.notOnBoardTitle}>{drillWords.notOnBoard}</EmptyState>
      </div>
    )
  }
  return (
    <div className={styles.page}>
      <BackToBoard />
      <h1>{row.name}</h1>
      <Facts {...{ row, board }} />
      <Remind {...{ row, board }} />
      <Lessons row={row} />
      <Tablets {...{ row, board }} />
    </div>
  )
}
