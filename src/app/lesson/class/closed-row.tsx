// A pupil whose cells are closed in this lesson: hatched, passed by the keys; what was recorded stays in sight.
import { cellKey, type WorkRef } from '../../../domain/cell.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import { valueText } from '../../messages/values.ts'
import { type CellViews, viewOf, workKey } from '../lesson-cells.ts'
import styles from '../register.module.css'
import type { ClassRow } from './class-rows.ts'
import { PupilNote } from './pupil-note.tsx'

interface ClosedRowProps {
  lesson: Lesson
  views: CellViews
  works: readonly WorkRef[]
  row: ClassRow
}

export const ClosedRow = ({ lesson, views, works, row }: ClosedRowProps) => {
  const attendance = viewOf(views, { kind: 'attendance', lesson: lesson.id, pupil: row.id })?.value
  return (
    <li className={styles.row} style={{ '--works': works.length } as React.CSSProperties}>
      <div className={`${styles.name} ${styles.closed}`}>
        <span className={styles.no}>–</span>
        <span className={styles.text}>
          {row.name}
          <PupilNote row={row} />
        </span>
        <span className={`${styles.attendance} ${styles.hatch}`}>
          {attendance ? valueText(attendance) : <i className="visually-hidden">{keyWords.closedCell}</i>}
        </span>
      </div>
      {works.map((work) => {
        const mark = views.get(cellKey({ kind: 'mark', lesson: lesson.id, pupil: row.id, ...work }))?.value
        return (
          <span key={workKey(work)} className={styles.hatch}>
            {mark ? valueText(mark) : ''}
          </span>
        )
      })}
    </li>
  )
}
