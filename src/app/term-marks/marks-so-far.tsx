// The marks that a term's mark rests on: of this pupil in this subject, in the order of the lessons.
import { useLiveQuery } from 'dexie-react-hooks'
import { lessonOf } from '../../domain/cell.ts'
import type { LogOwner } from '../../domain/entry.ts'
import type { School } from '../../domain/school.ts'
import { lessonsOfColumn, type TermColumn, type TermSheet } from '../../domain/term/term-sheet.ts'
import type { SchoolDate } from '../../domain/time.ts'
import { readCellsOf } from '../../store/cell-view.ts'
import { termSheetWords } from '../messages/screens/term-marks.ts'
import { markText } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

interface MarksSoFarProps {
  school: School
  sheet: TermSheet
  column: TermColumn
  pupil: string
  today: SchoolDate
  log: LogOwner
}

const average = (marks: readonly string[]): string | null => {
  const numbers = marks.flatMap((one) => (/^[2-5]$/.test(one) ? [Number(one)] : []))
  if (numbers.length === 0) return null
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  return mean.toFixed(2).replace('.', ',')
}

export const MarksSoFar = ({ school, sheet, column, pupil, today, log }: MarksSoFarProps) => {
  const { db } = useRuntime()
  const { device, person } = log
  const marks = useLiveQuery(async () => {
    const lessons = lessonsOfColumn(school, sheet, column, today).map((one) => one.id)
    const views = await readCellsOf(db, lessons, { device, person })
    return [...views.values()]
      .filter(({ cell }) => cell.kind === 'mark' && cell.pupil === pupil)
      .sort((a, b) => lessons.indexOf(lessonOf(a.cell) ?? '') - lessons.indexOf(lessonOf(b.cell) ?? ''))
      .flatMap(({ value }) => (value !== null && 'marks' in value ? [value] : []))
  }, [db, school, sheet, column, pupil, today, device, person])
  if (!marks || column.kind !== 'term') return null
  const mean = average(marks.flatMap((one) => one.marks))
  return (
    <p>
      {marks.length === 0
        ? termSheetWords.noLessonMarks
        : termSheetWords.lessonMarks(
            marks.map(markText).join(' '),
            mean === null ? '' : termSheetWords.mean(mean),
          )}
    </p>
  )
}
