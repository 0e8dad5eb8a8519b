// What the author of a lost tablet kept on paper, typed by a deputy: entries of the author, taken as any others are.
import { type Envelope, readEntry } from '../../contract/entry-schema.ts'
import type { PaperRequest } from '../../contract/loss-schema.ts'
import { type CellKey, cellKey, lessonOf } from '../../domain/cell.ts'
import { type Entry, type EntryId, entryHash, entrySchema } from '../../domain/entry.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { isOfLoss, isPaperEntry, type Loss, paperEntryId, paperLog } from '../../domain/register/loss.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { writeAudit } from '../audit.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import type { Arrival } from '../intake/arrival.ts'
import { takeArrivals } from '../intake/intake.ts'
import { logEndOf } from '../intake/last-seq.ts'
import { type LossPorts, readLosses } from './declare-loss.ts'

export type PaperOutcome =
  | { kind: 'taken'; receipts: Receipt[]; rev: number }
  | { kind: 'unknownLoss' }
  /** A value that fits no cell, or a lesson of other days than the gap's: nothing is taken. */
  | { kind: 'unfit' }

type Typed = PaperRequest['entries'][number]

/** A lesson on paper was kept while it was held, whenever it is typed. */
const recordedAt = (school: School, typed: Typed, now: string): string => {
  const id = lessonOf(typed.cell)
  const ends = (id === null ? null : lessonById(school, id))?.ends ?? now
  return ends < now ? ends : now
}

const isStored = async (trx: Trx, typed: readonly Typed[]): Promise<Map<string, Arrival>> => {
  const ids = typed.map((one) => paperEntryId(one.id))
  const rows = await inChunks(ids, (part) =>
    trx.selectFrom('entry').select(['id', 'hash', 'body']).where('id', 'in', part).execute(),
  )
  return new Map(rows.map((row) => [row.id, { envelope: JSON.parse(row.body), hash: row.hash }]))
}

/** Cells whose value somebody recorded: a deputy edits no lesson (п. 4.2), so paper meets it and replaces nothing. */
const recordedCells = async (trx: Trx, typed: readonly Typed[]): Promise<Set<CellKey>> => {
  const keys = typed.map((one) => cellKey(one.cell))
  const rows = await inChunks(keys, (part) =>
    trx.selectFrom('cell').select(['key', 'holders', 'candidates']).where('key', 'in', part).execute(),
  )
  const entriesIn = ({ holders, candidates }: { holders: string; candidates: string }): EntryId[] => [
    ...(JSON.parse(holders) as EntryId[]),
    ...(JSON.parse(candidates) as { entries: EntryId[] }[]).flatMap((one) => one.entries),
  ]
  return new Set(rows.filter((row) => !entriesIn(row).every(isPaperEntry)).map((row) => row.key))
}

/** The typed lines as entries at the end of the loss's log; those that are there already as they are there. */
const asArrivals = async (
  trx: Trx,
  school: School,
  loss: Loss,
  typed: readonly Typed[],
  now: string,
): Promise<Arrival[]> => {
  const log = paperLog(loss)
  const stored = await isStored(trx, typed)
  const recorded = await recordedCells(trx, typed)
  let { lastSeq: seq, lastHash: prevHash } = await logEndOf(trx, log)
  return typed.map((one): Arrival => {
    const known = stored.get(paperEntryId(one.id))
    if (known) return known
    const permission = mayWrite(school, loss.person, one.cell)
    const seen = recorded.has(cellKey(one.cell)) ? { saw: null, follows: [] } : one
    seq += 1
    const entry: Entry = {
      ...{ schema: entrySchema, id: paperEntryId(one.id), log, seq, prevHash },
      role: permission.ok ? permission.role : 'subjectTeacher',
      ...{ cell: one.cell, value: one.value, saw: seen.saw, follows: seen.follows },
      recordedAt: recordedAt(school, one, now),
      ...{ clock: { offsetMs: 0, doubtMs: 0 }, appBuild: 'hub', refVersion: school.version, source: 'paper' },
    }
    const hash = entryHash(entry)
    prevHash = hash
    return { envelope: entry as unknown as Envelope, hash }
  })
}

/** All of it or nothing; sent again, it answers the same. */
export const recordFromPaper = (
  ports: LossPorts,
  current: CurrentSchool,
  who: string,
  lossId: string,
  { entries }: PaperRequest,
): Promise<PaperOutcome> =>
  inWriting<PaperOutcome>(ports.db, async ({ trx, rev, leave }) => {
    const school = await listsIn(trx, current)
    const loss = (await readLosses(trx)).find((one) => one.id === lossId)
    if (!loss) return leave({ kind: 'unknownLoss' })
    if (entries.some((one) => !isOfLoss(school, loss, one.cell))) return leave({ kind: 'unfit' })
    const now = ports.now()
    const arrivals = await asArrivals(trx, school, loss, entries, now)
    if (arrivals.some((one) => !readEntry(one.envelope).ok)) return leave({ kind: 'unfit' })
    const { receipts, fresh } = await takeArrivals(trx, school, paperLog(loss), arrivals, { now, rev })
    if (fresh.length > 0) {
      await writeAudit(trx, {
        ...{ id: ports.newId(), at: now, who, device: null, action: 'paper', subject: `loss ${loss.id}` },
        ...{ before: null, after: `${fresh.length} entries` },
      })
    }
    return { kind: 'taken', receipts, rev }
  })
