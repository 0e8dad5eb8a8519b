// What stands in АИС already is read again in every run until its outage falls due: somebody may have written over it.
import { cellKey, type LessonId } from '../../domain/cell.ts'
import type { PersonId } from '../../domain/school.ts'
import type { Instant } from '../../domain/time.ts'
import type { AisPage } from '../../domain/transfer/ais-page.ts'
import { planSlot } from '../../domain/transfer/transfer-plan.ts'
import { type CellBook, createCellBook } from '../cells/cell-book.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import type { Database, Trx } from '../database/tables.ts'
import { readRegisterOf } from '../outages/register.ts'
import { aisAuthor } from './ais-author.ts'
import { meetAis } from './ais-entry.ts'
import { lessonSlots } from './lesson-slots.ts'
import { baseCell, type SlotWork } from './slot-work.ts'
import { inStep, type StepPorts } from './step.ts'
import { unverifyReason } from './verify.ts'

/** Lessons of which this person has something verified whose term still runs. */
export const recheckLessons = async (
  db: Database,
  current: CurrentSchool,
  person: PersonId,
  now: Instant,
): Promise<LessonId[]> => {
  const school = await current()
  if (!school) return []
  const register = await readRegisterOf(db, school, person, now)
  const running = register.filter((one) => (one.due ?? now) >= now).map((one) => one.no)
  if (running.length === 0) return []
  const rows = await db
    .selectFrom('entry')
    .innerJoin('cell', 'cell.key', 'entry.cell_key')
    .select('cell.lesson')
    .distinct()
    .where('entry.person', '=', person)
    .where('entry.state', '=', 'verified')
    .where('entry.outage', 'in', running)
    .where('cell.lesson', 'is not', null)
    .orderBy('cell.lesson')
    .execute()
  return rows.map((row) => row.lesson ?? '')
}

/** Slots of a lesson that rest: every value in them is verified, by this person or АИС, and nobody disagrees. */
const restingSlots = async (
  trx: Trx,
  book: CellBook,
  person: PersonId,
  lesson: LessonId,
): Promise<SlotWork[]> => {
  const slots = await lessonSlots(trx, book, lesson)
  return [...slots].flatMap(([slot, rows]) => {
    const cells = rows.map((row) => row.cell)
    const states = cells.map((cell) => book.cellAt(cell).state)
    // A reason may wait for an absence for ever: it must not keep us from seeing what became of the slot.
    const leading = cells.length > 1 ? cells.filter((cell) => cell.kind !== 'absenceReason') : cells
    const holders = leading.flatMap((cell) => book.cellAt(cell).state.holders).map((id) => book.entry(id))
    const rests =
      states.every((state) => state.candidates.length === 0) &&
      holders.every((entry) => entry?.state === 'verified') &&
      holders.some((entry) => entry?.author === person || entry?.author === aisAuthor)
    if (!rests) return []
    const base =
      cells.map((cell) => book.cellAt(cell)).find(({ cell }) => cellKey(cell) === slot)?.aisBase ?? ''
    return [{ slot, base, target: base, cells, entries: [] }]
  })
}

interface Changed {
  work: SlotWork
  present: string
}

const findChanged = async (trx: Trx, book: CellBook, person: PersonId, page: AisPage): Promise<Changed[]> =>
  (await restingSlots(trx, book, person, page.lesson)).flatMap((work) => {
    const { kind, present } = planSlot(page, work)
    return kind === 'conflict' ? [{ work, present }] : []
  })

/** Lets what now stands in the place of a verified value meet it. Returns how many slots have changed. */
export const recheck = async (
  ports: StepPorts,
  current: CurrentSchool,
  person: PersonId,
  page: AisPage,
): Promise<number> => {
  const looked = await ports.db
    .transaction()
    .execute(async (trx) =>
      findChanged(trx, createCellBook(trx, await listsIn(trx, current), ports.now()), person, page),
    )
  // Most often nothing has: then nobody is told to pull.
  if (looked.length === 0) return 0
  return inStep(ports, current, async ({ trx, book, now, rev, school }) => {
    const changed = await findChanged(trx, book, person, page)
    for (const { work, present } of changed) {
      await meetAis(trx, book, school, work, present, { now, rev })
      unverifyReason(book, work.cells, present)
      book.setAisBase(baseCell(work), present)
    }
    return changed.length
  })
}
