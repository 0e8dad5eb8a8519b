// The pupil's day: what this tablet knows of the attendance of the lessons around the one that is disputed.
import { useLiveQuery } from 'dexie-react-hooks'
import { type Cell, cellKey, pupilOf } from '../../domain/cell.ts'
import { lessonById, lessonsOn, pupilsOf } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { readCellsOf } from '../../store/cell-view.ts'
import { conflictWords } from '../messages/screens/conflict-card.ts'
import { dayWords } from '../messages/screens/conflicts.ts'
import { shortDate } from '../messages/time.ts'
import { valueText } from '../messages/values.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'
import styles from './pupil-day.module.css'

interface DayProps {
  school: School
  person: string
  cell: Cell
}

export const PupilDay = ({ school, person, cell }: DayProps) => {
  const { db } = useRuntime()
  const log = useLog(person)
  const pupil = pupilOf(cell)
  const at = cell.kind === 'termMark' ? null : lessonById(school, cell.lesson)
  const lessons =
    pupil === null || at === null
      ? []
      : lessonsOn(school, at.date).filter((one) => pupilsOf(school, one).has(pupil))
  const key = lessons.map((one) => one.id).join()
  const views = useLiveQuery(() => readCellsOf(db, key.split(','), log), [db, key, log.person])
  const pulled = useLiveQuery(() => db.cell.where('lesson').anyOf(key.split(',')).toArray(), [db, key])
  if (!views || !pulled || pupil === null || at === null || lessons.length === 0) return null
  const keyIn = (lesson: string) => cellKey({ kind: 'attendance', lesson, pupil })
  const inAis = (lesson: string): string => pulled.find((row) => row.key === keyIn(lesson))?.ais ?? '–'
  const shown = (lesson: string): string => {
    const view = views.get(keyIn(lesson))
    if (!view) return '–'
    return view.state === 'conflict'
      ? view.candidates.map((one) => valueText(one.value)).join(' | ')
      : valueText(view.value)
  }
  const rows = [
    [dayWords.here, '', shown],
    [dayWords.ais, dayWords.lastLook, inAis],
  ] as const
  return (
    <div className={styles.scroll}>
      <table className={styles.day}>
        <caption>{conflictWords.dayCaption(shortDate(at.date))}</caption>
        <thead>
          <tr>
            <td />
            {lessons.map((one) => (
              <th key={one.id} scope="col" data-here={one.id === at.id}>
                {conflictWords.lessonHead(one.period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, note, read]) => (
            <tr key={head}>
              <th scope="row">
                {head} <small>{note}</small>
              </th>
              {lessons.map((one) => (
                <td key={one.id} data-here={one.id === at.id}>
                  {read(one.id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
