// What a person wrote in АИС itself comes in as an entry of its own author, `ais`, and meets the same rule.
import { type Cell, cellKey } from '../../domain/cell.ts'
import { type Entry, type EntryId, entryHash, entrySchema } from '../../domain/entry.ts'
import { marksTaken } from '../../domain/notation/notation.ts'
import { classOfCell } from '../../domain/pupils/class-of-cell.ts'
import type { School } from '../../domain/school.ts'
import { readAttendance, readValue } from '../../domain/transfer/ais-page.ts'
import { aisWordId } from '../../domain/transfer/ais-word.ts'
import type { CellValue } from '../../domain/value.ts'
import type { CellBook } from '../cells/cell-book.ts'
import type { Trx } from '../database/tables.ts'
import { aisAuthor } from './ais-author.ts'
import type { SlotWork } from './slot-work.ts'

const aisLog = { device: aisAuthor, person: aisAuthor, epoch: 1 }

/** АИС may take back its own word; nobody else's. */
const ownWords = (book: CellBook, cell: Cell): EntryId[] => {
  const { holders, candidates } = book.cellAt(cell).state
  const isOwn = (ids: readonly EntryId[]) => ids.every((id) => book.entry(id)?.author === aisAuthor)
  if (candidates.length === 0) return isOwn(holders) ? [...holders] : []
  return candidates.flatMap((one) => (isOwn(one.entries) ? one.entries : []))
}

/**
 * The text of a slot as values of its cells. An attendance slot tells the reason too, when it names one, and that there
 * is none any more when АИС itself had told it, or was known to hold one over the same absence.
 */
const valuesOf = (
  school: School,
  book: CellBook,
  work: SlotWork,
  text: string,
): [Cell, CellValue | null][] => {
  const [first] = work.cells
  if (first?.kind !== 'attendance' && first?.kind !== 'absenceReason') {
    const scale = marksTaken(school)
    return work.cells.map((cell) => [cell, readValue(cell, text, scale)])
  }
  const { lesson, pupil } = first
  const { attendance, reason } = readAttendance(text)
  const told: [Cell, CellValue | null][] = [[{ kind: 'attendance', lesson, pupil }, attendance]]
  const reasonCell: Cell = { kind: 'absenceReason', lesson, pupil }
  const leftOut =
    'code' in attendance && attendance.code === 'absent' && readAttendance(work.base).reason !== null
  const takenBack = reason === null && (leftOut || ownWords(book, reasonCell).length > 0)
  return reason === null && !takenBack ? told : [...told, [reasonCell, reason]]
}

const nextSeq = async (trx: Trx): Promise<number> => {
  const row = await trx
    .selectFrom('entry')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('device', '=', aisAuthor)
    .where('person', '=', aisAuthor)
    .executeTakeFirst()
  return Number(row?.seq ?? 0) + 1
}

/** Which word of АИС in this cell comes next. */
const nextOrdinal = async (trx: Trx, cell: Cell): Promise<number> => {
  const row = await trx
    .selectFrom('entry')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('cell_key', '=', cellKey(cell))
    .where('person', '=', aisAuthor)
    .executeTakeFirst()
  return Number(row?.count ?? 0) + 1
}

/**
 * Lets the text that stands in АИС meet the cells of its slot. It claims to have seen nothing, so over anything
 * recorded it is a candidate for a person to settle, never a silent replacement.
 */
export const meetAis = async (
  trx: Trx,
  book: CellBook,
  school: School,
  work: SlotWork,
  text: string,
  ports: { now: string; rev: number },
): Promise<void> => {
  for (const [cell, value] of valuesOf(school, book, work, text)) {
    const seq = await nextSeq(trx)
    await book.loadCells([cell])
    const entry: Entry = {
      schema: entrySchema,
      id: aisWordId(cell, await nextOrdinal(trx, cell), value),
      log: aisLog,
      seq,
      role: 'subjectTeacher',
      cell,
      value,
      saw: null,
      follows: ownWords(book, cell),
      recordedAt: ports.now,
      clock: null,
      appBuild: 'hub',
      refVersion: school.version,
      source: 'ais',
    }
    await book.load([entry])
    const met = book.meet(entry, aisAuthor, {
      settles: 'none',
      replacesNobody: false,
      asksReason: () => false,
    })
    // АИС holds what it told, so an undisputed word of it needs no carrying, nor does the same word told before.
    const state = met === 'accepted' ? 'verified' : met
    const holders = met === 'accepted' ? book.cellAt(cell).state.holders : []
    for (const id of holders) if (book.entry(id)?.author === aisAuthor) book.setState(id, 'verified')
    await trx
      .insertInto('entry')
      .values({
        id: entry.id,
        hash: entryHash(entry),
        ...aisLog,
        seq,
        cell_key: cellKey(cell),
        school_class: classOfCell(school, cell, ports.now) ?? '',
        state,
        reason: null,
        waiting_on: null,
        outage: null,
        body: JSON.stringify(entry),
        recorded_at: ports.now,
        received_at: ports.now,
        // It stands there, whether anybody disagrees or not.
        transferred_at: ports.now,
        verified_at: state === 'verified' ? ports.now : null,
        rev: ports.rev,
      })
      .execute()
  }
}
