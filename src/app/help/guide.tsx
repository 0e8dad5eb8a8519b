// The two pages of the guide, with a way forth and back; the last button is the caller's.
import { useState } from 'react'
import type { EntryState } from '../../domain/entry-state.ts'
import { Button } from '../../ui/button.tsx'
import { guidePages } from '../messages/help/guide.ts'
import { helpWords } from '../messages/screens/help.ts'
import styles from './help.module.css'
import { StateLegend } from './state-legend.tsx'

const way: readonly EntryState[] = ['queued', 'accepted', 'transferred', 'verified', 'conflict']

export const Guide = ({ board, done, onDone }: { board: boolean; done: string; onDone(): void }) => {
  const pages = guidePages(board)
  const [at, turn] = useState(0)
  const page = pages[at]
  if (!page) return null
  const last = at === pages.length - 1
  return (
    <>
      <h3 className={styles.title}>
        {page.title} <small>{helpWords.step(at + 1, pages.length)}</small>
      </h3>
      <ul className={styles.lines}>
        {page.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {page.way && <StateLegend only={way} />}
      <div className={styles.turn}>
        {at > 0 && <Button onClick={() => turn(at - 1)}>{helpWords.back}</Button>}
        {!last && <Button onClick={() => turn(at + 1)}>{helpWords.next}</Button>}
        <Button kind={last ? 'primary' : 'quiet'} onClick={onDone}>
          {done}
        </Button>
      </div>
    </>
  )
}
