// How the book's cells and entries stand in the database.
import { type Cell, type CellKey, lessonOf } from '../../domain/cell.ts'
import type { CellState } from '../../domain/conflict.ts'
import type { EntryId } from '../../domain/entry.ts'
import type { HubState } from '../../domain/entry-state.ts'
import { lessonById } from '../../domain/lesson.ts'
import type { Refusal } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import type { KnownEntry } from '../../domain/settle/walk-back.ts'
import { termMarkPlace } from '../../domain/term/term-place.ts'
import type { CellValue } from '../../domain/value.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { CellRow, Trx } from '../database/tables.ts'
import { listed } from './listed.ts'

export interface BookCell {
  cell: Cell
  state: CellState
  aisBase: string
  conflictOpenedAt: string | null
  /** Who wrote here last in this transaction: whose the cell is when no list knows its lesson. */
  writer: string | null
  dirty: boolean
}

export interface BookEntry extends KnownEntry {
  state: HubState
  cellKey: CellKey
  waitingOn: EntryId | null
  /** Why the conflict rule would not take it. */
  refusal: Refusal | null
  transferredAt: string | null
  verifiedAt: string | null
  /** False while its row has not been inserted. */
  stored: boolean
  dirty: boolean
}

export const readCellRow = (row: CellRow): BookCell => ({
  cell: JSON.parse(row.cell),
  state: {
    value: JSON.parse(row.value),
    holders: JSON.parse(row.holders),
    candidates: JSON.parse(row.candidates),
  },
  aisBase: row.ais_base,
  conflictOpenedAt: row.conflict_opened_at,
  writer: null,
  dirty: false,
})

/** One that was held and then refused may name anything there, and have no value. */
export const factIn = (body: string): Pick<KnownEntry, 'follows' | 'value'> => {
  const { follows, value } = JSON.parse(body) as { follows?: unknown; value?: CellValue | null }
  const named = Array.isArray(follows) ? follows : []
  return { follows: named.filter((one): one is EntryId => typeof one === 'string'), value: value ?? null }
}

/** Which of these ids a deputy has said nobody will bring. */
export const readForgotten = async (trx: Trx, ids: readonly EntryId[]): Promise<EntryId[]> => {
  const rows = await inChunks(ids, (part) =>
    trx.selectFrom('forgotten').select('entry').where('entry', 'in', part).execute(),
  )
  return rows.map((row) => row.entry)
}

/** Whose cell it is, so that a pull finds it: the lesson's teacher and classes as of now, or the subject's teachers. */
export const placeOf = (school: School, cell: Cell) => {
  const id = lessonOf(cell)
  const lesson = id === null ? null : lessonById(school, id)
  if (cell.kind !== 'termMark') {
    const { teacher = null, classes = [] } = lesson ?? {}
    return { lesson: id, teacher, co_teachers: null, classes: listed(classes) }
  }
  const { teachers, classes } = termMarkPlace(school, cell)
  const [teacher = null, ...others] = [...new Set(teachers)]
  const co = others.length === 0 ? null : listed(others)
  return { lesson: id, teacher, co_teachers: co, classes: listed(classes) }
}

export const saveEntry = async (trx: Trx, id: EntryId, entry: BookEntry, rev: number): Promise<void> => {
  await trx
    .updateTable('entry')
    .set({
      state: entry.state,
      ...(entry.refusal === null ? {} : { reason: entry.refusal }),
      waiting_on: entry.waitingOn,
      transferred_at: entry.transferredAt,
      verified_at: entry.verifiedAt,
      rev,
    })
    .where('id', '=', id)
    .execute()
}

export const saveCells = async (
  trx: Trx,
  school: School,
  cells: readonly [CellKey, BookCell][],
  rev: number,
): Promise<void> => {
  const placed = cells.map(([key, cell]) => ({ key, cell, place: placeOf(school, cell.cell) }))
  const rowOf = ({ key, cell, place }: (typeof placed)[number]): CellRow => ({
    key,
    ...place,
    teacher: place.teacher ?? cell.writer,
    cell: JSON.stringify(cell.cell),
    value: JSON.stringify(cell.state.value),
    holders: JSON.stringify(cell.state.holders),
    candidates: JSON.stringify(cell.state.candidates),
    ais_base: cell.aisBase,
    conflict_opened_at: cell.conflictOpenedAt,
    rev,
  })
  const isPlaced = ({ place }: (typeof placed)[number]): boolean => place.teacher !== null
  const placeless = placed.filter((one) => !isPlaced(one))
  // A lesson that has left the timetable keeps its cells where they were, as `placeNow` does.
  await upsertCells(trx, placed.filter(isPlaced).map(rowOf), true)
  await upsertCells(trx, placeless.map(rowOf), false)
}

/** `placed`: whose the cells are is known of today's lists, and goes with them. */
const upsertCells = async (trx: Trx, rows: readonly CellRow[], placed: boolean): Promise<void> => {
  await inChunks(rows, (some) =>
    trx
      .insertInto('cell')
      .values(some)
      .onConflict((oc) =>
        oc.column('key').doUpdateSet((eb) => ({
          ...(placed && {
            teacher: eb.ref('excluded.teacher'),
            co_teachers: eb.ref('excluded.co_teachers'),
            classes: eb.ref('excluded.classes'),
          }),
          lesson: eb.ref('excluded.lesson'),
          value: eb.ref('excluded.value'),
          holders: eb.ref('excluded.holders'),
          candidates: eb.ref('excluded.candidates'),
          ais_base: eb.ref('excluded.ais_base'),
          conflict_opened_at: eb.ref('excluded.conflict_opened_at'),
          rev: eb.ref('excluded.rev'),
        })),
      )
      .execute(),
  )
}
