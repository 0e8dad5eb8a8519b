// Another column for today: a work of a type that the person chooses.
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { WorkTypeCode } from '../../../domain/cell.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import { Button } from '../../../ui/button.tsx'
import { catchFocus } from '../../../ui/lost-focus.ts'
import { changeOf, nextWork } from '../../lesson/lesson-cells.ts'
import { factWords } from '../../messages/lesson/facts.ts'
import { gridWords } from '../../messages/lesson/grid.ts'
import { workTitles } from '../../messages/values.ts'
import type { GridCells } from '../grid-cells.ts'
import type { GridWriter } from '../grid-writer.ts'
import styles from './panel.module.css'

export const AddWork = ({
  lesson,
  cells,
  writer,
}: {
  lesson: Lesson
  cells: GridCells
  writer: GridWriter
}) => {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open) return () => catchFocus(opener.current)
  }, [open])
  const add = (workType: WorkTypeCode): void => {
    setOpen(false)
    void writer.save(() => {
      const work = nextWork(cells.views, workType)
      const title = workTitles[workType]
      const change = changeOf(cells.views, { kind: 'work', lesson: lesson.id, ...work }, { title })
      return { changes: [change], said: factWords.workAdded(title) }
    })
  }
  return (
    <div className={styles.works}>
      <Button ref={opener} kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Plus size={18} aria-hidden="true" /> {gridWords.addWork}
      </Button>
      {open && (
        <div className={styles.types}>
          {(Object.keys(workTitles) as WorkTypeCode[]).map((type) => (
            <Button key={type} onClick={() => add(type)}>
              {workTitles[type]}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
