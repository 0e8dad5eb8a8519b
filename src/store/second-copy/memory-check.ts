// Start-up: is everything here that was called saved? What IndexedDB lost comes back from the second copy.
import { type EntryId, type LogId, logKey } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { JournalDatabase, LogRow } from '../database.ts'
import { countAltered } from '../log-chain.ts'
import { emptyHead, readHeads, rowsAbove } from '../logs.ts'
import { covers } from '../receipts.ts'
import { type CopyContent, readLines, type SecondCopy } from './copy-lines.ts'

/** The device's memory had lost something; the deputy sees it with the device's next report. */
export interface Incident {
  at: Instant
  /** Entries put back from the second copy. */
  restored: number
  /** Entries without a receipt that are nowhere on this device any more. */
  lost: number
  /** Logs in which an entry does not name the one before it: somebody or something altered them. */
  altered: number
}

export const readIncident = async (db: JournalDatabase): Promise<Incident | null> =>
  ((await db.meta.get('incident'))?.value as Incident | undefined) ?? null

interface Damage {
  log: LogId
  missing: readonly LogRow[]
}

const knownIds = async (db: JournalDatabase, rows: readonly LogRow[]): Promise<Set<EntryId>> => {
  const ids = rows.map((row) => row.id)
  return new Set((await db.log.where('id').anyOf(ids).toArray()).map((row) => row.id))
}

/** Logs whose head or entries the copy knows and the database doesn't, and logs with a hole. */
const findDamage = async (db: JournalDatabase, copy: CopyContent): Promise<Damage[]> => {
  const logs = new Map<string, LogId>()
  for (const { log } of copy.logs) logs.set(logKey(log), log)
  for (const row of copy.rows) logs.set(row.logKey, row.entry.log)
  for (const head of await db.logHead.toArray()) logs.set(head.logKey, head.log)
  const known = await knownIds(db, copy.rows)
  const damage: Damage[] = []
  for (const [key, log] of logs) {
    const head = await db.logHead.get(key)
    const told = copy.logs.find((one) => logKey(one.log) === key)
    const count = await rowsAbove(db, key, 0).count()
    const missing = copy.rows.filter(
      (row) =>
        row.logKey === key && !known.has(row.id) && row.seq > (head?.watermark ?? told?.watermark ?? 0),
    )
    const hole = !head || count !== head.lastSeq - (head.absent ?? 0)
    if (hole || missing.length > 0 || (told && told.lastSeq > head.lastSeq)) damage.push({ log, missing })
  }
  return damage
}

/** Puts a log together again. What it is to hold from here on goes into the next epoch. */
const mend = async (db: JournalDatabase, copy: CopyContent, { log, missing }: Damage): Promise<number> => {
  const key = logKey(log)
  const head = (await db.logHead.get(key)) ?? emptyHead(log, log.epoch)
  const told = copy.logs.find((one) => logKey(one.log) === key)
  await db.log.bulkPut([...missing])
  const rows = await rowsAbove(db, key, 0).toArray()
  const lastSeq = Math.max(head.lastSeq, told?.lastSeq ?? 0, rows.at(-1)?.seq ?? 0)
  const watermark = Math.max(head.watermark, told?.watermark ?? 0)
  const receipts = await db.receipt.where('logKey').equals(key).toArray()
  const here = new Set(rows.map((row) => row.seq))
  let lost = 0
  for (let seq = watermark + 1; seq <= lastSeq; seq += 1) {
    if (!here.has(seq) && !covers(receipts, seq)) lost += 1
  }
  await db.logHead.put({ ...head, lastSeq, watermark, absent: lastSeq - rows.length })
  return lost
}

const openNextEpochs = async (db: JournalDatabase, logs: readonly LogId[]): Promise<void> => {
  for (const log of logs) {
    const newest = (await readHeads(db, log)).at(-1)
    if (newest && newest.lastSeq > 0) await db.logHead.put(emptyHead(log, newest.log.epoch + 1))
  }
}

const rebuild = (db: JournalDatabase, copy: CopyContent, now: Instant): Promise<Incident | null> =>
  db.transaction('rw', db.log, db.logHead, db.receipt, db.meta, async () => {
    const damage = await findDamage(db, copy)
    const altered = await countAltered(db)
    if (damage.length === 0 && altered === 0) return null
    const incident: Incident = { at: now, restored: 0, lost: 0, altered }
    for (const one of damage) {
      incident.lost += await mend(db, copy, one)
      incident.restored += one.missing.length
    }
    await openNextEpochs(
      db,
      damage.map((one) => one.log),
    )
    const empty = (await db.meta.get('device')) === undefined
    if (copy.device !== null && empty) await db.meta.put({ name: 'device', value: copy.device })
    await db.meta.put({ name: 'incident', value: incident })
    return incident
  })

/** Compares and, where something is missing, rebuilds. Null when everything is there. */
export const checkMemory = async (
  db: JournalDatabase,
  copy: SecondCopy,
  now: Instant,
): Promise<Incident | null> => rebuild(db, readLines(await copy.read()), now)
