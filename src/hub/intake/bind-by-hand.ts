// A deputy says which lesson and which pupils a teacher meant by name. All of the decision stands, or nothing of it.
import type { BindAct, UnboundAnswer, UnboundLesson, WhyUnbound } from '../../contract/unbound-schema.ts'
import { whyUnboundOf } from '../../contract/unbound-schema.ts'
import { type Cell, lessonOf } from '../../domain/cell.ts'
import type { Entry } from '../../domain/entry.ts'
import type { School } from '../../domain/school.ts'
import { writeAudit } from '../audit.ts'
import { namesOf } from '../board/names.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import { readRevision } from '../database/revision.ts'
import type { Database, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import { placeHeld, readHeld } from './replay-held.ts'

const readUnbound = async (trx: Trx | Database): Promise<Entry[]> => {
  const rows = await trx
    .selectFrom('entry')
    .select('body')
    .where('state', '=', 'held')
    .where('reason', '=', 'notBound')
    .orderBy('person')
    .orderBy('seq')
    .execute()
  return rows.map((row) => JSON.parse(row.body) as Entry)
}

/** What waits for a person, a lesson and its author together. */
export const tellUnbound = async (db: Database, school: School, now: string): Promise<UnboundAnswer> => {
  const { incarnation } = await readRevision(db)
  const names = namesOf(school)
  const lessons = new Map<string, UnboundLesson>()
  for (const { id, cell, value, recordedAt, log } of await readUnbound(db)) {
    const { person } = log
    const lesson = lessonOf(cell) ?? ''
    const key = `${person} ${lesson}`
    const known = lessons.get(key) ?? { person, name: names.person(person), lesson, entries: [] }
    lessons.set(key, { ...known, entries: [...known.entries, { id, cell, value, recordedAt }] })
  }
  return { serverTime: now, incarnation, lessons: [...lessons.values()] }
}

const meantBy =
  ({ into, pupils }: BindAct) =>
  ({ cell }: Entry): Cell => {
    if (!('lesson' in cell)) return cell
    const here = { ...cell, lesson: into }
    if (!('pupil' in here)) return here
    return { ...here, pupil: pupils.find((one) => one.named === here.pupil)?.pupil ?? here.pupil }
  }

export type BindOutcome = { kind: 'bound'; entries: number; rev: number } | { kind: 'unfit'; why: WhyUnbound }

interface BindPorts {
  db: Database
  now(): string
  newId(): string
}

/** Names that the decision leaves out, and that no one pupil of the lesson bears, go on waiting. */
export const bindByHand = (
  { db, now, newId }: BindPorts,
  current: CurrentSchool,
  who: string,
  act: BindAct,
): Promise<BindOutcome> =>
  inWriting<BindOutcome>(db, async ({ trx, rev, leave }) => {
    const school = await listsIn(trx, current)
    const isMeant = (entry: Entry): boolean =>
      entry.log.person === act.person && lessonOf(entry.cell) === act.lesson
    const wanted = (await readUnbound(trx)).filter(isMeant).map((one) => one.id)
    const held = await readHeld(trx, school, now(), { ids: new Set(wanted), meant: meantBy(act) })
    const refused = held.find((one) => one.state === 'refused')
    if (refused) return leave({ kind: 'unfit', why: whyUnboundOf(refused.reason) })
    if (held.length === 0) return leave({ kind: 'unfit', why: 'nothing' })
    await placeHeld(trx, school, now(), held, rev)
    await writeAudit(trx, {
      ...{ id: newId(), at: now(), who, device: null, action: 'boundByHand' },
      ...{ subject: act.into, before: `${act.person} ${act.lesson}`, after: `${held.length} entries` },
    })
    return { kind: 'bound', entries: held.length, rev }
  })
