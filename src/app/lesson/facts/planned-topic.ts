// The КТП's word for a topic: what it proposes for a lesson, and which item of it a typed text is (п. 2.7).
import { type Lesson, planItemOf, planOf } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import type { TopicValue } from '../../../domain/value.ts'

export const proposedTopic = (school: School, lesson: Lesson): TopicValue | null => {
  const item = planItemOf(school, lesson)
  return item && { planItem: item.no, text: item.topic }
}

/** A text that the КТП has word for word is its item; any other stands for itself. */
export const topicOf = (school: School, lesson: Lesson, text: string): TopicValue => {
  const planned = proposedTopic(school, lesson)
  if (planned?.text === text) return planned
  const item = planOf(school, lesson).find((one) => one.topic === text)
  return { planItem: item?.no ?? null, text }
}
