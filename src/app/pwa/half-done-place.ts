// Where what is half done can be finished: the screen that shows it, or why none does any more.
import { lessonById } from '../../domain/lesson.ts'
import { maySettle, mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import type { CellView } from '../../store/cell-view.ts'
import type { HalfDone } from '../../store/draft.ts'

/** `lesson`, `conflict`: it is not known here any more; `right`: it is somebody else's by now. */
export type NoPlace = 'lesson' | 'conflict' | 'right'
export type HalfDonePlace = { path: string } | { none: NoPlace }

interface Known {
  school: School
  person: string
  /** Disagreements that stand open on this tablet. */
  open: readonly Pick<CellView, 'key' | 'cell'>[]
}

export const placeOf = ({ kind, of }: HalfDone, { school, person, open }: Known): HalfDonePlace => {
  if (kind === 'provisional') return { path: '/provisional' }
  if (kind.startsWith('conflict-')) {
    const conflict = open.find((one) => one.key === of)
    if (!conflict) return { none: 'conflict' }
    if (!maySettle(school, person, conflict.cell)) return { none: 'right' }
    return { path: `/conflicts/${encodeURIComponent(of)}` }
  }
  if (!lessonById(school, of)) return { none: 'lesson' }
  if (!mayWrite(school, person, { kind: 'topic', lesson: of }).ok) return { none: 'right' }
  return { path: `/lesson/${encodeURIComponent(of)}` }
}
