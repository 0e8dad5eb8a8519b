// Entries that go no further by themselves: refused, held for a newer build or a place in the lists, waiting for another.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import type { HubState } from '../../domain/entry-state.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { VerdictReason } from '../../domain/receipt.ts'
import type { School } from '../../domain/school.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'
import { placeOf } from './lesson-strips.ts'
import type { Names } from './names.ts'

type Stuck = BoardAnswer['stuck'][number] & { blockers: string[] }
const key = (one: Stuck): string => [one.person, one.state, one.reason, one.lesson].join(' ')

const lessonIn = (cellKey: string): string | null =>
  cellKey === '' || cellKey.startsWith('term:') ? null : (cellKey.split('/')[0] ?? null)

interface Row {
  id: string
  state: HubState
  waiting_on: string | null
  /** Of the entry that it waits for; null where that has never come. */
  ahead: HubState | null
}

/** A held entry itself; of a waiting one what stands at the head of those it waits for. */
const blockerOf = ({ id, state, waiting_on, ahead }: Row): string | null => {
  if (state === 'held') return id
  return state === 'waiting' && (ahead === null || ahead === 'held') ? waiting_on : null
}

/** One line a person, lesson and reason; refused ones of these outages, the rest whenever they came. */
export const readStuck = async (
  db: Database,
  school: School,
  names: Names,
  outages: readonly number[],
): Promise<Stuck[]> => {
  const chosen = db
    .selectFrom('entry')
    .leftJoin('entry as ahead', 'ahead.id', 'entry.waiting_on')
    .select(['entry.id', 'entry.person', 'entry.state', 'entry.reason', 'entry.cell_key'])
    .select(['entry.recorded_at', 'entry.waiting_on', 'ahead.state as ahead'])
  const waiting = await chosen.where('entry.state', 'in', ['held', 'waiting']).execute()
  const refused = await inChunks(outages, (some) =>
    chosen.where('entry.outage', 'in', some).where('entry.state', '=', 'refused').execute(),
  )
  const lines = new Map<string, Stuck>()
  for (const row of [...refused, ...waiting]) {
    const blocker = blockerOf(row)
    const id = lessonIn(row.cell_key)
    const lesson = id === null ? null : lessonById(school, id)
    const line: Stuck = {
      ...{ person: row.person, name: names.person(row.person), state: row.state },
      ...{ reason: row.reason as VerdictReason | null, lesson: id, place: lesson && placeOf(names, lesson) },
      ...{ count: 1, oldest: row.recorded_at, blockers: blocker === null ? [] : [blocker] },
    }
    const known = lines.get(key(line))
    if (known) {
      known.count += 1
      if (row.recorded_at < known.oldest) known.oldest = row.recorded_at
      if (blocker !== null && !known.blockers.includes(blocker)) known.blockers.push(blocker)
    } else lines.set(key(line), line)
  }
  return [...lines.values()].sort((a, b) => (a.oldest < b.oldest ? -1 : 1))
}
