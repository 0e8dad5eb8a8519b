// A period on A4, black on white: the summary on a page or two, and on wish every table and line behind it.
import type { PeriodAnswer } from '../../../contract/period-schema.ts'
import type { Sheet } from '../../files/sheet.ts'
import { periodWords } from '../../messages/screens/board/period.ts'
import { printedWords } from '../../messages/screens/board/printed.ts'
import { dateAndTime } from '../../messages/time.ts'
import styles from '../export/export.module.css'
import { PrintedTable } from '../export/printed-table.tsx'
import { type Chosen, rowsOf } from './chosen.ts'
import { periodSheets, summarySheets } from './period-sheet.ts'
import { failingPeople } from './summed.ts'

interface PrintedProps {
  answer: PeriodAnswer
  chosen: Chosen
  /** With teachers and classes clause by clause, and every lesson. */
  whole: boolean
}

export const PrintedPeriod = ({ answer, chosen, whole }: PrintedProps) => {
  const { from, to, lessons, serverTime, zone } = answer
  const [clauses, ...others] = summarySheets(answer, chosen)
  const details = whole ? periodSheets(answer, chosen).slice(2) : []
  const { others: unfailing } = failingPeople(rowsOf(answer, chosen), answer)
  const table = (sheet: Sheet) => (
    <PrintedTable
      key={sheet.title}
      caption={sheet.title}
      head={sheet.head}
      rows={sheet.rows.map((row, at) => ({ key: `${at} ${row[0]}`, cells: row.map(String) }))}
    />
  )
  return (
    <article className={styles.paper} data-sheet aria-hidden="true">
      <h1>{periodWords.printedTitle(from, to)}</h1>
      <p>{periodWords.lead(dateAndTime(serverTime, zone), lessons.held, lessons.kept)}</p>
      {[...(clauses ? [{ ...clauses, title: periodWords.byClause }] : []), ...others].map(table)}
      <p>{periodWords.unfailing(unfailing)}</p>
      <p>{periodWords.asideNote}</p>
      <p className={styles.sign}>{printedWords.signature}</p>
      {details.map(table)}
    </article>
  )
}
