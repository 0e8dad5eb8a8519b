// One durable step around a lesson's page: a transaction with its book. АИС is asked only between steps.
import type { School } from '../../domain/school.ts'
import { type CellBook, createCellBook } from '../cells/cell-book.ts'
import { nextRevision } from '../database/revision.ts'
import type { Database, Trx } from '../database/tables.ts'

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
