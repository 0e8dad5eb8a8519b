// What others wait for in vain: an entry that no tablet will bring, or one that is held for good. A deputy says so; then
// what stands behind it meets its cell by the rule of every day, which never overwrites unseen.
import type { SetAside } from '../../contract/set-aside-schema.ts'
import type { EntryId, LogOwner } from '../../domain/entry.ts'
import type { School } from '../../domain/school.ts'
import { writeAudit } from '../audit.ts'
import { createCellBook } from '../cells/cell-book.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import { decideWaiting } from './waiting.ts'

/** By whose act, when, and at which revision of the hub. */
export interface SaidBy {
  act: string
  who: string
  at: string
  rev: number
}

/** Lets these ids count as forgotten, and decides what waited for them. */
const forget = async (
  trx: Trx,
  school: School,
  ids: readonly EntryId[],
  { act, who, at, rev }: SaidBy,
): Promise<void> => {
  await inChunks(ids, async (part) => {
    await trx
      .insertInto('forgotten')
      .values(part.map((entry) => ({ entry, act, who, at })))
      .onConflict((oc) => oc.column('entry').doNothing())
      .execute()
    return []
  })
  const book = createCellBook(trx, school, at)
  await decideWaiting(trx, school, book, [], ids)
  await book.save(rev)
}

/** Entries of a lost tablet that wait for something which has never come: it was on that tablet. */
const missingBehind = async (trx: Trx, { device, person }: LogOwner): Promise<EntryId[]> => {
  const rows = await trx
    .selectFrom('entry as waiting')
    .leftJoin('entry as known', 'known.id', 'waiting.waiting_on')
    .select('waiting.waiting_on')
    .distinct()
    .where('waiting.device', '=', device)
    .where('waiting.person', '=', person)
    .where('waiting.state', '=', 'waiting')
    .where('known.id', 'is', null)
    .execute()
  return rows.flatMap((row) => row.waiting_on ?? [])
}

/** A tablet was declared lost: what it had sent waits no more for what it took along. */
export const releaseBehindLoss = async (
  trx: Trx,
  school: School,
  owner: LogOwner,
  said: SaidBy,
): Promise<void> => {
  const released = new Set<EntryId>()
  // An entry that follows several of them waits for one at a time; an id that changed nothing is not tried again.
  for (;;) {
    const ids = (await missingBehind(trx, owner)).filter((id) => !released.has(id))
    if (ids.length === 0) return
    await forget(trx, school, ids, said)
    for (const id of ids) released.add(id)
  }
}

interface SetAsidePorts {
  db: Database
  now(): string
  newId(): string
}

/** `moved`: one of them is neither held nor missing any more; nothing is changed. */
export type SetAsideOutcome = { kind: 'done'; rev: number } | { kind: 'moved' }

const isDone = async (trx: Trx, act: string): Promise<boolean> => {
  const subject = `act ${act}`
  const row = await trx
    .selectFrom('audit')
    .select('id')
    .where('action', '=', 'setAside')
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row !== undefined
}

/** Held ones are refused, so that their author hears of it; those that never came count as forgotten. */
export const setAside = (
  { db, now, newId }: SetAsidePorts,
  current: CurrentSchool,
  who: string,
  { id: act, entries: named }: SetAside,
): Promise<SetAsideOutcome> =>
  inWriting<SetAsideOutcome>(db, async ({ trx, rev, leave }) => {
    const school = await listsIn(trx, current)
    const entries = [...new Set(named)]
    if (await isDone(trx, act)) return { kind: 'done', rev }
    const known = await inChunks(entries, (part) =>
      trx.selectFrom('entry').select(['id', 'state']).where('id', 'in', part).execute(),
    )
    if (known.some((row) => row.state !== 'held')) return leave({ kind: 'moved' })
    const at = now()
    await inChunks(known, async (part) => {
      const ids = part.map((row) => row.id)
      const refused = { state: 'refused', reason: 'setAside', rev } as const
      await trx.updateTable('entry').set(refused).where('id', 'in', ids).execute()
      return []
    })
    await forget(trx, school, entries, { act, who, at, rev })
    await writeAudit(trx, {
      ...{ id: newId(), at, who, device: null, action: 'setAside', subject: `act ${act}` },
      ...{ before: null, after: `${known.length} held, ${entries.length - known.length} missing` },
    })
    return { kind: 'done', rev }
  })
