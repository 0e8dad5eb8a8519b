// What of a day's lessons came to АИС after the term of its own outage (п. 3.2): said for good, however long ago.
import type { LateTransfers } from '../../contract/finding-schema.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { lateTransfer } from '../../domain/register/late-transfer.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'
import { aisAuthor } from '../transfer/ais-author.ts'
import { placeOf } from './lesson-strips.ts'
import type { Names } from './names.ts'
import type { PeriodRegister } from './period/period-register.ts'

const readMoved = (db: Database, lessons: readonly string[]) =>
  inChunks(lessons, (some) =>
    db
      .selectFrom('cell')
      .innerJoin('entry', 'entry.cell_key', 'cell.key')
      .select(['cell.lesson', 'entry.person', 'entry.outage', 'entry.transferred_at as at'])
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .where('cell.lesson', 'in', some)
      .where('entry.transferred_at', 'is not', null)
      .where('entry.outage', 'is not', null)
      .where('entry.person', '!=', aisAuthor)
      .groupBy(['cell.lesson', 'entry.person', 'entry.outage', 'entry.transferred_at'])
      .execute(),
  )

/** One line a person, lesson and outage that explains it, by the entry that came last; the latest first. */
export const readLateTransfers = async (
  db: Database,
  register: PeriodRegister,
  names: Names,
  lessons: readonly Lesson[],
): Promise<LateTransfers> => {
  const known = new Map(lessons.map((one) => [one.id, one]))
  const moved = await readMoved(db, [...known.keys()])
  await register.knowing([...new Set(moved.flatMap((row) => row.outage ?? []))])
  const lines = new Map<string, LateTransfers[number]>()
  for (const { lesson: id, person, outage, at, count } of moved) {
    const lesson = known.get(id ?? '')
    const term = register.of(outage)
    const late = term && at !== null ? lateTransfer(term, at) : null
    if (!lesson || !late) continue
    const key = [id, person, late.outage].join(' ')
    const line = lines.get(key)
    if (line) {
      line.entries += Number(count)
      line.minutes = Math.max(line.minutes, late.minutes)
    } else {
      const place = placeOf(names, lesson)
      const name = names.person(person)
      lines.set(key, { ...late, ...{ person, name, lesson: lesson.id, place, entries: Number(count) } })
    }
  }
  return [...lines.values()].sort((a, b) => b.minutes - a.minutes || (a.name < b.name ? -1 : 1))
}
