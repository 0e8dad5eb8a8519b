// Who stands on the grid and on the cards: the rows of the list. They change seldom, so keys draw none of them anew.
import { useCallback, useMemo } from 'react'
import { type Lesson, pupilsOf } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { classOf, recordedPupils } from '../lesson/class/class-rows.ts'
import { useClassPlaces } from '../lesson/class/use-class-places.ts'
import { useAfterBurst } from '../runtime/use-after-burst.ts'
import type { GridCells } from './grid-cells.ts'

const between = '\n'

export const useClass = (cells: GridCells, school: School, lesson: Lesson, person: string) => {
  const here = useMemo(() => pupilsOf(school, lesson), [school, lesson])
  // A text, for it is the same while nobody is added.
  const [others] = useAfterBurst(
    cells.onAny,
    useCallback(
      () => [...recordedPupils(cells.views)].filter((id) => !here.has(id)).join(between),
      [cells, here],
    ),
    true,
  )
  const listed = useMemo(() => {
    const recorded = new Set(others.split(between).filter(Boolean))
    return classOf(school, lesson, recorded, person)
  }, [school, lesson, others, person])
  return useClassPlaces(school, lesson, person, listed, cells.facts() !== undefined)
}
