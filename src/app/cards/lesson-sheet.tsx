// What belongs to the lesson and to no card of it: topic, homework, works, a pupil whom no list has. A sheet over the card,
// so that nothing of it moves.
import { Sheet } from '../../ui/sheet.tsx'
import type { WrittenLesson } from '../grid/grid-model.ts'
import { AddPupil } from '../lesson/class/add-pupil.tsx'
import { HomeworkField } from '../lesson/facts/homework-field.tsx'
import { TopicField } from '../lesson/facts/topic-field.tsx'
import { WorksList } from '../lesson/facts/works-list.tsx'
import { SavedWords } from '../lesson/said.ts'
import type { Acts } from '../lesson/use-lesson.ts'
import { cardWords } from '../messages/lesson/cards.ts'
import styles from './cards.module.css'

interface LessonSheetProps {
  model: WrittenLesson
  acts: Acts
  onClose(): void
}

export const LessonSheet = ({ model, acts, onClose }: LessonSheetProps) => {
  const { school, lesson, pupils, cells } = model
  const place = { lesson, acts, views: cells.views }
  return (
    <Sheet title={cardWords.ofLesson} close={cardWords.toCards} onClose={onClose}>
      <div className={styles.facts}>
        <TopicField {...{ ...place, school }} />
        <HomeworkField {...{ ...place, school }} />
        <WorksList {...place} />
        <AddPupil {...{ ...place, pupils }} />
        <p>
          <SavedWords said={acts.said} />
        </p>
      </div>
    </Sheet>
  )
}
