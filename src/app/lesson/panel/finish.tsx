// «Урок отмечен»: writes «на уроке» for whoever is still blank, and the planned topic if there is none.
import { Check, Users } from 'lucide-react'
import { useMemo } from 'react'
import type { Lesson } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { Button } from '../../../ui/button.tsx'
import { proposedTopic } from '../facts/topic-field.tsx'
import { finishingOf } from '../finishing.ts'
import styles from '../lesson.module.css'
import type { CellViews } from '../lesson-cells.ts'
import type { ListedPupil } from '../pupil-names.ts'
import type { Acts } from '../use-lesson.ts'

interface FinishProps {
  school: School
  lesson: Lesson
  views: CellViews
  pupils: readonly ListedPupil[]
  acts: Acts
  onWholeClass(): void
}

export const Finish = ({ school, lesson, views, pupils, acts, onWholeClass }: FinishProps) => {
  const proposed = useMemo(() => proposedTopic(school, lesson), [school, lesson])
  const { away, here, blank, bringsTopic } = finishingOf(lesson, views, pupils, proposed)
  const finish = (): void =>
    void acts.actOnFresh(lesson, (fresh) => finishingOf(lesson, fresh, pupils, proposed))
  return (
    <div className={styles.finish}>
      <p>
        <span>
          <b>{away}</b> нет на уроке
        </span>{' '}
        <span>
          <b>{here}</b> на уроке
        </span>
        <small>
          {blank > 0
            ? `${blank} без записи: точка значит «предлагается, на уроке»${bringsTopic ? '; запишется и тема из КТП' : ''}`
            : 'Записан каждый ученик'}
        </small>
      </p>
      <div className={styles.finishActs}>
        <Button aria-label="Весь класс сразу" title="Весь класс сразу" onClick={onWholeClass}>
          <Users size={22} aria-hidden="true" />
        </Button>
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
    </div>
  )
}
