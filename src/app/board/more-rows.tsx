// A long list shows its first rows, which are the most urgent, and the rest at a word.
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { boardListWords } from '../messages/screens/board/lists.ts'
import styles from './teachers.module.css'

/** What is printed is whole all the same: see the printed sheet. */
export const useFirst = <Row,>(rows: readonly Row[], most: number) => {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, most)
  return { shown, hidden: rows.length - shown.length, showAll: () => setAll(true) }
}

export const MoreRows = ({ hidden, onMore }: { hidden: number; onMore(): void }) =>
  hidden === 0 ? null : (
    <div className={styles.more}>
      <Button kind="quiet" onClick={onMore}>
        {boardListWords.showMore(hidden)}
      </Button>
    </div>
  )
