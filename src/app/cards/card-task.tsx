// Homework for the pupil on the card alone: a key in its corner, over what a finger swipes.
import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import type { Cell } from '../../domain/cell.ts'
import { mayWrite } from '../../domain/role.ts'
import type { WrittenLesson } from '../grid/grid-model.ts'
import { IndividualTask } from '../lesson/facts/individual-task.tsx'
import { valueIn } from '../lesson/lesson-cells.ts'
import type { ListedPupil } from '../lesson/pupil-names.ts'
import type { Acts } from '../lesson/use-lesson.ts'
import { keyWords } from '../messages/lesson/keys.ts'
import styles from './cards.module.css'

interface CardTaskProps {
  model: WrittenLesson
  pupil: ListedPupil
  acts: Acts
  /** The pupil's cells are closed by now: nothing is given. */
  closed: boolean
  onRefused(): void
}

export const CardTask = ({ model, pupil, acts, closed, onRefused }: CardTaskProps) => {
  const { school, person, lesson, cells } = model
  const [open, setOpen] = useState(false)
  const cell: Cell = { kind: 'individualHomework', lesson: lesson.id, pupil: pupil.id }
  if (!mayWrite(school, person, cell).ok) return null
  return (
    <>
      <button
        type="button"
        className={styles.task}
        aria-pressed={valueIn(cells.views, cell) !== null}
        onClick={() => (closed ? onRefused() : setOpen(true))}
      >
        <NotebookPen size={20} aria-hidden="true" />
        {keyWords.task}
      </button>
      {open && (
        <IndividualTask {...{ lesson, acts, pupil }} views={cells.views} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
