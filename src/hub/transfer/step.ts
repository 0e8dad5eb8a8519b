// One durable step around a lesson's page: a transaction with its book. АИС is asked only between steps.
import type { School } from '../../domain/school.ts'
import { type CellBook, createCellBook } from '../cells/cell-book.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import type { Database, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'

export interface StepPorts {
  db: Database
  now(): string
  newId(): string
  ring(rev: number): void
}

export interface Step {
  trx: Trx
  book: CellBook
  now: string
  rev: number
  /** The lists of this moment: a run may go on while they are edited. */
  school: School
}

/** One transaction with its book; what the step changed in the book is saved at the end. */
export const inStep = async <T>(
  ports: StepPorts,
  current: CurrentSchool,
  run: (step: Step) => Promise<T>,
): Promise<T> => {
  const { answer, rev } = await inWriting<{ answer: T; rev: number }>(ports.db, async ({ trx, rev }) => {
    const school = await listsIn(trx, current)
    const now = ports.now()
    const book = createCellBook(trx, school, now)
    const answer = await run({ trx, book, now, rev, school })
    await book.save(rev)
    return { answer, rev }
  })
  ports.ring(rev)
  return answer
}
