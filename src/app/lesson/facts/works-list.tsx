// Works of the lesson: each heads a column; a new one is added by its type, one that was not held is taken away.
import { Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import type { WorkRef, WorkTypeCode } from '../../../domain/cell.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import { Button } from '../../../ui/button.tsx'
import { factWords, marksCounted } from '../../messages/lesson/facts.ts'
import { workTitles } from '../../messages/values.ts'
import styles from '../lesson.module.css'
import { type CellViews, changeOf, nextWork, withoutWork, workKey, worksOf } from '../lesson-cells.ts'
import type { Acts } from '../use-lesson.ts'

interface WorksListProps {
  lesson: Lesson
  views: CellViews
  acts: Pick<Acts, 'actOnFresh'>
}

const named = ({ workType, n }: WorkRef): string => `${workTitles[workType]}${n > 1 ? ` № ${n}` : ''}`

export const WorksList = ({ lesson, views, acts }: WorksListProps) => {
  const [adding, setAdding] = useState(false)
  const key = useRef<HTMLButtonElement>(null)
  const marksOf = (work: WorkRef): number =>
    withoutWork(views, work).filter((one) => one.cell.kind === 'mark').length
  const add = (workType: WorkTypeCode): void => {
    // The key that was pressed goes off the screen with its list, and the keyboard does not go with it.
    key.current?.focus()
    setAdding(false)
    const title = workTitles[workType]
    void acts.actOnFresh(lesson, (fresh) => {
      const cell = { kind: 'work', lesson: lesson.id, ...nextWork(fresh, workType) } as const
      return { changes: [changeOf(fresh, cell, { title })], said: factWords.workAdded(title) }
    })
  }
  const remove = (work: WorkRef): void => {
    key.current?.focus()
    const said = factWords.workRemoved(named(work))
    void acts.actOnFresh(lesson, (fresh) => ({ changes: withoutWork(fresh, work), said }))
  }
  return (
    <section className={styles.works} aria-label={factWords.works}>
      <h2>{factWords.worksHead}</h2>
      <ul>
        {worksOf(views).map((work) => (
          <li key={workKey(work)}>
            {named(work)}
            <small>{marksCounted(marksOf(work))}</small>
            {withoutWork(views, work).length > 0 && (
              <button
                type="button"
                aria-label={factWords.removeWork(named(work))}
                onClick={() => remove(work)}
              >
                <X size={18} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <Button ref={key} kind="quiet" aria-expanded={adding} onClick={() => setAdding(!adding)}>
        <Plus size={18} aria-hidden="true" /> {factWords.addWork}
      </Button>
      {adding && (
        <div className={styles.types}>
          {(Object.keys(workTitles) as WorkTypeCode[]).map((type) => (
            <Button key={type} onClick={() => add(type)}>
              {workTitles[type]}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
