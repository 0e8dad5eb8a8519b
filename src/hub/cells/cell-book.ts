// The working set of one transaction: cells and the entries around them, decided in memory by the domain's rule,
// written back together. Intake and carrier meet here, so the same rule judges both roads.
import { type Cell, type CellKey, cellKey } from '../../domain/cell.ts'
import { blankCell, decide } from '../../domain/conflict.ts'
import type { Entry, EntryId } from '../../domain/entry.ts'
import type { HubState } from '../../domain/entry-state.ts'
import type { School } from '../../domain/school.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Trx } from '../database/tables.ts'
import { type BookCell, type BookEntry, readCellRow, saveCells, saveEntry } from './book-rows.ts'

export const createCellBook = (trx: Trx, school: School, now: string) => {
  const cells = new Map<CellKey, BookCell>()
  const entries = new Map<EntryId, BookEntry>()

  const loadEntries = async (wanted: readonly EntryId[]): Promise<void> => {
    const missing = [...new Set(wanted)].filter((id) => !entries.has(id))
    const rows = await inChunks(missing, (ids) =>
      trx.selectFrom('entry').selectAll().where('id', 'in', ids).execute(),
    )
    const onwards: EntryId[] = []
    for (const row of rows) {
      const follows = (JSON.parse(row.body) as Entry).follows ?? []
      // The rule walks back through refused entries, so what they followed must be here too.
      if (row.state === 'refused') onwards.push(...follows)
      entries.set(row.id, {
        author: row.person,
        state: row.state,
        follows,
        cellKey: row.cell_key,
        waitingOn: row.waiting_on,
        transferredAt: row.transferred_at,
        verifiedAt: row.verified_at,
        stored: true,
        dirty: false,
      })
    }
    if (onwards.length > 0) await loadEntries(onwards)
  }

  /** Brings in the cells of these entries, what they follow, and what holds or disputes the cells. */
  const load = async (arriving: readonly Entry[]): Promise<void> => {
    const keys = [...new Set(arriving.map((entry) => cellKey(entry.cell)))].filter((key) => !cells.has(key))
    const rows = await inChunks(keys, (some) =>
      trx.selectFrom('cell').selectAll().where('key', 'in', some).execute(),
    )
    for (const row of rows) cells.set(row.key, readCellRow(row))
    const around = rows.flatMap((row) => {
      const { holders, candidates } = readCellRow(row).state
      return [...holders, ...candidates.flatMap((one) => one.entries)]
    })
    await loadEntries([...around, ...arriving.flatMap((entry) => entry.follows)])
  }

  const cellAt = (cell: Cell): BookCell => {
    const key = cellKey(cell)
    const known = cells.get(key)
    if (known) return known
    const fresh = { cell, state: blankCell, aisBase: '', conflictOpenedAt: null, dirty: false }
    cells.set(key, fresh)
    return fresh
  }

  const setState = (id: EntryId, state: HubState): void => {
    const entry = entries.get(id)
    if (!entry || entry.state === state) return
    entry.state = state
    entry.waitingOn = null
    if (state === 'transferred' || state === 'verified') entry.transferredAt ??= now
    if (state === 'verified') entry.verifiedAt = now
    entry.dirty = true
    const cell = cells.get(entry.cellKey)
    if (cell) cell.dirty = true
  }

  /** Makes an entry known that this transaction is about to store. */
  const note = (entry: Entry, author: string, state: HubState): BookEntry => {
    const noted: BookEntry = {
      author,
      state,
      follows: entry.follows,
      cellKey: cellKey(entry.cell),
      waitingOn: null,
      transferredAt: null,
      verifiedAt: null,
      stored: false,
      dirty: false,
    }
    entries.set(entry.id, noted)
    return noted
  }

  /** Lets an entry meet its cell; afterwards its state is known. The entry must have been loaded. */
  const meet = (entry: Entry, author: string, maySettle: boolean): HubState => {
    const place = cellAt(entry.cell)
    const known = entries.get(entry.id) ?? note(entry, author, 'waiting')
    const decision = decide(place.state, entry, { known: (id) => entries.get(id), maySettle })
    if (decision.kind === 'waiting') {
      known.waitingOn = decision.on
      known.dirty = true
      return known.state
    }
    const wasOpen = place.state.candidates.length > 0
    place.state = decision.cell
    place.dirty = true
    const isOpen = decision.cell.candidates.length > 0
    place.conflictOpenedAt = isOpen ? (wasOpen ? place.conflictOpenedAt : now) : null
    for (const change of decision.changes) setState(change.entry, change.state)
    return known.state
  }

  const setAisBase = (cell: Cell, text: string): void => {
    const place = cellAt(cell)
    if (place.aisBase === text) return
    place.aisBase = text
    place.dirty = true
  }

  /** Writes back what changed, all of it at one revision. Entries stored in this transaction are the caller's. */
  const save = async (rev: number): Promise<void> => {
    for (const [id, entry] of entries) if (entry.dirty && entry.stored) await saveEntry(trx, id, entry, rev)
    const dirty = [...cells].filter(([, cell]) => cell.dirty)
    await saveCells(trx, school, dirty, rev)
    for (const [, cell] of dirty) cell.dirty = false
  }

  return {
    load,
    loadEntries,
    meet,
    note,
    setState,
    setAisBase,
    save,
    cellAt,
    entry: (id: EntryId) => entries.get(id),
  }
}

export type CellBook = ReturnType<typeof createCellBook>
