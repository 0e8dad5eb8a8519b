// What of a day's lessons came to АИС after the term of its own outage (п. 3.2): said for good, however long ago.
import type { LateTransfers } from '../../contract/finding-schema.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { lateTransfer } from '../../domain/register/late-transfer.ts'
import type { School } from '../../domain/school.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'
import { readRegister } from '../outages/register.ts'
import { aisAuthor } from '../transfer/ais-author.ts'
import { placeOf } from './lesson-strips.ts'
import type { Names } from './names.ts'
import { beyondAll } from './open-backlog.ts'

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

/** The register from the first of these that has a term; one still open has none, and may be months old. */
const readTerms = async (db: Database, school: School, numbers: readonly number[], now: string) => {
  const closed = await inChunks(numbers, (some) =>
    db.selectFrom('outage').select('no').where('no', 'in', some).where('closed_at', 'is not', null).execute(),
  )
  if (closed.length === 0) return new Map()
  const from = closed.reduce((least, { no }) => Math.min(least, no), beyondAll)
  return new Map((await readRegister(db, school, now, from)).map((one) => [one.no, one]))
}

/** One line a person, lesson and outage that explains it, by the entry that came last; the latest first. */
export const readLateTransfers = async (
  db: Database,
  school: School,
  names: Names,
  lessons: readonly Lesson[],
  now: string,
): Promise<LateTransfers> => {
  const known = new Map(lessons.map((one) => [one.id, one]))
  const moved = await readMoved(db, [...known.keys()])
  const terms = await readTerms(db, school, [...new Set(moved.flatMap((row) => row.outage ?? []))], now)
  const lines = new Map<string, LateTransfers[number]>()
  for (const { lesson: id, person, outage, at, count } of moved) {
    const lesson = known.get(id ?? '')
    const term = outage === null ? undefined : terms.get(outage)
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
