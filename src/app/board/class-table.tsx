// The backlog by class (п. 3.2): what waits of each, how long is left, and the way to the class's lessons.
import { Link } from 'wouter'
import type { BoardAnswer, BoardRow } from '../../contract/board-schema.ts'
import { dateAt } from '../../domain/time.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { classWords, leftWords, owing, rowTrouble } from '../messages/board.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { printedWords } from '../messages/screens/board/printed.ts'
import styles from './board.module.css'
import { MoreRows, useFirst } from './more-rows.tsx'

/** Entries without a place in the lists have no class: the way to them is another. */
const Way = ({ row, zone }: { row: BoardRow; zone: string }) => {
  // The day that the oldest of it was recorded on has the lessons to look at.
  const date = row.oldest === null ? '' : dateAt(row.oldest, zone)
  const to = new URLSearchParams({ whose: row.key, date })
  return (
    <Link href={row.key === '' ? '/school/unbound' : `/school?${to}`} className={styles.way}>
      {classWords(row)}
    </Link>
  )
}

export const ClassTable = ({ board }: { board: BoardAnswer }) => {
  const rows = board.classes.filter(owing)
  const { shown, hidden, showAll } = useFirst(rows, 8)
  return rows.length === 0 ? null : (
    <DataTable
      dense
      caption={printedWords.byClass}
      head={[boardColumns.schoolClass, boardColumns.waiting, boardColumns.left, boardColumns.whatElse]}
      rows={shown.map((row) => ({
        key: row.key,
        cells: [
          <Way key="class" row={row} zone={board.zone} />,
          row.waiting,
          row.waiting > 0 && leftWords(row.due, board),
          rowTrouble(row),
        ],
      }))}
    >
      <MoreRows hidden={hidden} onMore={showAll} />
    </DataTable>
  )
}
