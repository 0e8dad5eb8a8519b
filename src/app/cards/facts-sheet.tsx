// The topic and the homework, beside a roll call: a sheet over the card, so that nothing of it moves.
import type { Lesson } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { HomeworkField } from '../lesson/facts/homework-field.tsx'
import { TopicField } from '../lesson/facts/topic-field.tsx'
import type { CellViews } from '../lesson/lesson-cells.ts'
import { SavedWords } from '../lesson/said.ts'
import type { Acts } from '../lesson/use-lesson.ts'
import { cardWords } from '../messages/lesson/cards.ts'
import styles from './cards.module.css'

interface FactsSheetProps {
  school: School
  lesson: Lesson
  views: CellViews
  acts: Acts
  onClose(): void
}

export const FactsSheet = ({ onClose, acts, ...place }: FactsSheetProps) => (
  <Sheet title={cardWords.topicAndHomework} close={cardWords.toCards} onClose={onClose}>
    <div className={styles.facts}>
      <TopicField {...{ ...place, acts }} />
      <HomeworkField {...{ ...place, acts }} />
      <p>
        <SavedWords said={acts.said} />
      </p>
    </div>
  </Sheet>
)
