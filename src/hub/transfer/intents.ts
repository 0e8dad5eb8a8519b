// Intents: what was about to be written stands in the database before АИС is touched, until somebody has seen its end.
import type { Selectable } from 'kysely'
import { type Cell, cellKey, type LessonId } from '../../domain/cell.ts'
import type { EntryId } from '../../domain/entry.ts'
import type { PersonId } from '../../domain/school.ts'
import type { AisPage } from '../../domain/transfer/ais-page.ts'
import type { CurrentSchool } from '../database/current-school.ts'
import type { Database, Tables, Trx } from '../database/tables.ts'
import { inStep, type Step, type StepPorts } from './step.ts'
import { unverifyReason, verifyTold } from './verify.ts'

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
  school: CurrentSchool,
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
 * Ends every open intent of the page's lesson, whoever's run began it, by what the page holds: what АИС holds is verified,
 * what it doesn't hold goes back to the hub's hands, to be planned anew from what stands there. A write is never repeated
 * blindly, and one that arrives after this reading is somebody's word. Returns how many entries that decides.
 */
export const resolveIntents = async (
  ports: StepPorts,
  school: CurrentSchool,
  page: AisPage,
): Promise<{ verified: number; notWritten: number }> => {
  const sum = { verified: 0, notWritten: 0 }
  const openOnPage = (db: Trx | Database) => everyOpenIntent(db).where('lesson', '=', page.lesson)
  // Most often there is none: then nobody is told to pull.
  if ((await openOnPage(ports.db).execute()).length === 0) return sum
  return inStep(ports, school, async (step) => {
    for (const row of await openOnPage(step.trx).execute()) {
      const { there, settled } = await settleIntent(step, row, page.slots[row.slot] ?? '')
      sum[there ? 'verified' : 'notWritten'] += settled
    }
    return sum
  })
}
