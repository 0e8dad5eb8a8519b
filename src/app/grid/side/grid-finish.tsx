// «Урок отмечен» beside the grid, and beside the cards: who is away, and how many are only proposed.
import { Check, Users } from 'lucide-react'
import type { Lesson } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { Button } from '../../../ui/button.tsx'
import type { ListedPupil } from '../../lesson/pupil-names.ts'
import { useFinishing } from '../../lesson/use-finishing.ts'
import { doneWords, finishWords } from '../../messages/lesson/finish.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import { useAfterBurst } from '../../runtime/use-after-burst.ts'
import type { GridCells } from '../grid-cells.ts'
import type { GridWriter } from '../grid-writer.ts'
import styles from './panel.module.css'

const signs = {
  wholeClass: <Users size={22} aria-hidden="true" />,
  done: <Check aria-hidden="true" />,
}

interface GridFinishProps {
  school: School
  lesson: Lesson
  pupils: readonly ListedPupil[]
  cells: GridCells
  writer: GridWriter
  person: string
  /** Where one value can be written for all from here. */
  onWholeClass?(): void
}

export const GridFinish = ({ cells, writer, onWholeClass, ...place }: GridFinishProps) => {
  useAfterBurst(cells.onAny, cells.version)
  const { of, now, writes } = useFinishing(cells.views, place)
  const finish = (): void => void writer.save(() => of(cells.views))
  return (
    <div className={styles.finish}>
      <p>
        <span>
          <b>{now.away}</b> {keyWords.absentLong}
        </span>{' '}
        <span>
          <b>{now.here}</b> {keyWords.presentLong}
        </span>
        <small>{finishWords(now)}</small>
      </p>
      <div className={styles.finishActs}>
        {onWholeClass && (
          <Button aria-label={keyWords.wholeClass} title={keyWords.wholeClass} onClick={onWholeClass}>
            {signs.wholeClass}
          </Button>
        )}
        {writes ? (
          <Button kind="primary" wide onClick={finish}>
            {keyWords.lessonMarked}
          </Button>
        ) : (
          <p className={styles.done}>
            {signs.done} {doneWords(now)}
          </p>
        )}
      </div>
    </div>
  )
}
