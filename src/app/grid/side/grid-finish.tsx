// «Урок отмечен» beside the grid, and beside the cards: who is away, and how many are only proposed.
import { Check } from 'lucide-react'
import { useCallback, useSyncExternalStore } from 'react'
import { cellKey } from '../../../domain/cell.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { Button } from '../../../ui/button.tsx'
import { proposedTopic } from '../../lesson/facts/topic-field.tsx'
import { attendanceCell, changeOf, presentForBlank, valueIn } from '../../lesson/lesson-cells.ts'
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
  const away = pupils.filter(({ id }) => {
    const value = cells.get(cellKey(attendanceCell(lesson, id)))?.value
    return value && 'code' in value && value.code === 'absent'
  }).length
  const blank = presentForBlank(cells.views, lesson, pupils).length
  const topicCell = { kind: 'topic', lesson: lesson.id } as const
  const planned = valueIn(cells.views, topicCell) === null ? proposedTopic(school, lesson) : null
  const finish = (): void =>
    void writer.save(cells, () => {
      const topic = planned ? [changeOf(cells.views, topicCell, planned)] : []
      return {
        changes: [...presentForBlank(cells.views, lesson, pupils), ...topic],
        said: `Урок отмечен: нет ${away}, на уроке ${pupils.length - away}`,
      }
    })
  return (
    <div className={styles.finish}>
      <p>
        <b>{away}</b> нет на уроке <b>{pupils.length - away}</b> на уроке
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
