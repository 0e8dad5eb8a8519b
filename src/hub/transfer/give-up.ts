// The act by which entries are not carried: given up by a deputy, or entered by hand. All of it stands, or nothing of it.
import type { GiveUpAct } from '../../contract/not-carried-schema.ts'
import type { Cell } from '../../domain/cell.ts'
import { maySayByHand } from '../../domain/role.ts'
import type { PersonId } from '../../domain/school.ts'
import { mayBeGivenUp } from '../../domain/transfer/not-carried.ts'
import { writeAudit } from '../audit.ts'
import { readCellRow } from '../cells/book-rows.ts'
import { type CellBook, createCellBook } from '../cells/cell-book.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database, Tables, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'

export interface GiveUpPorts {
  db: Database
  now(): string
  newId(): string
  /** Is a run of this person's under way? What it is about to write is not ours to give up. */
  isRunning(person: PersonId): boolean
}

/** `moved`: a cell is no longer as it was seen, or nothing of it waits. `forbidden`: not theirs to say of a cell. */
export type GiveUpOutcome =
  | { kind: 'given'; entries: number; rev: number }
  | { kind: 'moved' }
  | { kind: 'forbidden' }

const countOfAct = async (trx: Trx, act: string): Promise<number> => {
  const rows = await trx.selectFrom('not_carried').select('entry').where('act', '=', act).execute()
  return rows.length
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one))

/** The entries of one seen cell that can be given up; none where it has moved. */
const openIn = (
  book: CellBook,
  cell: Cell,
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

/**
 * Final is the saying, not the entry: no run carries what was given up, for as long as it holds its cell unopposed. A
 * conflict asks a person anew what the mark is, and nothing was said of АИС since: whatever it leaves in force is owed
 * like any accepted value (п. 3.2), and is given up by an act of its own. Of one entry the newest saying counts; the
 * audit keeps every one.
 */
const say = (trx: Trx, rows: readonly Tables['not_carried'][]): Promise<unknown> =>
  inChunks(rows, (part) =>
    trx
      .insertInto('not_carried')
      .values(part)
      .onConflict((known) =>
        known.column('entry').doUpdateSet(({ ref }) => ({
          ...{ act: ref('excluded.act'), cause: ref('excluded.cause'), note: ref('excluded.note') },
          ...{ who: ref('excluded.who'), at: ref('excluded.at') },
        })),
      )
      .execute(),
  )

/** Whether `who` may give up anything at all is the caller's to ask; of `byHand` it is asked here, cell by cell. */
export const giveUpTransfer = (
  { db, now, newId, isRunning }: GiveUpPorts,
  current: CurrentSchool,
  who: PersonId,
  { id, cells, cause, note }: GiveUpAct,
): Promise<GiveUpOutcome> =>
  inWriting<GiveUpOutcome>(db, async ({ trx, rev, leave }) => {
    const done = await countOfAct(trx, id)
    if (done > 0) return { kind: 'given', entries: done, rev }
    const school = await listsIn(trx, current)
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
    const isTheirs = (cell: Cell): boolean => cause !== 'byHand' || maySayByHand(school, who, cell)
    if (![...read.values()].every(isTheirs)) return leave({ kind: 'forbidden' })
    const at = now()
    const book = createCellBook(trx, school, at)
    await book.loadCells([...read.values()])
    // A cell named twice is given up once.
    const given = new Set<string>()
    for (const { key, holders } of cells) {
      const cell = read.get(key)
      const open = cell === undefined ? [] : openIn(book, cell, holders, isRunning)
      if (open.length === 0) return leave({ kind: 'moved' })
      for (const entry of open) given.add(entry)
    }
    for (const entry of given) book.setState(entry, 'notCarried')
    await say(
      trx,
      [...given].map((entry) => ({ entry, act: id, cause, note, who, at })),
    )
    await book.save(rev)
    await writeAudit(trx, {
      ...{ id: newId(), at, who, device: null, action: 'transferGivenUp', subject: `act ${id}` },
      ...{ before: null, after: `${given.size} entries: ${cause}` },
    })
    return { kind: 'given', entries: given.size, rev }
  })
