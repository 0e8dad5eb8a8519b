// Held entries are judged anew in the order in which they came: an upgrade can read them, or newer lists place them.
import { type Cell, cellKey } from '../../domain/cell.ts'
import type { Entry } from '../../domain/entry.ts'
import { classOfCell } from '../../domain/pupils/class-of-cell.ts'
import type { School } from '../../domain/school.ts'
import { createCellBook } from '../cells/cell-book.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import type { Database, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import { outageOfBuilding } from '../outages/register.ts'
import { readFormer } from './former-lists.ts'
import { bodyOf, buildingsOf, type Fresh, judge, readStale } from './judge.ts'
import { recordedAtHub } from './recorded-at.ts'
import { standingOf } from './standing.ts'
import { decideWaiting } from './waiting.ts'

/** Of these entries alone, each in the cell that a person says it means. */
interface ByHand {
  ids: ReadonlySet<string>
  meant(entry: Entry): Cell
}

/** Held entries that can be read and placed now, or are refused. */
export const readHeld = async (
  trx: Trx,
  school: School,
  now: string,
  byHand: ByHand | null = null,
): Promise<Fresh[]> => {
  const all = await trx
    .selectFrom('entry')
    .select(['id', 'hash', 'body'])
    .where('state', '=', 'held')
    .orderBy('rev')
    .orderBy('seq')
    .execute()
  const rows = all.filter((row) => byHand === null || byHand.ids.has(row.id))
  const arrivals = rows.map((row) => ({ envelope: JSON.parse(row.body), hash: row.hash }))
  const former = await readFormer(trx, readStale(school, arrivals), school, now)
  return arrivals
    .map((arrival) => judge(school, former, arrival, now, byHand?.meant))
    .filter((one) => one.entry !== null)
}

const place = async (trx: Trx, fresh: Fresh, now: string, rev: number) => {
  const { arrival, entry, state, reason, school } = fresh
  if (entry === null) return
  // While nobody knew its class, no outage of a building could be seen to have met it.
  const buildings = buildingsOf(school, entry)
  const { clock } = entry
  const met = { at: recordedAtHub(entry, now), clock, author: entry.log.person, buildings }
  const outage = buildings.length > 0 ? await outageOfBuilding(trx, met) : null
  await trx
    .updateTable('entry')
    .set({
      ...{ state, reason, rev, body: bodyOf(fresh) },
      cell_key: cellKey(entry.cell),
      school_class: classOfCell(school, entry.cell, entry.recordedAt) ?? '',
      recorded_at: entry.recordedAt,
      ...(outage !== null && { outage }),
    })
    .where('id', '=', arrival.envelope.id)
    .execute()
}

/** Lets them meet their cells, and decides what waited for them. */
export const placeHeld = async (
  trx: Trx,
  school: School,
  now: string,
  held: readonly Fresh[],
  rev: number,
): Promise<void> => {
  for (const one of held) await place(trx, one, now, rev)
  const book = createCellBook(trx, school, now)
  const entries = held.flatMap((one) => (one.entry === null ? [] : [one.entry]))
  await book.load(entries)
  await book.loadEntries(entries.map((entry) => entry.id))
  const former = await readFormer(trx, entries, school, now)
  const met = entries.filter((entry) => book.entry(entry.id)?.state !== 'refused')
  for (const entry of met) book.meet(entry, entry.log.person, standingOf(school, former, entry, now))
  const ids = entries.map((entry) => entry.id)
  await decideWaiting(trx, school, book, met, ids)
  await book.save(rev)
}

/** How many held entries could be read and placed and are decided now, with what waited for them. */
export const replayHeld = (db: Database, current: CurrentSchool, now: string): Promise<number> =>
  inWriting<number>(db, async ({ trx, rev, leave }) => {
    const school = await listsIn(trx, current)
    const held = await readHeld(trx, school, now)
    if (held.length === 0) return leave(0)
    await placeHeld(trx, school, now, held, rev)
    return held.length
  })
