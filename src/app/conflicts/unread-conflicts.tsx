// Disagreements of a kind that this build does not know: a card that says so, and nothing to press by mistake.
import { Panel } from '../../ui/panel.tsx'
import { unreadConflict } from '../messages/unread.ts'
import styles from './conflicts.module.css'

export const UnreadConflicts = ({ keys }: { keys: readonly string[] }) =>
  keys.map((key) => (
    <section key={key} className={styles.card} aria-label={unreadConflict.title}>
      <Panel tone="warn" title={unreadConflict.title}>
        {unreadConflict.text}
      </Panel>
    </section>
  ))
