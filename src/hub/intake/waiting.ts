// Entries that came ahead of what they follow are decided as soon as it is known.
import type { Entry, EntryId } from '../../domain/entry.ts'
import type { School } from '../../domain/school.ts'
import type { CellBook } from '../cells/cell-book.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Trx } from '../database/tables.ts'
import { readFormer } from './former-lists.ts'
import { standingOf } from './standing.ts'

/** Decides what waits for any of `known`, and then what waits for those, in the order of arrival. */
export const decideWaiting = async (
  trx: Trx,
  school: School,
  book: CellBook,
  arrived: readonly Entry[],
  known: readonly EntryId[],
): Promise<void> => {
  let resolved = [...known]
  // Whose next predecessor only the book knows so far: the table still names the one that has just come.
  const inBook = [...arrived]
  while (resolved.length > 0) {
    const stored = await inChunks(resolved, (ids) =>
      trx
        .selectFrom('entry')
        .select('body')
        .where('waiting_on', 'in', ids)
        .orderBy('rev')
        .orderBy('seq')
        .execute(),
    )
    const waiting = [
      ...stored.map((row) => JSON.parse(row.body) as Entry),
      ...inBook.filter((entry) => resolved.includes(book.entry(entry.id)?.waitingOn ?? '')),
    ]
    await book.load(waiting)
    await book.loadEntries(waiting.map((entry) => entry.id))
    const former = await readFormer(trx, waiting, school, book.now)
    const next: EntryId[] = []
    for (const entry of waiting) {
      if (book.entry(entry.id)?.state !== 'waiting') continue
      const author = entry.log.person
      const state = book.meet(entry, author, standingOf(school, former, entry, book.now))
      if (state === 'waiting') inBook.push(entry)
      else next.push(entry.id)
    }
    resolved = next
  }
}
