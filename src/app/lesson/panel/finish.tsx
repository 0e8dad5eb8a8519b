// «Урок отмечен»: writes «на уроке» for whoever is still blank, and the planned topic if there is none.
import { Check, Users } from 'lucide-react'
import type { Lesson } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { Button } from '../../../ui/button.tsx'
import { doneWords, finishWords } from '../../messages/lesson/finish.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import styles from '../lesson.module.css'
import type { CellViews } from '../lesson-cells.ts'
import type { ListedPupil } from '../pupil-names.ts'
import { useFinishing } from '../use-finishing.ts'
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
  const { of, now, writes } = useFinishing(views, { school, lesson, pupils, person: acts.log.person })
  const finish = (): void => void acts.actOnFresh(lesson, of)
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
        <Button aria-label={keyWords.wholeClass} title={keyWords.wholeClass} onClick={onWholeClass}>
          <Users size={22} aria-hidden="true" />
        </Button>
        {writes ? (
          <Button kind="primary" wide onClick={finish}>
            {keyWords.lessonMarked}
          </Button>
        ) : (
          <p className={styles.done}>
            <Check aria-hidden="true" /> {doneWords(now)}
          </p>
        )}
      </div>
    </div>
  )
}
