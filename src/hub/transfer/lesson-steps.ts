// The durable steps around one lesson's page. Each is one transaction; АИС is asked only between them.

import type { Selectable } from 'kysely'
import { type Cell, cellKey, type LessonId } from '../../domain/cell.ts'
import type { EntryId } from '../../domain/entry.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { type AisPage, type AisSlot, readAttendance } from '../../domain/transfer/ais-page.ts'
import { planSlot } from '../../domain/transfer/transfer-plan.ts'
import { type CellBook, createCellBook } from '../cells/cell-book.ts'
import { nextRevision } from '../database/revision.ts'
import type { Database, Tables, Trx } from '../database/tables.ts'
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

interface IntentBody {
  entries: EntryId[]
  cells: Cell[]
}

const everyOpenIntent = (db: Trx | Database) =>
  db.selectFrom('intent').selectAll().where('outcome', 'is', null)

const openIntents = (db: Trx | Database, person: PersonId) => everyOpenIntent(db).where('person', '=', person)

/** Ends one intent by what its slot holds now. Returns how many entries that decides. */
const settleIntent = async (
  { trx, book }: Step,
  row: Selectable<Tables['intent']>,
  present: string,
): Promise<{ there: boolean; settled: number }> => {
  const { entries, cells } = JSON.parse(row.entries) as IntentBody
  await book.loadCells(cells)
  await book.loadEntries(entries)
  const there = present === row.target
  const open = entries.filter((id) => ['carrying', 'transferred'].includes(book.entry(id)?.state ?? ''))
  for (const id of open) book.setState(id, there ? 'verified' : 'accepted')
  if (there) {
    verifyTold(book, cells, entries)
    unverifyReason(book, cells, present)
    const base = cells.find((cell) => cellKey(cell) === row.slot)
    if (base) book.setAisBase(base, present)
  }
  await trx
    .updateTable('intent')
    .set({ outcome: there ? 'verified' : 'notWritten' })
    .where('id', '=', row.id)
    .execute()
  return { there, settled: open.length }
}

/** Did another person's run write this, and never see the end of it? Then it is the hub's own word, and settled here. */
const isOwnWrite = async (step: Step, lesson: LessonId, slot: AisSlot, present: string): Promise<boolean> => {
  const rows = await everyOpenIntent(step.trx)
    .where('lesson', '=', lesson)
    .where('slot', '=', slot)
    .where('target', '=', present)
    .execute()
  for (const row of rows) await settleIntent(step, row, present)
  return rows.length > 0
}

/** Lets what people wrote in АИС meet our cells. Returns how many slots disagree with what we know. */
export const reportForeign = (
  ports: StepPorts,
  school: School,
  person: PersonId,
  page: AisPage,
): Promise<number> =>
  inStep(ports, school, async (step) => {
    const { trx, book } = step
    let found = 0
    for (const work of await slotWork(trx, book, person, page.lesson)) {
      const { kind, present } = planSlot(page, work)
      if (kind !== 'conflict' || (await isOwnWrite(step, page.lesson, work.slot, present))) continue
      found += 1
      await meetAis(trx, book, school, work, present, step)
      book.setAisBase(baseCell(work), present)
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
  inStep(ports, school, async (step) => {
    const sum = { verified: 0, notWritten: 0 }
    for (const row of await openIntents(step.trx, person).where('lesson', '=', page.lesson).execute()) {
      const { there, settled } = await settleIntent(step, row, page.slots[row.slot] ?? '')
      sum[there ? 'verified' : 'notWritten'] += settled
    }
    return sum
  })
