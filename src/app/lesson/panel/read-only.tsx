// In place of the keys where the lesson is somebody else's (п. 2.3): whose it is, and that it can be read.
import type { Lesson } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { staffName } from '../../messages/entry-place.ts'
import { lessonWords } from '../../messages/lesson/panel.ts'
import styles from './panel.module.css'

export const ReadOnly = ({ school, lesson }: { school: School; lesson: Lesson }) => (
  <p className={styles.readOnly}>{lessonWords.readOnly(staffName(school, lesson.teacher))}</p>
)
