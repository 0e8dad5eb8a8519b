// How duties were met: a row a clause, a teacher or a class, each of them a way to see it alone.
import { Link } from 'wouter'
import { dueOf } from '../../../domain/control/tally.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { periodWords } from '../../messages/screens/board/period.ts'
import board from '../board.module.css'
import { MoreRows, useFirst } from '../more-rows.tsx'
import styles from './period.module.css'
import type { Summed } from './summed.ts'

interface TallyTableProps {
  caption: string
  head: string
  rows: readonly Summed[]
  hrefOf(key: string): string
  /** What stands beside the name. */
  wordsOf?(key: string): string
  note: string | null
}

const Bad = ({ n }: { n: number }) => (
  <span className={styles.count} data-bad={n > 0}>
    {n}
  </span>
)

/** So many rows are shown at once; the others at a word, and all of them on paper. */
const mostRows = 12

export const TallyTable = ({ caption, head, rows, hrefOf, wordsOf, note }: TallyTableProps) => {
  const { shown, hidden, showAll } = useFirst(rows, mostRows)
  return rows.length === 0 ? null : (
    <DataTable
      caption={caption}
      head={[
        head,
        ...[periodWords.due, periodWords.inTime, periodWords.late, periodWords.missing],
        ...[periodWords.unproven, periodWords.explained, periodWords.other, periodWords.worst],
      ]}
      rows={shown.map(({ key, name, tally }) => ({
        key,
        cells: [
          <span key="name" className={styles.name}>
            <Link href={hrefOf(key)} className={board.way}>
              {name}
            </Link>{' '}
            {wordsOf?.(key)}
          </span>,
          <b key="due">{dueOf(tally)}</b>,
          tally.inTime,
          <Bad key="late" n={tally.late} />,
          <Bad key="missing" n={tally.missing} />,
          tally.unproven,
          tally.explained,
          tally.other,
          periodWords.worstOf(tally.worst),
        ],
      }))}
    >
      <MoreRows hidden={hidden} onMore={showAll} />
      {note !== null && <p className={styles.note}>{note}</p>}
    </DataTable>
  )
}
