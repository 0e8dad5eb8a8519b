// Where the person's own entries are, by state: the same words as everywhere.
import { Link } from 'wouter'
import { type ShownState, shownStates } from '../../domain/transfer/not-carried.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { todayWords } from '../messages/screens/today/lessons.ts'
import { stateWords } from '../messages/states.ts'
import styles from './side.module.css'

export const MyEntries = ({ byState }: { byState: Record<ShownState, number> }) => {
  const shown = shownStates.filter((state) => byState[state] > 0)
  return (
    <Panel as="aside" title={todayWords.myEntries} aria-label={todayWords.myEntries}>
      {shown.length === 0 ? (
        <p className={styles.quiet}>{todayWords.nothingRecorded}</p>
      ) : (
        <ul className={styles.states}>
          {shown.map((state) => (
            <li key={state} data-state={state}>
              <Glyph name={state} size={16} /> {stateWords[state]} <b>{byState[state]}</b>
            </li>
          ))}
        </ul>
      )}
      <Link href="/outbox" className={styles.way}>
        {todayWords.openQueue}
      </Link>
    </Panel>
  )
}
