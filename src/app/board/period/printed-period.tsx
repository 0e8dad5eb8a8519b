// A period on A4: the same tables whole, black on white; seen on paper alone.
import type { PeriodAnswer } from '../../../contract/period-schema.ts'
import { periodWords } from '../../messages/screens/board/period.ts'
import { printedWords } from '../../messages/screens/board/printed.ts'
import { dateAndTime } from '../../messages/time.ts'
import styles from '../export/export.module.css'
import { PrintedTable } from '../export/printed-table.tsx'
import type { Chosen } from './chosen.ts'
import { periodSheets } from './period-sheet.ts'

export const PrintedPeriod = ({ answer, chosen }: { answer: PeriodAnswer; chosen: Chosen }) => {
  const { from, to, lessons, serverTime, zone } = answer
  const [clauses, ...others] = periodSheets(answer, chosen)
  return (
    <article className={styles.paper} data-sheet aria-hidden="true">
      <h1>{periodWords.printedTitle(from, to)}</h1>
      <p>{periodWords.lead(dateAndTime(serverTime, zone), lessons.held, lessons.kept)}</p>
      {[...(clauses ? [{ ...clauses, title: periodWords.byClause }] : []), ...others].map((sheet) => (
        <PrintedTable
          key={sheet.title}
          caption={sheet.title}
          head={sheet.head}
          rows={sheet.rows.map((row, at) => ({ key: `${at} ${row[0]}`, cells: row.map(String) }))}
        />
      ))}
      <p>{periodWords.asideNote}</p>
      <p className={styles.sign}>{printedWords.signature}</p>
    </article>
  )
}
