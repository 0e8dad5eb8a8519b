// The keys of the grid, for whoever asks with «?».
import { Keyboard } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import { KeyRows } from '../../../ui/key-rows.tsx'
import { gridKeys } from '../../messages/help/keys.ts'
import { gridWords } from '../../messages/lesson/grid.ts'
import styles from './panel.module.css'

export const KeyList = ({ shown, onToggle }: { shown: boolean; onToggle(): void }) => (
  <section className={styles.keyList} aria-label={gridWords.keys}>
    <Button kind="quiet" aria-expanded={shown} onClick={onToggle}>
      <Keyboard size={20} aria-hidden="true" /> {gridWords.keys}
    </Button>
    {shown && <KeyRows rows={gridKeys()} />}
  </section>
)
