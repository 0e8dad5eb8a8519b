// The question that an act waits for: which cells it concerns, and what to answer.
import { pupilOf } from '../../../domain/cell.ts'
import type { CellChange } from '../../../store/journal.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { entries } from '../../messages/counts.ts'
import { bulkWords } from '../../messages/lesson/bulk.ts'
import {
  besideAbsenceQuestion,
  overRecordedQuestion,
  reasonChoices,
  reasonQuestions,
  takenAwayQuestion,
} from '../../messages/lesson/questions.ts'
import { cellWords, valueText } from '../../messages/values.ts'
import type { ListedPupil } from '../pupil-names.ts'
import type { Question } from './ask-first.ts'
import type { Answer, Asked } from './asking.ts'

/** What is nobody's comes first, then the pupils as the class list has them. */
const About = ({ about, pupils }: { about: readonly CellChange[]; pupils: readonly ListedPupil[] }) => {
  const placeOf = ({ cell }: CellChange): number => pupils.findIndex((one) => one.id === pupilOf(cell))
  return (
    <ul>
      {about
        .toSorted((a, b) => placeOf(a) - placeOf(b))
        .map((one) => {
          const { cell, saw, value } = one
          const name = pupils[placeOf(one)]?.name
          const change = saw === null ? valueText(value) : `${valueText(saw)} → ${valueText(value)}`
          return (
            <li key={JSON.stringify(cell)}>
              {name && <b>{name}</b>} {cellWords(cell)}: {change}
            </li>
          )
        })}
    </ul>
  )
}

/** What was recorded is not replaced: nothing comes in its place. */
const takesAway = ({ about }: Question): boolean => about.every(({ value }) => value === null)

const wordsOf = (question: Question): { title: string; note: string } => {
  switch (question.kind) {
    case 'reason':
      return reasonQuestions[question.why]
    case 'besideAbsence':
      return besideAbsenceQuestion()
    case 'overRecorded':
      return takesAway(question)
        ? takenAwayQuestion(question.about.length)
        : overRecordedQuestion(question.about.length, question.blank)
  }
}

const Choices = ({ question, answer }: { question: Question; answer(answer: Answer): void }) => {
  switch (question.kind) {
    case 'reason':
      return reasonChoices[question.why].map((reason) => (
        <Button key={reason} onClick={() => answer({ reason })}>
          {reason}
        </Button>
      ))
    case 'besideAbsence':
      return <Button onClick={() => answer({})}>{bulkWords.keepBoth}</Button>
    case 'overRecorded': {
      const word = takesAway(question) ? bulkWords.takeAway : bulkWords.replace
      return <Button onClick={() => answer({})}>{word(entries(question.about.length))}</Button>
    }
  }
}

export const QuestionDialog = ({
  asked,
  pupils,
}: {
  asked: Asked | null
  pupils: readonly ListedPupil[]
}) => {
  if (!asked) return null
  const { question, answer } = asked
  const { title, note } = wordsOf(question)
  return (
    <Dialog
      key={question.kind}
      title={title}
      onClose={() => answer(null)}
      actions={
        <>
          <Choices question={question} answer={answer} />
          <Button kind="quiet" onClick={() => answer(null)}>
            {bulkWords.changeNothing}
          </Button>
        </>
      }
    >
      <p>{note}</p>
      <About about={question.about} pupils={pupils} />
    </Dialog>
  )
}
