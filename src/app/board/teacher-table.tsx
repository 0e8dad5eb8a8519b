// Who to call, in order: a row a teacher with the strip of lessons, what waits by the time left, and the last contact.
import { useState } from 'react'
import { Link } from 'wouter'
import type { BoardAnswer, TeacherRow } from '../../contract/board-schema.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import {
  contactWords,
  type HeatColumn,
  heatColumn,
  heatColumns,
  heatWords,
  leftWords,
  troubleWords,
  waitingWords,
} from '../messages/board.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { boardTeacherWords, filterWords } from '../messages/screens/board/teachers.ts'
import { LessonStrip, StripHead, StripLegend } from './lesson-strip.tsx'
import { MoreRows, useFirst } from './more-rows.tsx'
import styles from './teachers.module.css'

type Filter = 'all' | 'silent' | 'missing' | 'conflicts' | 'refused'

const fits: Record<Filter, (row: TeacherRow) => boolean> = {
  all: () => true,
  silent: (row) => row.silent,
  missing: (row) => row.missing > 0,
  conflicts: (row) => row.conflicts > 0,
  refused: (row) => row.refused > 0,
}

const filterNames = ['all', 'silent', 'missing', 'conflicts', 'refused'] as const

const waitingIn = (row: TeacherRow, column: HeatColumn, board: BoardAnswer): number =>
  row.terms
    .filter((term) => heatColumn(term.due, board) === column)
    .reduce((sum, term) => sum + term.waiting, 0)

/** How dark a cell is: the whole backlog of the busiest teacher is the darkest. */
const heatOf = (waiting: number, most: number): number =>
  waiting === 0 ? 0 : Math.max(1, Math.ceil((waiting / most) * 4))

interface RowProps {
  row: TeacherRow
  board: BoardAnswer
  columns: readonly HeatColumn[]
  most: number
}

const Row = ({ row, board, columns, most }: RowProps) => {
  const trouble = troubleWords(row)
  return (
    <tr data-silent={row.silent}>
      <th scope="row" className={styles.who}>
        <Link href={`/board/teacher/${encodeURIComponent(row.key)}`}>{row.name}</Link>
        <small>{row.subjects.join(', ').toLowerCase()}</small>
      </th>
      {board.days.map((day) => (
        <td key={day.date} className={styles.day}>
          <LessonStrip day={day} lessons={row.lessons} />
        </td>
      ))}
      {columns.map((column) => {
        const waiting = waitingIn(row, column, board)
        return (
          <td key={column} className={styles.heat} data-column={column} data-heat={heatOf(waiting, most)}>
            {waiting > 0 && waiting}
          </td>
        )
      })}
      <td className={styles.trouble}>
        <b>
          {row.waiting === 0 && row.verified > 0 && row.carried === 0 && <Glyph name="verified" size={14} />}{' '}
          {waitingWords(row)}
        </b>
        <small>{row.waiting > 0 && leftWords(row.due, board)}</small>
        {trouble && <small data-bad={row.missing > 0 || row.refused > 0}>{trouble}</small>}
      </td>
      <td className={styles.contact} data-silent={row.silent}>
        {contactWords(row, board.serverTime)}
      </td>
    </tr>
  )
}

export const TeacherTable = ({ board }: { board: BoardAnswer }) => {
  const [filter, setFilter] = useState<Filter>('all')
  const fitting = board.teachers.filter(fits[filter])
  const { shown, hidden, showAll } = useFirst(fitting, 15)
  const columns = heatColumns.filter((column) =>
    board.teachers.some((row) => waitingIn(row, column, board) > 0),
  )
  const most = Math.max(1, ...board.teachers.map((row) => row.waiting))
  const today = board.days.at(-1)?.date
  return (
    <section className={styles.panel} aria-label={boardTeacherWords.title}>
      <header className={styles.bar}>
        <h2>
          {boardTeacherWords.title} <small>{boardTeacherWords.order(board.teachers.length)}</small>
        </h2>
        <div className={styles.filters}>
          {filterNames.map((name) => {
            const count = board.teachers.filter(fits[name]).length
            if (name !== 'all' && name !== filter && count === 0) return null
            return (
              <Button key={name} pressed={filter === name} onClick={() => setFilter(name)}>
                {filterWords[name]} {count}
              </Button>
            )
          })}
        </div>
      </header>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{boardTeacherWords.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{boardColumns.teacher}</th>
              {board.days.map((day) => (
                <th key={day.date} scope="col">
                  <StripHead day={day} today={day.date === today} />
                </th>
              ))}
              {columns.map((column) => (
                <th key={column} scope="col" className={styles.heatHead}>
                  {heatWords[column]}
                </th>
              ))}
              <th scope="col">{boardTeacherWords.waiting}</th>
              <th scope="col">{boardColumns.contact}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.key} {...{ row, board, columns, most }} />
            ))}
          </tbody>
        </table>
        {board.teachers.length === 0 && <p className={styles.empty}>{boardTeacherWords.nobody}</p>}
      </div>
      <MoreRows hidden={hidden} onMore={showAll} />
      <StripLegend />
    </section>
  )
}
