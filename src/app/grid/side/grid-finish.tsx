// «Урок отмечен» beside the grid, and beside the cards: who is away, and how many are only proposed.
import { Check } from 'lucide-react'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Lesson } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { Button } from '../../../ui/button.tsx'
import { proposedTopic } from '../../lesson/facts/topic-field.tsx'
import { finishingOf } from '../../lesson/finishing.ts'
import type { ListedPupil } from '../../lesson/pupil-names.ts'
import type { GridCells } from '../grid-cells.ts'
import type { GridWriter } from '../grid-writer.ts'
import styles from './panel.module.css'

interface GridFinishProps {
  school: School
  lesson: Lesson
  pupils: readonly ListedPupil[]
  cells: GridCells
  writer: GridWriter
}

export const GridFinish = ({ school, lesson, pupils, cells, writer }: GridFinishProps) => {
  const onAny = useCallback((listener: () => void) => cells.onAny(listener), [cells])
  useSyncExternalStore(onAny, cells.version)
  const proposed = useMemo(() => proposedTopic(school, lesson), [school, lesson])
  const now = () => finishingOf(lesson, cells.views, pupils, proposed)
  const { away, here, blank } = now()
  const finish = (): void => void writer.save(cells, now)
  return (
    <div className={styles.finish}>
      <p>
        <b>{away}</b> нет на уроке <b>{here}</b> на уроке
        <small>{blank > 0 ? `${blank} без записи: точка значит «предлагается»` : ''}</small>
      </p>
      {blank > 0 ? (
        <Button kind="primary" wide onClick={finish}>
          Урок отмечен
        </Button>
      ) : (
        <p className={styles.done}>
          <Check aria-hidden="true" /> Урок отмечен полностью
        </p>
      )}
    </div>
  )
}
