// What waits and what became of it, over all logs of one person on this tablet.
import type { Entry, LogOwner } from '../domain/entry.ts'
import type { EntryState } from '../domain/entry-state.ts'
import type { Verdict } from '../domain/receipt.ts'
import type { Instant } from '../domain/time.ts'
import { type ShownState, shownState, shownStates } from '../domain/transfer/not-carried.ts'
import type { JournalDatabase, LogHead } from './database.ts'
import { readLogs, receiptsFrom, rowsAbove } from './logs.ts'
import { createOutbox } from './outbox.ts'

export interface OutboxSummary {
  unsent: number
  oldestUnsentAt: Instant | null
}

export interface ListedEntry extends Omit<Verdict, 'state' | 'id'> {
  entry: Entry
  state: EntryState
}

const all = Number.POSITIVE_INFINITY

/** Everything that has no receipt yet, the oldest first. */
export const readUnsent = async (db: JournalDatabase, owner: LogOwner): Promise<Entry[]> => {
  const { unsentRows } = createOutbox(db)
  const heads = await readLogs(db, owner)
  const rows = await Promise.all(heads.map((head) => unsentRows(head.log, all)))
  return rows.flat().map((row) => row.entry)
}

interface UnsentOfLog {
  count: number
  oldestAt: Instant | null
}

/** Of one log: counted by the index, for this is asked after each burst of taps. */
const unsentOf = async (
  db: JournalDatabase,
  { logKey: key, log, lastSeq, watermark }: LogHead,
): Promise<UnsentOfLog> => {
  if (watermark === lastSeq) return { count: 0, oldestAt: null }
  const above = (await receiptsFrom(db, key, watermark + 1)).sort((a, b) => a.fromSeq - b.fromSeq)
  const counts = [rowsAbove(db, key, watermark).count()]
  let reached = watermark
  for (const { fromSeq, toSeq } of above) {
    if (toSeq <= reached) continue
    const from = Math.max(fromSeq, reached + 1)
    counts.push(db.log.where('[logKey+seq]').between([key, from], [key, toSeq], true, true).count())
    reached = toSeq
  }
  // Where nothing above the watermark has a receipt, the first row there is the oldest.
  const oldest =
    above.length === 0
      ? rowsAbove(db, key, watermark).limit(1).toArray()
      : createOutbox(db).unsentRows(log, 1)
  const [[first], [all = 0, ...received]] = await Promise.all([oldest, Promise.all(counts)])
  return {
    count: all - received.reduce((sum, one) => sum + one, 0),
    oldestAt: first?.entry.recordedAt ?? null,
  }
}

export const summary = (db: JournalDatabase, owner: LogOwner): Promise<OutboxSummary> =>
  db.transaction('r', [db.log, db.logHead, db.receipt], async () => {
    let unsent = 0
    let oldestUnsentAt: Instant | null = null
    for (const head of await readLogs(db, owner)) {
      const { count, oldestAt } = await unsentOf(db, head)
      unsent += count
      if (oldestAt !== null && (oldestUnsentAt === null || oldestAt < oldestUnsentAt))
        oldestUnsentAt = oldestAt
    }
    return { unsent, oldestUnsentAt }
  })

/** How many are known to wait; none where this tab can read nothing: of a word beside another sentence. */
export const knownUnsent = (db: JournalDatabase, owner: LogOwner): Promise<number> =>
  summary(db, owner).then(
    ({ unsent }) => unsent,
    () => 0,
  )

const onTheWay: readonly EntryState[] = ['accepted', 'carrying', 'transferred']

/** How many entries are on the hub and not yet known to be in АИС СРО. */
export const countOnTheWay = async (db: JournalDatabase, owner: LogOwner): Promise<number> => {
  let count = 0
  for (const { logKey: key, watermark } of await readLogs(db, owner)) {
    const rows = await db.log.where('[logKey+seq]').between([key, 0], [key, watermark], true, true).toArray()
    const verdicts = await db.verdict.bulkGet(rows.map((row) => row.id))
    count += verdicts.filter((one) => onTheWay.includes(one?.state ?? 'accepted')).length
  }
  return count
}

const listLog = async (db: JournalDatabase, head: LogHead): Promise<ListedEntry[]> => {
  const rows = await rowsAbove(db, head.logKey, 0).reverse().toArray()
  const verdicts = await db.verdict.bulkGet(rows.map((row) => row.id))
  const unsent = new Set((await createOutbox(db).unsentRows(head.log, all)).map((row) => row.seq))
  return rows.map((row, at) => {
    const verdict = verdicts[at]
    if (unsent.has(row.seq)) return { entry: row.entry, state: 'queued', reason: null }
    const { state = 'accepted', reason = null, notCarried } = verdict ?? {}
    return { entry: row.entry, state, reason, ...(notCarried && { notCarried }) }
  })
}

/** Every entry with its state, newest first. */
export const listEntries = async (db: JournalDatabase, owner: LogOwner): Promise<ListedEntry[]> => {
  const heads = (await readLogs(db, owner)).reverse()
  return (await Promise.all(heads.map((head) => listLog(db, head)))).flat()
}

/** How many entries are in each state; the sum is what the logs' heads say was recorded, or something is missing. */
export const countStates = async (
  db: JournalDatabase,
  owner: LogOwner,
): Promise<{ byState: Record<ShownState, number>; recorded: number }> => {
  const byState = Object.fromEntries(shownStates.map((state) => [state, 0])) as Record<ShownState, number>
  for (const one of await listEntries(db, owner)) byState[shownState(one)] += 1
  const heads = await readLogs(db, owner)
  return { byState, recorded: heads.reduce((sum, head) => sum + head.lastSeq - (head.absent ?? 0), 0) }
}
