// Works of the lesson: each heads a column; a new one is added by its type, one that was not held is taken away.
import { Plus, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { WorkRef, WorkTypeCode } from '../../../domain/cell.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import { Button } from '../../../ui/button.tsx'
import { catchFocus } from '../../../ui/lost-focus.ts'
import { classListWords } from '../../messages/lesson/class.ts'
import { factWords, marksCounted } from '../../messages/lesson/facts.ts'
import { workTitles } from '../../messages/values.ts'
import styles from '../lesson.module.css'
import { type CellViews, changeOf, nextWork, withoutWork, workKey, worksOf } from '../lesson-cells.ts'
import type { Acts } from '../use-lesson.ts'

interface WorksListProps {
  lesson: Lesson
  views: CellViews
  acts: Acts
}

const named = ({ workType, n }: WorkRef): string => `${workTitles[workType]}${n > 1 ? ` № ${n}` : ''}`

export const WorksList = ({ lesson, views, acts }: WorksListProps) => {
  const [adding, setAdding] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const types = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (!adding) return
    catchFocus(types.current)
    return () => catchFocus(opener.current)
  }, [adding])
  const marksOf = (work: WorkRef): number =>
    withoutWork(views, work).filter((one) => one.cell.kind === 'mark').length
  const add = (workType: WorkTypeCode): void => {
    const work = nextWork(views, workType)
    const title = workTitles[workType]
    setAdding(false)
    void acts.act(
      [changeOf(views, { kind: 'work', lesson: lesson.id, ...work }, { title })],
      factWords.workAdded(title),
    )
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
                onClick={() => void acts.act(withoutWork(views, work), factWords.workRemoved(named(work)))}
              >
                <X size={18} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <fieldset ref={types} className={styles.types} tabIndex={-1} aria-label={factWords.addWork}>
          {(Object.keys(workTitles) as WorkTypeCode[]).map((type) => (
            <Button key={type} onClick={() => add(type)}>
              {workTitles[type]}
            </Button>
          ))}
          <Button kind="quiet" onClick={() => setAdding(false)}>
            {classListWords.doNotAdd}
          </Button>
        </fieldset>
      ) : (
        <Button ref={opener} kind="quiet" onClick={() => setAdding(true)}>
          <Plus size={18} aria-hidden="true" /> {factWords.addWork}
        </Button>
      )}
    </section>
  )
}
