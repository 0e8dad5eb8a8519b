// The homework given last to this class or group in this subject, as far as this tablet knows.
import { useMemo } from 'react'
import { formerLessons } from '../../../domain/calendar/former-lessons.ts'
import { cellKey } from '../../../domain/cell.ts'
import type { LogOwner } from '../../../domain/entry.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import { cellTables, readCellsOf } from '../../../store/cell-view.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import { useTables } from '../../runtime/use-tables.ts'

/** So many lessons back; «не задано» is passed by. */
const farthest = 8

export const useLastHomework = (school: School, lesson: Lesson, log: LogOwner): string | null => {
  const { db } = useRuntime()
  const { device, person } = log
  const ids = useMemo(() => formerLessons(school, lesson, farthest).map((one) => one.id), [school, lesson])
  const last = useTables(
    async () => {
      const views = await readCellsOf(db, ids, { device, person })
      const texts = ids.map((id) => views.get(cellKey({ kind: 'homework', lesson: id }))?.value ?? null)
      const last = texts.findLast((value) => value !== null && 'text' in value)
      return last && 'text' in last ? last.text : null
    },
    cellTables,
    [ids, device, person],
    // A screen writes into its own lesson, and these are former ones.
    { calmly: true, ownToo: false },
  )
  return last ?? null
}
