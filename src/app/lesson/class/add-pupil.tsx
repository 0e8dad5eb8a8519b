// «Ученика нет в списке»: recorded by name in this lesson; the hub finds the pupil once the lists have one.
import { UserPlus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import type { Lesson } from '../../../domain/lesson.ts'
import { provisionalPupil } from '../../../domain/provisional.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { nameSentence } from '../../messages/lesson/class.ts'
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
    if (await acts.act([changeOf(views, cell, { code: 'present' })], `${read.name}, нет в списке: на уроке`))
      onClose()
  }
  return (
    <Dialog
      title="Ученика нет в списке"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form}>
            Записать: на уроке
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Не добавлять
          </Button>
        </>
      }
    >
      <p>
        Записи о нём сохранятся на планшете, уйдут на сервер школы и встанут на место, когда ученик появится в
        списках.
      </p>
      <form id={form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label="Фамилия и имя"
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
        <UserPlus size={20} aria-hidden="true" /> Ученика нет в списке
      </Button>
      {open && <NameForm {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
