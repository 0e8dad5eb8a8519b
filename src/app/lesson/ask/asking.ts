// Asks the questions of an act one after the other; the act waits for the answers.
import type { CellChange } from '../../../store/journal.ts'
import { type Question, withReason } from './ask-first.ts'

/** Null: nothing is recorded. The reason is set where one was asked for. */
export type Answer = { reason?: string } | null

export interface Asked {
  question: Question
  answer(answer: Answer): void
}

/** `show` puts a question on the screen, and null takes it off. */
const put = (question: Question, show: (asked: Asked | null) => void): Promise<Answer> =>
  new Promise((resolve) =>
    show({
      question,
      answer: (answer) => {
        show(null)
        resolve(answer)
      },
    }),
  )

/** Answers with the changes to record, or null when the person thought better of it. */
export const askAll = async (
  questions: readonly Question[],
  changes: readonly CellChange[],
  show: (asked: Asked | null) => void,
): Promise<readonly CellChange[] | null> => {
  let answered = changes
  for (const question of questions) {
    const answer = await put(question, show)
    if (answer === null) return null
    const about = question.about.map((one) => answered[changes.indexOf(one)] ?? one)
    if (answer.reason !== undefined) answered = withReason(answered, about, answer.reason)
  }
  return answered
}
