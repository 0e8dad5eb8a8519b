// Start-up: is everything here that was called saved? What IndexedDB lost comes back from the second copy.
import { isSameFact, type LogId, logKey } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { JournalDatabase, LogRow } from '../database.ts'
import { alteredLogs } from '../log-chain.ts'
import { addEpoch, emptyHead, readHeads, rowsAbove } from '../logs.ts'
import { emptyPlaces, toldLost } from '../reading/empty-places.ts'
import { covers } from '../receipts.ts'
import { type CopyContent, readLines, type SecondCopy } from './copy-lines.ts'
import { type Incident, noteFound } from './incident.ts'

interface Damage {
  log: LogId
  /** Rows of the copy whose places are free here. */
  missing: readonly LogRow[]
  /** Rows of the copy in whose places other entries stand. */
  clashing: readonly LogRow[]
  /** The log's head or some of its rows are gone. */
  broken: boolean
  /** Rows that say here what was never written: as the copy has them. */
  altered: readonly LogRow[]
}

/** What the copy holds of a log that has no receipt yet, and how it stands here. */
const findDamage = async (db: JournalDatabase, copy: CopyContent, log: LogId): Promise<Damage> => {
  const key = logKey(log)
  const head = await db.logHead.get(key)
  const told = copy.logs.find((one) => logKey(one.log) === key)
  const receipts = await db.receipt.where('logKey').equals(key).toArray()
  const watermark = head?.watermark ?? told?.watermark ?? 0
  const unsent = copy.rows.filter(
    (row) => row.logKey === key && row.seq > watermark && !covers(receipts, row.seq),
  )
  const ids = unsent.map((row) => row.id)
  const here = new Map((await db.log.where('id').anyOf(ids).toArray()).map((row) => [row.id, row]))
  const places = await db.log.bulkGet(unsent.map((row): [string, number] => [key, row.seq]))
  const gone = unsent.flatMap((row, at) =>
    here.has(row.id) ? [] : [{ row, free: places[at] === undefined }],
  )
  const count = await rowsAbove(db, key, 0).count()
  const hole = !head || count !== head.lastSeq - (head.absent ?? 0)
  return {
    log,
    missing: gone.filter((one) => one.free).map((one) => one.row),
    clashing: gone.filter((one) => !one.free).map((one) => one.row),
    broken: hole || gone.length > 0 || (told !== undefined && told.lastSeq > head.lastSeq),
    altered: unsent.filter((row) => {
      const known = here.get(row.id)
      return known?.logKey === key && known.seq === row.seq && !isSameFact(known.entry, row.entry)
    }),
  }
}

/** Every log that the copy or the database knows of. */
const allLogs = async (db: JournalDatabase, copy: CopyContent): Promise<LogId[]> => {
  const logs = new Map<string, LogId>()
  for (const { log } of copy.logs) logs.set(logKey(log), log)
  for (const row of copy.rows) logs.set(row.logKey, row.entry.log)
  for (const head of await db.logHead.toArray()) logs.set(head.logKey, head.log)
  return [...logs.values()]
}

/**
 * Puts a log together again, never over an entry that stands there. Returns how many more entries than were told of
 * before are nowhere: below 0 where some of these are back.
 */
const mend = async (db: JournalDatabase, copy: CopyContent, { log, missing }: Damage): Promise<number> => {
  const key = logKey(log)
  const told = copy.logs.find((one) => logKey(one.log) === key)
  const known = await db.logHead.get(key)
  const head = known ?? { ...emptyHead(log, log.epoch), ...told }
  // What one life of the hub has taken says nothing of another: it may have been restored from before.
  const incarnation = head.incarnation ?? told?.incarnation
  const sameLife = told?.incarnation === undefined || told.incarnation === incarnation
  const watermark = sameLife ? Math.max(head.watermark, told?.watermark ?? 0) : head.watermark
  const before = known ? toldLost(known, await emptyPlaces(db, { ...known, watermark })) : 0
  await db.log.bulkAdd([...missing])
  const last = (await rowsAbove(db, key, 0).primaryKeys()).at(-1)
  const lastSeq = Math.max(head.lastSeq, told?.lastSeq ?? 0, last?.[1] ?? 0)
  const life = incarnation === undefined ? {} : { incarnation }
  const mended = { ...head, ...life, lastSeq, watermark }
  const empty = await emptyPlaces(db, mended)
  await db.logHead.put({ ...mended, absent: empty.all.length })
  return empty.unsent.length - before
}

/** What a log that was broken is to hold from here on goes into the next epoch, and first what finds no place in it. */
const openNextEpoch = async (db: JournalDatabase, { log, clashing }: Damage): Promise<void> => {
  const newest = (await readHeads(db, log)).at(-1)
  if (clashing.length > 0) await addEpoch(db, log, clashing)
  else if (newest && newest.lastSeq > 0) await db.logHead.put(emptyHead(log, newest.log.epoch + 1))
}

const rebuild = (db: JournalDatabase, copy: CopyContent, now: Instant): Promise<Incident | null> =>
  db.transaction('rw', db.log, db.logHead, db.receipt, db.meta, async () => {
    const logs = await Promise.all((await allLogs(db, copy)).map((log) => findDamage(db, copy, log)))
    const altered = new Set(await alteredLogs(db))
    for (const one of logs) if (one.altered.length > 0) altered.add(logKey(one.log))
    const broken = logs.filter((one) => one.broken)
    const found = { restored: 0, lost: 0, altered, broken: broken.length > 0 }
    for (const one of logs) {
      // The same entry in its own place, as it was written.
      await db.log.bulkPut([...one.altered])
      found.restored += one.altered.length
    }
    for (const one of broken) {
      found.lost += await mend(db, copy, one)
      found.restored += one.missing.length + one.clashing.length
    }
    for (const one of broken) await openNextEpoch(db, one)
    const empty = (await db.meta.get('device')) === undefined
    const wrong = found.broken || altered.size > 0
    if (wrong && copy.device !== null && empty) await db.meta.put({ name: 'device', value: copy.device })
    return noteFound(db, found, wrong ? await alteredLogs(db) : [], now)
  })

/**
 * Compares and, where something is missing, rebuilds. Null when everything is there. Without a copy the database can
 * only be compared with itself: what it misses is told, and recording goes on behind it. Rejects when the copy can't be
 * read; then nothing was changed.
 */
export const checkMemory = async (
  db: JournalDatabase,
  copy: Pick<SecondCopy, 'read'> | null,
  now: Instant,
): Promise<Incident | null> => rebuild(db, readLines((await copy?.read()) ?? ''), now)
