// The panel of a chosen cell: whose it is, what can be done to it, and two lines of keys that never move.
import { Eraser, NotebookPen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EntryState } from '../../../domain/entry-state.ts'
import { Glyph } from '../../../ui/glyph.tsx'
import { keyWords } from '../../messages/lesson/keys.ts'
import { stateWords } from '../../messages/states.ts'
import type { ListedPupil } from '../pupil-names.ts'
import styles from './panel.module.css'

interface PadFrameProps {
  pupil: ListedPupil
  about?: string
  /** Where what stands in the cell is; null while nothing does. */
  state: EntryState | null
  hasTask: boolean
  onTask(): void
  onClear(): void
  children: ReactNode
}

export const PadFrame = ({ pupil, about, state, hasTask, onTask, onClear, children }: PadFrameProps) => (
  <fieldset className={styles.pad}>
    <legend className="visually-hidden">
      {pupil.name}
      {about && `, ${about}`}
    </legend>
    <div className={styles.whose}>
      <p aria-hidden="true">
        <b>{pupil.name}</b>
        {about && (
          <small>
            {about}
            {state && (
              <>
                {', '}
                <Glyph name={state} size={12} /> {stateWords[state]}
              </>
            )}
          </small>
        )}
      </p>
      <button type="button" className={styles.tool} aria-pressed={hasTask} onClick={onTask}>
        <NotebookPen size={20} aria-hidden="true" />
        <span className={styles.toolWord}>{keyWords.task}</span>
      </button>
      <button type="button" className={styles.tool} onClick={onClear}>
        <Eraser size={20} aria-hidden="true" />
        <span className={styles.toolWord}>{keyWords.clear}</span>
      </button>
    </div>
    <div className={styles.keys}>{children}</div>
  </fieldset>
)
