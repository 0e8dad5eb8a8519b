// Works of the lesson: each heads a column; a new one is added by its type.
import { useState } from 'react'
import type { WorkTypeCode } from '../../../domain/cell.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import { Button } from '../../../ui/button.tsx'
import { counted } from '../../messages/counts.ts'
import { workTitles } from '../../messages/values.ts'
import styles from '../lesson.module.css'
import { type CellViews, changeOf, nextWork, workKey, worksOf } from '../lesson-cells.ts'
import type { Acts } from '../use-lesson.ts'

interface WorksListProps {
  lesson: Lesson
  views: CellViews
  acts: Acts
}

export const WorksList = ({ lesson, views, acts }: WorksListProps) => {
  const [adding, setAdding] = useState(false)
  const marksOf = (key: string): number =>
    [...views.values()].filter(
      ({ cell, value }) => cell.kind === 'mark' && value !== null && workKey(cell) === key,
    ).length
  const add = (workType: WorkTypeCode): void => {
    const work = nextWork(views, workType)
    const title = workTitles[workType]
    setAdding(false)
    void acts.act(
      [changeOf(views, { kind: 'work', lesson: lesson.id, ...work }, { title })],
      `Работа урока: ${title}`,
    )
  }
  return (
    <section className={styles.works} aria-label="Работы урока">
      <h2>Работы урока, п. 2.6</h2>
      <ul>
        {worksOf(views).map((work) => (
          <li key={workKey(work)}>
            {workTitles[work.workType]}
            {work.n > 1 && ` № ${work.n}`}
            <small>{counted(marksOf(workKey(work)), ['отметка', 'отметки', 'отметок'])}</small>
          </li>
        ))}
      </ul>
      {adding ? (
        <div className={styles.types}>
          {(Object.keys(workTitles) as WorkTypeCode[]).map((type) => (
            <Button key={type} onClick={() => add(type)}>
              {workTitles[type]}
            </Button>
          ))}
          <Button kind="quiet" onClick={() => setAdding(false)}>
            Не добавлять
          </Button>
        </div>
      ) : (
        <Button kind="quiet" onClick={() => setAdding(true)}>
          Добавить работу
        </Button>
      )}
    </section>
  )
}
