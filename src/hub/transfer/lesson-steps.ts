// The durable steps around one lesson's page. Each is one transaction; АИС is asked only between them.

import { type Cell, cellKey, type LessonId } from '../../domain/cell.ts'
import type { EntryId } from '../../domain/entry.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { type AisPage, type AisSlot, readAttendance } from '../../domain/transfer/ais-page.ts'
import { planSlot } from '../../domain/transfer/transfer-plan.ts'
import { type CellBook, createCellBook } from '../cells/cell-book.ts'
import { nextRevision } from '../database/revision.ts'
import type { Database, Trx } from '../database/tables.ts'
import { aisAuthor } from './ais-author.ts'
import { meetAis } from './ais-entry.ts'
import { baseCell, type SlotWork, slotWork } from './slot-work.ts'

export interface StepPorts {
  db: Database
  now(): string
  newId(): string
  ring(rev: number): void
}

interface Step {
  trx: Trx
  book: CellBook
  now: string
  rev: number
}

/** One transaction with its book; what the step changed in the book is saved at the end. */
export const inStep = async <T>(
  ports: StepPorts,
  school: School,
  run: (step: Step) => Promise<T>,
): Promise<T> => {
  const { answer, rev } = await ports.db.transaction().execute(async (trx) => {
    const taken = await nextRevision(trx)
    const now = ports.now()
    const book = createCellBook(trx, school, now)
    const answered = await run({ trx, book, now, rev: taken })
    await book.save(taken)
    return { answer: answered, rev: taken }
  })
  ports.ring(rev)
  return answer
}

/** Entries that АИС itself told and that hold a value together with these have arrived with them. */
const verifyTold = (book: CellBook, cells: readonly Cell[], entries: readonly EntryId[]): void => {
  for (const cell of cells) {
    const { holders } = book.cellAt(cell).state
    if (!holders.some((id) => entries.includes(id))) continue
    for (const id of holders) if (book.entry(id)?.author === aisAuthor) book.setState(id, 'verified')
  }
}

/** A reason that the slot names no more has left АИС, alone or with its absence: it is to be carried again. */
export const unverifyReason = (book: CellBook, cells: readonly Cell[], text: string): void => {
  const reason = cells.find((cell) => cell.kind === 'absenceReason')
  if (!reason || readAttendance(text).reason !== null) return
  const { value, holders } = book.cellAt(reason).state
  if (value === null) return
  for (const id of holders) {
    if (book.entry(id)?.state === 'verified') book.setState(id, 'accepted')
  }
}

/** АИС holds the slot's value: the entries that hold it have arrived. */
const verifySlot = (book: CellBook, work: SlotWork, text: string): void => {
  for (const id of work.entries) book.setState(id, 'verified')
  verifyTold(book, work.cells, work.entries)
  unverifyReason(book, work.cells, text)
  book.setAisBase(baseCell(work), text)
}

/** Lets what people wrote in АИС meet our cells. Returns how many slots disagree with what we know. */
export const reportForeign = (
  ports: StepPorts,
  school: School,
  person: PersonId,
  page: AisPage,
): Promise<number> =>
  inStep(ports, school, async ({ trx, book, now, rev }) => {
    let found = 0
    for (const work of await slotWork(trx, book, person, page.lesson)) {
      const step = planSlot(page, work)
      if (step.kind !== 'conflict') continue
      found += 1
      await meetAis(trx, book, school, work, step.present, { now, rev })
      book.setAisBase(baseCell(work), step.present)
    }
    return found
  })

export interface Intended {
  writes: Record<AisSlot, string>
  /** Cells whose values АИС held before we came. */
  alreadyThere: number
}

/** Marks as arrived what stands there already, and writes down what is about to be written, before АИС is touched. */
export const intend = (
  ports: StepPorts,
  school: School,
  person: PersonId,
  page: AisPage,
): Promise<Intended> =>
  inStep(ports, school, async ({ trx, book, now }) => {
    const writes: Record<AisSlot, string> = {}
    let alreadyThere = 0
    for (const work of await slotWork(trx, book, person, page.lesson)) {
      const step = planSlot(page, work)
      if (step.kind === 'alreadyThere') {
        alreadyThere += work.entries.length
        verifySlot(book, work, step.present)
      }
      if (step.kind !== 'write') continue
      writes[work.slot] = work.target
      for (const id of work.entries) book.setState(id, 'carrying')
      await trx
        .insertInto('intent')
        .values({
          id: ports.newId(),
          person,
          lesson: page.lesson,
          slot: work.slot,
          base: work.base,
          target: work.target,
          entries: JSON.stringify({ entries: work.entries, cells: work.cells }),
          written_at: now,
          outcome: null,
        })
        .execute()
    }
    return { writes, alreadyThere }
  })

interface IntentBody {
  entries: EntryId[]
  cells: Cell[]
}

const openIntents = (trx: Trx | Database, person: PersonId) =>
  trx.selectFrom('intent').selectAll().where('person', '=', person).where('outcome', 'is', null)

/** Lessons whose write was begun and whose end nobody saw. */
export const unfinishedLessons = async (db: Database, person: PersonId): Promise<LessonId[]> => {
  const rows = await openIntents(db, person).select('lesson').execute()
  return [...new Set(rows.map((row) => row.lesson))].sort()
}

/**
 * АИС answered that it took the write. That is «внесено», not yet «в АИС СРО». From here on it is known to have held our
 * text: whatever stands there at the read-back instead, the former text too, somebody has written.
 */
export const markTransferred = (
  ports: StepPorts,
  school: School,
  person: PersonId,
  lesson: LessonId,
): Promise<void> =>
  inStep(ports, school, async ({ trx, book }) => {
    for (const row of await openIntents(trx, person).where('lesson', '=', lesson).execute()) {
      const { entries, cells } = JSON.parse(row.entries) as IntentBody
      await book.loadCells(cells)
      await book.loadEntries(entries)
      const base = cells.find((cell) => cellKey(cell) === row.slot)
      if (base) book.setAisBase(base, row.target)
      for (const id of entries) if (book.entry(id)?.state === 'carrying') book.setState(id, 'transferred')
    }
  })

/**
 * Reads the page back: what АИС holds is verified, what it doesn't hold goes back to the hub's hands, to be planned
 * anew from what stands there. A write is never repeated blindly.
 */
export const resolveIntents = (
  ports: StepPorts,
  school: School,
  person: PersonId,
  page: AisPage,
): Promise<{ verified: number; notWritten: number }> =>
  inStep(ports, school, async ({ trx, book }) => {
    const sum = { verified: 0, notWritten: 0 }
    for (const row of await openIntents(trx, person).where('lesson', '=', page.lesson).execute()) {
      const { entries, cells } = JSON.parse(row.entries) as IntentBody
      await book.loadCells(cells)
      await book.loadEntries(entries)
      const present = page.slots[row.slot] ?? ''
      const there = present === row.target
      for (const id of entries) {
        const state = book.entry(id)?.state
        if (state !== 'carrying' && state !== 'transferred') continue
        book.setState(id, there ? 'verified' : 'accepted')
        sum[there ? 'verified' : 'notWritten'] += 1
      }
      if (there) {
        verifyTold(book, cells, entries)
        unverifyReason(book, cells, present)
      }
      const base = cells.find((cell) => cellKey(cell) === row.slot)
      if (there && base) book.setAisBase(base, present)
      await trx
        .updateTable('intent')
        .set({ outcome: there ? 'verified' : 'notWritten' })
        .where('id', '=', row.id)
        .execute()
    }
    return sum
  })
