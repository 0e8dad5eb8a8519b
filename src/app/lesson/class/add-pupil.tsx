// «Ученика нет в списке»: recorded by name in this lesson; the hub finds the pupil once the lists have one.
import { UserPlus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import type { Lesson } from '../../../domain/lesson.ts'
import { provisionalPupil } from '../../../domain/provisional.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { classListWords, nameSentence } from '../../messages/lesson/class.ts'
import { attendanceCell, type CellViews, changeOf } from '../lesson-cells.ts'
import type { ListedPupil } from '../pupil-names.ts'
import type { Acts } from '../use-lesson.ts'
import { readName } from './typed-name.ts'

interface AddPupilProps {
  lesson: Lesson
  views: CellViews
  pupils: readonly ListedPupil[]
  acts: Acts
}

const NameForm = ({ lesson, views, pupils, acts, onClose }: AddPupilProps & { onClose(): void }) => {
  const form = useId()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const read = readName(typed, pupils)
    if (!read.ok) return setProblem(nameSentence(read.problem))
    const cell = attendanceCell(lesson, provisionalPupil(read.name))
    if (await acts.act([changeOf(views, cell, { code: 'present' })], classListWords.recorded(read.name)))
      onClose()
  }
  return (
    <Dialog
      title={classListWords.notListedTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form}>
            {classListWords.record}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {classListWords.doNotAdd}
          </Button>
        </>
      }
    >
      <p>{classListWords.whatBecomes}</p>
      <form id={form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={classListWords.name}
          autoComplete="off"
          value={typed}
          {...(problem ? { error: problem } : {})}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setProblem(null)
          }}
        />
      </form>
    </Dialog>
  )
}

export const AddPupil = (props: AddPupilProps) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        <UserPlus size={20} aria-hidden="true" /> {classListWords.notListedTitle}
      </Button>
      {open && <NameForm {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
