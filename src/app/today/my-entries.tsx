// Where the person's own entries are, by state: the same words as everywhere.

import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { entryStates } from '../../domain/entry-state.ts'
import type { SignedIn } from '../../store/device.ts'
import { countStates } from '../../store/outbox-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { stateWords } from '../messages/states.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'
import styles from './today.module.css'

export const MyEntries = ({ who }: { who: SignedIn }) => {
  const { db } = useRuntime()
  const log = useLog(who.person)
  const states = useLiveQuery(() => countStates(db, log), [db, log.person])
  if (!states) return null
  const shown = entryStates.filter((state) => states.byState[state] > 0)
  return (
    <Panel as="aside" title="Где мои записи">
      {shown.length === 0 ? (
        <p className={styles.quiet}>Вы ещё ничего не записали на этом планшете.</p>
      ) : (
        <ul className={styles.states}>
          {shown.map((state) => (
            <li key={state}>
              <Glyph name={state} size={16} /> {stateWords[state]} <b>{states.byState[state]}</b>
            </li>
          ))}
        </ul>
      )}
      <Link href="/outbox">Открыть очередь</Link>
    </Panel>
  )
}
