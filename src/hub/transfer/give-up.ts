// The deputy's act over entries that АИС will not take: «в АИС не вносится». All of it stands, or nothing of it.
import type { GiveUpAct } from '../../contract/not-carried-schema.ts'
import type { Verdict } from '../../domain/receipt.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { mayBeGivenUp, type NotCarried } from '../../domain/transfer/not-carried.ts'
import { writeAudit } from '../audit.ts'
import { namesOf } from '../board/names.ts'
import { readCellRow } from '../cells/book-rows.ts'
import { type CellBook, createCellBook } from '../cells/cell-book.ts'
import { inChunks } from '../database/in-chunks.ts'
import { nextRevision, readRevision } from '../database/revision.ts'
import type { Database, Trx } from '../database/tables.ts'

export interface GiveUpPorts {
  db: Database
  now(): string
  newId(): string
  /** Is a run of this person's under way? What it is about to write is not ours to give up. */
  isRunning(person: PersonId): boolean
}

/** `moved`: a cell is no longer as the deputy saw it, or nothing of it waits. */
export type GiveUpOutcome = { kind: 'given'; entries: number; rev: number } | { kind: 'moved' }

const countOfAct = async (trx: Trx, act: string): Promise<number> => {
  const rows = await trx.selectFrom('not_carried').select('entry').where('act', '=', act).execute()
  return rows.length
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one))

/** The entries of one seen cell that can be given up; none where it has moved. */
const openIn = (
  book: CellBook,
  cell: ReturnType<typeof readCellRow>['cell'],
  seen: readonly string[],
  isRunning: GiveUpPorts['isRunning'],
): string[] => {
  const { holders, candidates } = book.cellAt(cell).state
  if (candidates.length > 0 || !isSame(holders, seen)) return []
  const open = holders.filter((id) => mayBeGivenUp(book.entry(id)?.state ?? 'verified'))
  const busy = open.some((id) => {
    const entry = book.entry(id)
    return entry?.state === 'carrying' && isRunning(entry.author)
  })
  return busy ? [] : open
}

export const giveUpTransfer = (
  { db, now, newId, isRunning }: GiveUpPorts,
  school: School,
  who: PersonId,
  { id, cells, cause, note }: GiveUpAct,
): Promise<GiveUpOutcome> =>
  db.transaction().execute(async (trx): Promise<GiveUpOutcome> => {
    const done = await countOfAct(trx, id)
    if (done > 0) return { kind: 'given', entries: done, rev: (await readRevision(trx)).rev }
    const rows = await inChunks(cells, (part) =>
      trx
        .selectFrom('cell')
        .selectAll()
        .where(
          'key',
          'in',
          part.map((one) => one.key),
        )
        .execute(),
    )
    const read = new Map(rows.map((row) => [row.key, readCellRow(row).cell]))
    const at = now()
    const book = createCellBook(trx, school, at)
    await book.loadCells([...read.values()])
    const given: string[] = []
    for (const { key, holders } of cells) {
      const cell = read.get(key)
      const open = cell === undefined ? [] : openIn(book, cell, holders, isRunning)
      if (open.length === 0) return { kind: 'moved' }
      given.push(...open)
    }
    const rev = await nextRevision(trx)
    for (const entry of given) book.setState(entry, 'notCarried')
    await inChunks(given, async (part) => {
      const values = part.map((entry) => ({ entry, act: id, cause, note, who, at }))
      await trx.insertInto('not_carried').values(values).execute()
      return []
    })
    await book.save(rev)
    await writeAudit(trx, {
      ...{ id: newId(), at, who, device: null, action: 'transferGivenUp', subject: `act ${id}` },
      ...{ before: null, after: `${given.length} entries: ${cause}` },
    })
    return { kind: 'given', entries: given.length, rev }
  })

/** The acts over these entries, by the entry. */
export const readGivenUp = async (
  db: Trx | Database,
  school: School,
  entries: readonly string[],
): Promise<Map<string, NotCarried>> => {
  const names = namesOf(school)
  const rows = await inChunks(entries, (part) =>
    db.selectFrom('not_carried').selectAll().where('entry', 'in', part).execute(),
  )
  return new Map(
    rows.map(({ entry, cause, note, who, at }) => [entry, { cause, note, by: names.person(who), at }]),
  )
}

/** Verdicts with the act beside each entry that is not carried. */
export const withGivenUp = async (
  db: Trx | Database,
  school: School,
  verdicts: readonly Verdict[],
): Promise<Verdict[]> => {
  const ids = verdicts.filter((one) => one.state === 'notCarried').map((one) => one.id)
  const given = await readGivenUp(db, school, ids)
  return verdicts.map((one) => {
    const notCarried = one.state === 'notCarried' ? given.get(one.id) : undefined
    return notCarried ? { ...one, notCarried } : one
  })
}
