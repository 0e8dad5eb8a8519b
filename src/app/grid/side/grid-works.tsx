// The works of the lesson beside the grid, each with so many marks: counted when a burst of keys is over.
import type { Lesson } from '../../../domain/lesson.ts'
import { WorksList } from '../../lesson/facts/works-list.tsx'
import type { Acts } from '../../lesson/use-lesson.ts'
import { useAfterBurst } from '../../runtime/use-after-burst.ts'
import type { GridCells } from '../grid-cells.ts'

interface GridWorksProps {
  lesson: Lesson
  cells: GridCells
  acts: Acts
}

export const GridWorks = ({ cells, ...place }: GridWorksProps) => {
  useAfterBurst(cells.onAny, cells.version)
  return <WorksList {...place} views={cells.views} />
}
