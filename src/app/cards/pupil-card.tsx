// The card of one pupil: the name, what is recorded, and what a swipe to either side means.
import { cellKey, type WorkRef } from '../../domain/cell.ts'
import type { Attendance } from '../../domain/value.ts'
import { Glyph } from '../../ui/glyph.tsx'
import type { WrittenLesson } from '../grid/grid-model.ts'
import type { ClassRow } from '../lesson/class/class-rows.ts'
import { PupilNote } from '../lesson/class/pupil-note.tsx'
import { attendanceCell, markOf } from '../lesson/lesson-cells.ts'
import { workSpoken } from '../messages/grid.ts'
import { cardWords } from '../messages/lesson/cards.ts'
import { keyWords } from '../messages/lesson/keys.ts'
import { stateWords } from '../messages/states.ts'
import { letterOf, markText, valueText } from '../messages/values.ts'
import styles from './cards.module.css'
import type { CardCommand } from './roll-call.ts'
import { useSwipe } from './use-swipe.ts'

interface PupilCardProps {
  model: WrittenLesson
  pupil: ClassRow
  works: readonly WorkRef[]
  no: number
  /** Called «здесь» and not yet recorded. */
  here: boolean
  onCommand(command: CardCommand): void
}

export const PupilCard = ({ model, pupil, works, no, here, onCommand }: PupilCardProps) => {
  const swipe = useSwipe(onCommand)
  const view = model.cells.get(cellKey(attendanceCell(model.lesson, pupil.id)))
  const value = (view?.value ?? null) as Attendance | null
  const word = value ? valueText(value) : here ? cardWords.proposed : keyWords.notMarked
  return (
    <div className={styles.card} {...swipe} data-code={value?.code}>
      <p className={styles.number}>{cardWords.place(no, model.pupils.length)}</p>
      <h2 className={styles.name}>{pupil.name}</h2>
      <PupilNote row={pupil} className={styles.note} />
      <p className={styles.word}>
        {view?.state && <Glyph name={view.state} size={16} />} {word}
        {view?.state && <small>{stateWords[view.state]}</small>}
      </p>
      <p className={styles.given}>
        {works
          .flatMap((work) => {
            const mark = markOf(model.cells.views, model.lesson, pupil.id, work)
            return mark ? `${workSpoken(work)}: ${markText(mark)}` : []
          })
          .join(', ')}
      </p>
      <p className={styles.sides} aria-hidden="true">
        <span data-side="absent">{cardWords.swipeAbsent(letterOf('absent'))}</span>
        <span data-side="here">{cardWords.swipeHere}</span>
      </p>
    </div>
  )
}
