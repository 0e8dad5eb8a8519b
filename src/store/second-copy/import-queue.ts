// Takes a file of unsent entries into this tablet: all that is not here yet, or nothing where anything is wrong with it.
import { cellKey, lessonOf } from '../../domain/cell.ts'
import { type Entry, isSameFact, type LogId, logKey } from '../../domain/entry.ts'
import type { JournalDatabase, LogRow } from '../database.ts'
import { addEpoch, byLog, emptyHead, rowsAbove } from '../logs.ts'
import { emptyPlaces, toldLost } from '../reading/empty-places.ts'
import { type ReadEnvelope, readQueueFile } from './read-queue-file.ts'

/** `altered` counts what is not as it was written out; `numbers`: the places are not those of any tablet's log. */
type Why = 'notAQueue' | 'otherVersion' | 'altered' | 'otherPerson' | 'numbers'

export type ImportOutcome =
  | { kind: 'imported'; added: number; known: number }
  /** Nothing was changed. */
  | { kind: 'refused'; why: Why; altered: number }

export interface ImportPorts {
  db: JournalDatabase
  /** Whose entries are taken. */
  person: string
  read: ReadEnvelope
  /** Takes what came in to the second copy. */
  copy?(rows: readonly LogRow[]): void
}

/** No tablet comes near these in years; a larger number would cost every later start its time. */
const mostSeq = 1_000_000
const mostEpoch = 10_000
/** What the hub already had leaves gaps between unsent entries. */
const mostGaps = 100_000

const refuse = (why: Why, altered = 0): ImportOutcome => ({ kind: 'refused', why, altered })

const areNumbersOfLogs = (rows: readonly LogRow[]): boolean =>
  byLog(rows).every((log) => {
    const least = log.reduce((seq, row) => Math.min(seq, row.seq), mostSeq)
    const most = log.reduce((seq, row) => Math.max(seq, row.seq), 0)
    const epoch = log[0]?.entry.log.epoch ?? 0
    return most <= mostSeq && epoch <= mostEpoch && most - least < log.length + mostGaps
  })

const rowOf = (entry: Entry): LogRow => ({
  logKey: logKey(entry.log),
  seq: entry.seq,
  id: entry.id,
  cellKey: cellKey(entry.cell),
  lesson: lessonOf(entry.cell) ?? '',
  act: `file-${entry.id}`,
  undoes: null,
  entry,
})

/** Rows under the numbers they had. What was missing and is not among them stays missing: the deputy has to hear of it. */
const addAtTheirPlaces = async (db: JournalDatabase, rows: readonly LogRow[]): Promise<void> => {
  const logs = new Map<string, LogId>(rows.map((row) => [row.logKey, row.entry.log]))
  const heads = await db.logHead.bulkGet([...logs.keys()])
  const missing = new Map<string, number>()
  for (const head of heads) {
    if (!head) continue
    const empty = await emptyPlaces(db, head)
    missing.set(head.logKey, empty.unsent.length - toldLost(head, empty))
  }
  await db.log.bulkAdd([...rows])
  for (const [key, log] of logs) {
    const here = await rowsAbove(db, key, 0).toArray()
    const first = here[0]?.seq ?? 1
    // Entries before the file's first were the hub's already when it was written out.
    const known = heads.find((one) => one?.logKey === key)
    const head = known ?? { ...emptyHead(log, log.epoch), watermark: first - 1 }
    const still = Math.min(missing.get(key) ?? 0, (await emptyPlaces(db, head)).unsent.length)
    const lastSeq = Math.max(head.lastSeq, here.at(-1)?.seq ?? 0)
    await db.logHead.put({ ...head, lastSeq, absent: lastSeq - here.length - still })
  }
}

/** A copied tablet has other entries under the same numbers: those of the file go on in a new epoch. */
const addInNewEpochs = async (db: JournalDatabase, rows: readonly LogRow[]): Promise<LogRow[]> => {
  const moved: LogRow[] = []
  for (const log of byLog(rows)) {
    const [first] = log
    if (first) moved.push(...(await addEpoch(db, first.entry.log, log)))
  }
  return moved
}

const add = ({ db }: ImportPorts, rows: readonly LogRow[]): Promise<LogRow[] | 'otherContent'> =>
  db.transaction('rw', db.log, db.logHead, db.receipt, async () => {
    const here = new Map(
      (
        await db.log
          .where('id')
          .anyOf(rows.map((row) => row.id))
          .toArray()
      ).map((row) => [row.id, row]),
    )
    const taken = new Set<string>()
    const free: LogRow[] = []
    const clashing: LogRow[] = []
    const places = await db.log.bulkGet(rows.map((row): [string, number] => [row.logKey, row.seq]))
    for (const [at, row] of rows.entries()) {
      const known = here.get(row.id)
      if (known && !isSameFact(known.entry, row.entry)) return 'otherContent'
      if (known) continue
      here.set(row.id, row)
      const place = `${row.logKey} ${row.seq}`
      if (places[at] === undefined && !taken.has(place)) free.push(row)
      else clashing.push(row)
      taken.add(place)
    }
    await addAtTheirPlaces(db, free)
    return [...free, ...(await addInNewEpochs(db, clashing))]
  })

/** Takes a file of this person's entries, whichever tablet wrote it. The same file twice adds nothing. */
export const importQueue = async (ports: ImportPorts, text: string): Promise<ImportOutcome> => {
  const file = readQueueFile(text, ports.read)
  if (!file.ok) return refuse(file.fault.why, file.fault.why === 'altered' ? file.fault.altered : 0)
  if (file.entries.some((entry) => entry.log.person !== ports.person)) return refuse('otherPerson')
  const rows = file.entries.map(rowOf)
  if (!areNumbersOfLogs(rows)) return refuse('numbers')
  const added = await add(ports, rows)
  if (added === 'otherContent') return refuse('altered', 1)
  if (added.length > 0) ports.copy?.(added)
  return { kind: 'imported', added: added.length, known: rows.length - added.length }
}
