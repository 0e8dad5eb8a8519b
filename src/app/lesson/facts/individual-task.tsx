// Homework for one pupil alone, beside the homework of the lesson.
import type { Lesson } from '../../../domain/lesson.ts'
import { longestText } from '../../../domain/value.ts'
import { draftKey } from '../../../store/draft.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { factWords, taskWaits } from '../../messages/lesson/facts.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import type { CellViews } from '../lesson-cells.ts'
import type { ListedPupil } from '../pupil-names.ts'
import type { Acts } from '../use-lesson.ts'
import { useDraft } from './use-draft.ts'

interface IndividualTaskProps {
  lesson: Lesson
  views: CellViews
  acts: Acts
  pupil: ListedPupil
  onClose(): void
}

export const IndividualTask = ({ lesson, views, acts, pupil, onClose }: IndividualTaskProps) => {
  const cell = { kind: 'individualHomework', lesson: lesson.id, pupil: pupil.id } as const
  const key = draftKey('individual', acts.log.person, lesson.id, pupil.id)
  const { text, type, leave, waits } = useDraft({ key, log: acts.log, views, cell }, (typed, seen) =>
    acts.act(
      [{ cell, value: typed === '' ? null : { text: typed }, ...seen }],
      factWords.taskSaid(pupil.name, typed || keyWords.empty),
    ),
  )
  const done = async (): Promise<void> => {
    if (await leave()) onClose()
  }
  return (
    <Dialog
      title={factWords.taskTitle(pupil.name)}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={() => void done()}>
            {factWords.record}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {factWords.closeKeepsDraft}
          </Button>
        </>
      }
    >
      <TextField
        label={waits ? taskWaits : factWords.taskLabel}
        maxLength={longestText}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </Dialog>
  )
}
