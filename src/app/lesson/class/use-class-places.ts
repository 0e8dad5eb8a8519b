// The class of an open lesson in its places, for any view of it; a view that is opened anew begins with the lists.
import { useLayoutEffect, useMemo, useRef } from 'react'
import { pupilOf } from '../../../domain/cell.ts'
import type { Lesson } from '../../../domain/lesson.ts'
import { bindCell, provisionalName } from '../../../domain/provisional.ts'
import type { School } from '../../../domain/school.ts'
import { type ClassLists, keepPlaces, type PlacedClass } from './class-places.ts'

/** `isRead`: what is recorded has been read, and with it everybody who stands here. */
export const useClassPlaces = (
  school: School,
  lesson: Lesson,
  person: string,
  now: ClassLists,
  isRead: boolean,
): PlacedClass => {
  const shown = useRef<PlacedClass | null>(null)
  const placed = useMemo(() => {
    const meantBy = (pupil: string): string | null => {
      if (provisionalName(pupil) === null) return null
      const cell = bindCell(school, { kind: 'attendance', lesson: lesson.id, pupil }, person)
      return cell && pupilOf(cell)
    }
    return keepPlaces(shown.current, now, meantBy)
  }, [school, lesson, person, now])
  useLayoutEffect(() => {
    if (isRead) shown.current = placed
  })
  return placed
}
