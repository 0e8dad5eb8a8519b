// A log has one history: each entry is chained to the one before it. A copied tablet writes another, and is told so.
import type { Entry, LogId } from '../../domain/entry.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Trx } from '../database/tables.ts'
import type { Arrival, KnownRow } from './arrival.ts'

interface Link {
  hash: string
  /** Undefined in entries of schema 1, which were not chained. */
  prevHash: string | undefined
}

const prevHashOf = (body: object): string | undefined => {
  const { prevHash } = body as { prevHash?: unknown }
  return typeof prevHash === 'string' ? prevHash : undefined
}

/** The stored entries next to those that arrive. */
const readNeighbours = async (
  trx: Trx,
  log: LogId,
  arrivals: readonly Arrival[],
): Promise<Map<number, Link>> => {
  const seqs = new Set(arrivals.map((one) => one.envelope.seq))
  const beside = [...seqs].flatMap((seq) => [seq - 1, seq + 1]).filter((seq) => seq > 0 && !seqs.has(seq))
  const rows = await inChunks([...new Set(beside)], (part) =>
    trx
      .selectFrom('entry')
      .select(['seq', 'hash', 'body'])
      .where('device', '=', log.device)
      .where('person', '=', log.person)
      .where('epoch', '=', log.epoch)
      .where('seq', 'in', part)
      .execute(),
  )
  return new Map(
    rows.map((row) => [row.seq, { hash: row.hash, prevHash: prevHashOf(JSON.parse(row.body) as Entry) }]),
  )
}

/**
 * The ids of arrivals that belong to another history of the log than the hub's: their place is taken, or the entry
 * beside them is not the one they were written after. They are not stored; the tablet sends them in a new epoch.
 */
export const findForked = async (
  trx: Trx,
  log: LogId,
  arrivals: readonly Arrival[],
  known: readonly KnownRow[],
): Promise<Set<string>> => {
  const here = new Set(known.filter((row) => row.ownLog).map((row) => row.id))
  const elsewhere = new Set(known.filter((row) => !row.ownLog).map((row) => row.id))
  const takenSeqs = new Map(known.filter((row) => row.ownLog).map((row) => [row.seq, row]))
  const links = await readNeighbours(trx, log, arrivals)
  for (const [seq, row] of takenSeqs)
    links.set(seq, { hash: row.hash, prevHash: prevHashOf(JSON.parse(row.body) as Entry) })
  const forked = new Set<string>()
  const forkedSeqs = new Set<number>()
  for (const { envelope, hash } of [...arrivals].sort((a, b) => a.envelope.seq - b.envelope.seq)) {
    const { id, seq } = envelope
    if (here.has(id)) continue
    const prevHash = prevHashOf(envelope)
    const before = seq === 1 ? '' : links.get(seq - 1)?.hash
    const after = links.get(seq + 1)?.prevHash
    const apart =
      takenSeqs.has(seq) ||
      forkedSeqs.has(seq - 1) ||
      (prevHash !== undefined && before !== undefined && before !== prevHash) ||
      (after !== undefined && after !== hash)
    if (apart) {
      // What another log has brought is stored; here it only tells of which history the entries after it are.
      if (!elsewhere.has(id)) forked.add(id)
      forkedSeqs.add(seq)
    } else if (!links.has(seq)) {
      links.set(seq, { hash, prevHash })
    }
  }
  return forked
}
