// What went wrong, or what the timetable has changed, over the view until it has been read. Nothing is pushed down; Esc
// takes it off what lies beneath, wherever the focus is.
import type { ReactNode } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useGivingFocus } from '../../../ui/lost-focus.ts'
import { Panel } from '../../../ui/panel.tsx'
import { useWindowKeys } from '../../../ui/use-window-keys.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import styles from '../lesson.module.css'
import { chosenCell } from './chosen-place.ts'

interface OverProps {
  tone: 'bad' | 'warn'
  onUnderstood(): void
  children: ReactNode
}

export const Over = ({ tone, onUnderstood, children }: OverProps) => {
  useWindowKeys((event) => event.key === 'Escape' && onUnderstood())
  useGivingFocus(chosenCell)
  return (
    <div className={styles.over}>
      <Panel
        tone={tone}
        actions={
          <Button aria-keyshortcuts="Escape" onClick={onUnderstood}>
            {keyWords.understood}
          </Button>
        }
      >
        {children}
      </Panel>
    </div>
  )
}

/** What could not be recorded, in any view of a lesson. */
export const Troubles = ({ trouble, understood }: { trouble: string | null; understood(): void }) =>
  trouble !== null && (
    <Over tone="bad" onUnderstood={understood}>
      {trouble}
    </Over>
  )
