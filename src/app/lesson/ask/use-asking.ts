// Asks the questions of an act one after the other; the act waits for the answers.
import { useState } from 'react'
import type { CellChange } from '../../../store/journal.ts'
import { type Question, withReason } from './ask-first.ts'

/** Null: nothing is recorded. The reason is set where one was asked for. */
export type Answer = { reason?: string } | null

export interface Asked {
  question: Question
  answer(answer: Answer): void
}

/** `ask` answers with the changes to record, or null when the person thought better of it. */
export const useAsking = () => {
  const [asked, setAsked] = useState<Asked | null>(null)
  const put = (question: Question): Promise<Answer> =>
    new Promise((resolve) =>
      setAsked({
        question,
        answer: (answer) => {
          setAsked(null)
          resolve(answer)
        },
      }),
    )
  const ask = async (
    questions: readonly Question[],
    changes: readonly CellChange[],
  ): Promise<readonly CellChange[] | null> => {
    let answered = changes
    for (const question of questions) {
      const answer = await put(question)
      if (answer === null) return null
      const about = question.about.map((one) => answered[changes.indexOf(one)] ?? one)
      if (answer.reason !== undefined) answered = withReason(answered, about, answer.reason)
    }
    return answered
  }
  return { asked, ask }
}

export type Asking = ReturnType<typeof useAsking>
