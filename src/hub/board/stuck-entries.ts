// Entries that go no further by themselves: refused, held for a newer build or a place in the lists, waiting for another.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { VerdictReason } from '../../domain/receipt.ts'
import type { School } from '../../domain/school.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'
import { placeOf } from './lesson-strips.ts'
import type { Names } from './names.ts'

type Stuck = BoardAnswer['stuck'][number]
const key = (one: Stuck): string => [one.person, one.state, one.reason, one.lesson].join(' ')

const lessonIn = (cellKey: string): string | null =>
  cellKey === '' || cellKey.startsWith('term:') ? null : (cellKey.split('/')[0] ?? null)

/** One line a person, lesson and reason; refused ones of these outages, the rest whenever they came. */
export const readStuck = async (
  db: Database,
  school: School,
  names: Names,
  outages: readonly number[],
): Promise<Stuck[]> => {
  const chosen = db.selectFrom('entry').select(['person', 'state', 'reason', 'cell_key', 'recorded_at'])
  const waiting = await chosen.where('state', 'in', ['held', 'waiting']).execute()
  const refused = await inChunks(outages, (some) =>
    chosen.where('outage', 'in', some).where('state', '=', 'refused').execute(),
  )
  const lines = new Map<string, Stuck>()
  for (const row of [...refused, ...waiting]) {
    const id = lessonIn(row.cell_key)
    const lesson = id === null ? null : lessonById(school, id)
    const line: Stuck = {
      ...{ person: row.person, name: names.person(row.person), state: row.state },
      ...{ reason: row.reason as VerdictReason | null, lesson: id, place: lesson && placeOf(names, lesson) },
      ...{ count: 1, oldest: row.recorded_at },
    }
    const known = lines.get(key(line))
    if (known) {
      known.count += 1
      if (row.recorded_at < known.oldest) known.oldest = row.recorded_at
    } else lines.set(key(line), line)
  }
  return [...lines.values()].sort((a, b) => (a.oldest < b.oldest ? -1 : 1))
}
