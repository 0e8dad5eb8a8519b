// Entries of one state, folded: what has gone on its way is looked up, not read every day.
import { useState } from 'react'
import type { School } from '../../domain/school.ts'
import type { ShownState } from '../../domain/transfer/not-carried.ts'
import type { ListedEntry } from '../../store/outbox-view.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { outboxWords } from '../messages/screens/outbox/page.ts'
import { stateMeanings } from '../messages/states.ts'
import { EntryLine } from './entry-line.tsx'
import styles from './outbox.module.css'

interface GroupProps {
  state: ShownState
  title: string
  meaning?: string
  list: readonly ListedEntry[]
  school: School | null
}

const step = 50

export const StateGroup = ({ state, title, meaning = stateMeanings[state], list, school }: GroupProps) => {
  const [limit, setLimit] = useState(step)
  const [open, setOpen] = useState(state === 'conflict')
  return (
    <details className={styles.group} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.groupHead}>
        <Glyph name={state} size={18} /> {title}: {list.length}
        <small className={styles.meaning}>{meaning}</small>
      </summary>
      {open && (
        <ul>
          {list.slice(0, limit).map((one) => (
            <EntryLine key={one.entry.id} listed={one} school={school} />
          ))}
        </ul>
      )}
      {open && list.length > limit && (
        <Button kind="quiet" onClick={() => setLimit(limit + step)}>
          {outboxWords.showMoreOf(Math.min(step, list.length - limit), list.length - limit)}
        </Button>
      )}
    </details>
  )
}
