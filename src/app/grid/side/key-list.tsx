// The keys of the grid, for whoever asks with «?».
import { KeyRows } from '../../../ui/key-rows.tsx'
import { gridKeys } from '../../messages/help/keys.ts'
import styles from './panel.module.css'

export const KeyList = () => (
  <section className={styles.keyList} aria-label="Клавиши">
    <h2>Клавиши</h2>
    <KeyRows rows={gridKeys} />
  </section>
)
