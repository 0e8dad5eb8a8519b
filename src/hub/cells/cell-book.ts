// The working set of one transaction: cells and the entries around them, decided in memory by the domain's rule,
// written back together. Intake and carrier meet here, so the same rule judges both roads.
import { type Cell, type CellKey, cellKey } from '../../domain/cell.ts'
import { blankCell, decide } from '../../domain/conflict.ts'
import { type Entry, type EntryId, logKey } from '../../domain/entry.ts'
import type { HubState } from '../../domain/entry-state.ts'
import type { Settling } from '../../domain/role.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { aisSlot, slotCell, tellsValue } from '../../domain/transfer/ais-page.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Trx } from '../database/tables.ts'
import {
  type BookCell,
  type BookEntry,
  factIn,
  readCellRow,
  readForgotten,
  saveCells,
  saveEntry,
} from './book-rows.ts'

/** What an author may do in a cell that holds something already. */
export interface Standing {
  settles: Settling
  /** A value that others hold does not give way to it: a conflict opens. */
  replacesNobody: boolean
  asksReason(holders: readonly PersonId[]): boolean
}

export const createCellBook = (trx: Trx, school: School, now: string) => {
  const cells = new Map<CellKey, BookCell>()
  const entries = new Map<EntryId, BookEntry>()
  const forgotten = new Set<EntryId>()

  const loadEntries = async (wanted: readonly EntryId[]): Promise<void> => {
    const missing = [...new Set(wanted)].filter((id) => !entries.has(id))
    const rows = await inChunks(missing, (ids) =>
      trx.selectFrom('entry').selectAll().where('id', 'in', ids).execute(),
    )
    const onwards: EntryId[] = []
    for (const row of rows) {
      const { follows, value } = factIn(row.body)
      // The rule walks back through refused entries, so what they followed must be here too.
      if (row.state === 'refused') onwards.push(...follows)
      entries.set(row.id, {
        author: row.person,
        state: row.state,
        ...{ follows, value },
        log: logKey(row),
        seq: row.seq,
        cellKey: row.cell_key,
        waitingOn: row.waiting_on,
        refusal: null,
        transferredAt: row.transferred_at,
        verifiedAt: row.verified_at,
        stored: true,
        dirty: false,
      })
    }
    for (const id of await readForgotten(
      trx,
      missing.filter((one) => !entries.has(one)),
    ))
      forgotten.add(id)
    if (onwards.length > 0) await loadEntries(onwards)
  }

  /** Brings in cells with what holds or disputes them. */
  const loadCells = async (wanted: readonly Cell[]): Promise<void> => {
    const keys = [...new Set(wanted.map(cellKey))].filter((key) => !cells.has(key))
    const rows = await inChunks(keys, (some) =>
      trx.selectFrom('cell').selectAll().where('key', 'in', some).execute(),
    )
    const read = rows.map((row) => ({ key: row.key, cell: readCellRow(row) }))
    for (const { key, cell } of read) cells.set(key, cell)
    await loadEntries(
      read.flatMap(({ cell }) => [...cell.state.holders, ...cell.state.candidates.flatMap((c) => c.entries)]),
    )
  }

  /** Brings in the cells of these entries and what the entries follow. */
  const load = async (arriving: readonly Entry[]): Promise<void> => {
    await loadCells(arriving.flatMap(({ cell }) => [cell, slotCell(cell)]))
    await loadEntries(arriving.flatMap((entry) => entry.follows))
  }

  const cellAt = (cell: Cell): BookCell => {
    const key = cellKey(cell)
    const known = cells.get(key)
    if (known) return known
    const fresh = { cell, state: blankCell, aisBase: '', conflictOpenedAt: null, writer: null, dirty: false }
    cells.set(key, fresh)
    return fresh
  }

  /** `inAisSince`: when АИС came to hold what an accepted entry says, where it does. */
  const setState = (id: EntryId, state: HubState, inAisSince: string | null = null): void => {
    const entry = entries.get(id)
    if (!entry || entry.state === state) return
    entry.state = state
    entry.waitingOn = null
    if (state === 'accepted') {
      // What АИС turned out not to hold has not been transferred after all; what it holds is to be read again.
      entry.transferredAt = inAisSince && (entry.transferredAt ?? inAisSince)
      entry.verifiedAt = null
    }
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
      ...{ follows: entry.follows, value: entry.value },
      log: logKey(entry.log),
      seq: entry.seq,
      cellKey: cellKey(entry.cell),
      waitingOn: null,
      refusal: null,
      transferredAt: null,
      verifiedAt: null,
      stored: false,
      dirty: false,
    }
    entries.set(entry.id, noted)
    return noted
  }

  /**
   * A conflict that ends with what АИС was last verified to hold keeps the moment at which it came there, for a value that
   * was in АИС in time was in time (п. 3.2). Null where АИС holds another one, or where nothing is known of its coming.
   */
  const inAisSince = ({ cell, state }: BookCell): string | null => {
    const base = cells.get(aisSlot(cell))?.aisBase ?? ''
    if (state.candidates.length > 0 || !tellsValue(cell, state.value, base)) return null
    const moments = state.holders.flatMap((id) => entries.get(id)?.transferredAt ?? [])
    return moments.sort()[0] ?? null
  }

  /** Lets an entry meet its cell; afterwards its state is known. The entry must have been loaded. */
  const meet = (
    entry: Entry,
    author: string,
    { settles, replacesNobody, asksReason }: Standing,
  ): HubState => {
    const place = cellAt(entry.cell)
    const known = entries.get(entry.id) ?? note(entry, author, 'waiting')
    const decision = decide(place.state, entry, {
      known: (id) => entries.get(id),
      isForgotten: (id) => forgotten.has(id),
      maySettle: settles !== 'none',
      onlyPicks: settles === 'pick',
      replacesNobody,
      asksReason,
    })
    if (decision.kind === 'refused') {
      known.refusal = decision.refusal
      setState(entry.id, 'refused')
      return known.state
    }
    if (decision.kind === 'waiting') {
      known.waitingOn = decision.on
      known.dirty = true
      return known.state
    }
    const wasOpen = place.state.candidates.length > 0
    place.state = decision.cell
    place.writer = author
    place.dirty = true
    const isOpen = decision.cell.candidates.length > 0
    place.conflictOpenedAt = isOpen ? (wasOpen ? place.conflictOpenedAt : now) : null
    const since = wasOpen ? inAisSince(place) : null
    for (const change of decision.changes) setState(change.entry, change.state, since)
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
    school,
    now,
    load,
    loadCells,
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
