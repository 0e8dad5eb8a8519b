// «Урок отмечен»: writes «на уроке» for whoever is still blank, and the planned topic if there is none.
import { Check, Users } from 'lucide-react'
import type { Lesson } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { Button } from '../../../ui/button.tsx'
import { proposedTopic } from '../facts/topic-field.tsx'
import styles from '../lesson.module.css'
import { attendanceOf, type CellViews, changeOf, presentForBlank, valueIn } from '../lesson-cells.ts'
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
  const codes = pupils.map((pupil) => attendanceOf(views, lesson, pupil.id)?.code ?? null)
  const away = codes.filter((code) => code === 'absent').length
  const blank = presentForBlank(views, lesson, pupils)
  const topicCell = { kind: 'topic', lesson: lesson.id } as const
  const planned = valueIn(views, topicCell) === null ? proposedTopic(school, lesson) : null
  const finish = (): void => {
    const topic = planned ? [changeOf(views, topicCell, planned)] : []
    void acts.act([...blank, ...topic], `Урок отмечен: нет ${away}, на уроке ${pupils.length - away}`)
  }
  return (
    <div className={styles.finish}>
      <p>
        <span>
          <b>{away}</b> нет на уроке
        </span>{' '}
        <span>
          <b>{pupils.length - away}</b> на уроке
        </span>
        <small>
          {blank.length > 0
            ? `${blank.length} без записи: точка значит «предлагается, на уроке»${planned ? '; запишется и тема из КТП' : ''}`
            : 'Записан каждый ученик'}
        </small>
      </p>
      <div className={styles.finishActs}>
        <Button aria-label="Весь класс сразу" title="Весь класс сразу" onClick={onWholeClass}>
          <Users size={22} aria-hidden="true" />
        </Button>
        {blank.length > 0 ? (
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
