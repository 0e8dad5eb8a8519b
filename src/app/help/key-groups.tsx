// The keys by place.
import { KeyRows } from '../../ui/key-rows.tsx'
import { keyGroups } from '../messages/help/keys.ts'
import styles from './help.module.css'

export const KeyGroups = () =>
  keyGroups().map((group) => (
    <section key={group.title}>
      <h3 className={styles.title}>{group.title}</h3>
      <KeyRows rows={group.rows} className={styles.keys} />
    </section>
  ))
