// Whoever stands on the register of an open lesson keeps the place, whatever the lists say meanwhile: no row moves under a
// finger. Opened anew, the register has the order of the lists. Pure.
import { provisionalName } from '../../../domain/provisional.ts'
import { classListWords } from '../../messages/lesson/class.ts'
import type { ClassRow } from './class-rows.ts'

/** `pupils` take entries; `rows` is what is seen, in order. */
export interface ClassLists {
  pupils: readonly ClassRow[]
  rows: readonly ClassRow[]
}

export interface PlacedClass extends ClassLists {
  /** So many rows stand in the first of two columns. */
  half: number
  /** Who stood here when the lesson was opened. */
  opened: ReadonlySet<string>
}

/** Whoever is added by name comes last and moves nobody from one column to the other. */
const open = (now: ClassLists): PlacedClass => ({
  ...now,
  half: Math.ceil(now.rows.filter(({ id }) => provisionalName(id) === null).length / 2),
  opened: new Set(now.rows.map((one) => one.id)),
})

const gone = ({ id, name, ...row }: ClassRow): ClassRow => ({
  ...{ id, name, closed: true },
  note: row.closed && row.note ? row.note : classListWords.notInLessonList,
})

/**
 * `before`: how the class stands on the screen; null when the lesson is opened. `meantBy`: the pupil of the lists whom a row
 * recorded by name means by now. Whoever comes is put behind all others; whoever is in no list any more stays, closed.
 */
export const keepPlaces = (
  before: PlacedClass | null,
  now: ClassLists,
  meantBy: (id: string) => string | null,
): PlacedClass => {
  if (before === null || before.rows.length === 0) return open(now)
  const { half, opened } = before
  const listed = new Map(now.rows.map((one) => [one.id, one]))
  const taken = new Set<string>()
  const stayed = before.rows.flatMap((row) => {
    const there = listed.get(row.id) ?? listed.get(meantBy(row.id) ?? '')
    // Two rows may turn out to be one pupil: a closed one, and a name that was typed for who had left.
    if (there && taken.has(there.id)) return []
    if (there) {
      taken.add(there.id)
      return there
    }
    // A name that was taken back was never of the lists.
    return provisionalName(row.id) === null ? gone(row) : []
  })
  const known = new Set(stayed.map((one) => one.id))
  const rows = [...stayed, ...now.rows.filter((one) => !known.has(one.id))].map((row) =>
    opened.has(row.id) || row.note ? row : { ...row, note: classListWords.cameNow },
  )
  return { half, opened, rows, pupils: rows.filter((one) => !one.closed) }
}
