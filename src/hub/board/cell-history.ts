// A lesson with its cells, and all that was ever recorded in one of them: who, when, on which device, what became of it.
import type { CellHistory, LessonCells } from '../../contract/history-schema.ts'
import { type Cell, pupilOf } from '../../domain/cell.ts'
import type { Entry } from '../../domain/entry.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { VerdictReason } from '../../domain/receipt.ts'
import { mayGiveUpTransfer, mayRead, mayReadBoard } from '../../domain/role.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { reportCells } from '../cells/report.ts'
import { inChunks } from '../database/in-chunks.ts'
import { readRevision } from '../database/revision.ts'
import type { Database, Tables } from '../database/tables.ts'
import { readGivenUp } from '../transfer/given-up.ts'
import { placeOf } from './lesson-strips.ts'
import { namesOf } from './names.ts'

/** Who may not read everything is not told either whether there is such a thing. */
type Read<T> = { kind: 'told'; answer: T } | { kind: 'forbidden' } | { kind: 'notFound' }

type Taken = Pick<Tables['entry'], 'device' | 'received_at'>

const absent = (school: School, person: PersonId) =>
  ({ kind: mayReadBoard(school, person) ? 'notFound' : 'forbidden' }) as const

export const readLessonCells = async (
  db: Database,
  school: School,
  person: PersonId,
  id: string,
  now: string,
): Promise<Read<LessonCells>> => {
  const lesson = lessonById(school, id)
  if (!lesson) return absent(school, person)
  if (!mayRead(school, person, { kind: 'topic', lesson: id })) return { kind: 'forbidden' }
  const names = namesOf(school)
  const { incarnation } = await readRevision(db)
  const rows = await db.selectFrom('cell').selectAll().where('lesson', '=', id).orderBy('key').execute()
  const readable = rows.filter((row) => mayRead(school, person, JSON.parse(row.cell) as Cell))
  const cells = (await reportCells(db, readable)).map((cell) => {
    const pupil = pupilOf(cell.cell)
    return { cell, pupil: pupil === null ? null : names.pupil(pupil) }
  })
  const given = await readGivenUp(
    db,
    school,
    cells.flatMap(({ cell }) => cell.holders.map((one) => one.entry)),
  )
  const authors = cells.flatMap(({ cell }) =>
    [...cell.holders, ...cell.candidates.flatMap((one) => one.entries)].map((one) => one.author),
  )
  const answer = {
    ...{ serverTime: now, incarnation, zone: school.zone, lesson: id, begins: lesson.begins },
    ...{ place: placeOf(names, lesson), cells },
    authors: Object.fromEntries(authors.map((one) => [one, names.person(one)])),
    notCarried: Object.fromEntries(given),
    mayGiveUp: mayGiveUpTransfer(school, person),
  }
  return { kind: 'told', answer }
}

/** Which of these a deputy brought in their author's file: the audit tells it, by the tablet and the moment of the batch. */
const readBrought = async (db: Database, rows: readonly Taken[]): Promise<(row: Taken) => boolean> => {
  const moments = [...new Set(rows.map((one) => one.received_at))]
  const lines = await inChunks(moments, (part) =>
    db
      .selectFrom('audit')
      .select(['device', 'at'])
      .where('action', '=', 'pushFromFile')
      .where('at', 'in', part)
      .execute(),
  )
  return (row) => lines.some((one) => one.device === row.device && one.at === row.received_at)
}

export const readCellHistory = async (
  db: Database,
  school: School,
  person: PersonId,
  key: string,
  now: string,
): Promise<Read<CellHistory>> => {
  const row = await db.selectFrom('cell').select('cell').where('key', '=', key).executeTakeFirst()
  if (!row) return absent(school, person)
  const cell = JSON.parse(row.cell) as Cell
  if (!mayRead(school, person, cell)) return { kind: 'forbidden' }
  const names = namesOf(school)
  const { incarnation } = await readRevision(db)
  const rows = await db
    .selectFrom('entry')
    .selectAll()
    .where('cell_key', '=', key)
    .orderBy('received_at')
    .orderBy('seq')
    .execute()
  const given = await readGivenUp(
    db,
    school,
    rows.map((one) => one.id),
  )
  const isBrought = await readBrought(db, rows)
  const entries = rows.map((one): CellHistory['entries'][number] => {
    const { value, saw, source: from, reason } = JSON.parse(one.body) as Entry
    const source = from === 'device' && isBrought(one) ? 'file' : from
    const notCarried = given.get(one.id)
    return {
      ...{ id: one.id, author: one.person, name: names.person(one.person), source, value, saw },
      device: source === 'device' || source === 'file' ? one.device : null,
      ...{ note: reason ?? null, state: one.state, verdict: one.reason as VerdictReason | null },
      ...{ recordedAt: one.recorded_at, receivedAt: one.received_at },
      ...{ transferredAt: one.transferred_at, verifiedAt: one.verified_at },
      ...(notCarried && { notCarried }),
    }
  })
  return { kind: 'told', answer: { serverTime: now, incarnation, zone: school.zone, cell, entries } }
}
