// Whose a cell is, and of which class an entry, is stored beside it: a build that reads the lists otherwise says it anew.
import type { Cell, CellKey } from '../../domain/cell.ts'
import { classOfCell, knowsStay } from '../../domain/pupils/class-of-cell.ts'
import type { School } from '../../domain/school.ts'
import { type CurrentSchool, listsIn } from '../database/current-school.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { CellRow, Database, Trx } from '../database/tables.ts'
import { inWriting } from '../database/writing.ts'
import { placeOf } from './book-rows.ts'

export const placeColumns = ['teacher', 'co_teachers', 'classes'] as const
type Place = Pick<CellRow, (typeof placeColumns)[number]>

/** A lesson that has left the timetable keeps its cells where they were: what was recorded stays in sight. */
export const placeNow = (school: School, row: Place & Pick<CellRow, 'cell'>): Place => {
  const { lesson: _, ...place } = placeOf(school, JSON.parse(row.cell) as Cell)
  const { teacher, co_teachers, classes } = row
  return place.teacher === null ? { teacher, co_teachers, classes } : place
}

export const isSamePlace = (a: Place, b: Place): boolean => placeColumns.every((one) => a[one] === b[one])

/** Grows whenever `placeOf` or `classOfCell` reads the same lists otherwise than before. */
const placement = 3

const placeCells = async (trx: Trx, school: School, rev: number): Promise<number> => {
  let moved = 0
  for (const row of await trx
    .selectFrom('cell')
    .select(['key', 'cell', ...placeColumns])
    .execute()) {
    const now = placeNow(school, row)
    if (isSamePlace(now, row)) continue
    moved += 1
    await trx
      .updateTable('cell')
      .set({ ...now, rev })
      .where('key', '=', row.key)
      .execute()
  }
  return moved
}

const entriesWithCells = (trx: Trx) =>
  trx
    .selectFrom('entry')
    .innerJoin('cell', 'cell.key', 'entry.cell_key')
    .select(['entry.id', 'entry.school_class', 'entry.recorded_at', 'cell.cell'])

/**
 * The entries of these cells, whose pupils' stays have changed, or all, as of the class they belong to; returns how many
 * have got another one. Those of a time that the lists say nothing of stay where they are.
 */
export const placeEntries = async (
  trx: Trx,
  school: School,
  keys: readonly CellKey[] | null,
): Promise<number> => {
  const rows =
    keys === null
      ? await entriesWithCells(trx).execute()
      : await inChunks(keys, (some) => entriesWithCells(trx).where('entry.cell_key', 'in', some).execute())
  let moved = 0
  for (const row of rows) {
    const cell = JSON.parse(row.cell) as Cell
    const own = classOfCell(school, cell, row.recorded_at)
    if (own === null || own === row.school_class) continue
    if (keys !== null && !knowsStay(school, cell, row.recorded_at)) continue
    moved += 1
    await trx.updateTable('entry').set({ school_class: own }).where('id', '=', row.id).execute()
  }
  return moved
}

/** Once for each build whose rules differ, at its first start; returns how many rows have got another place. */
export const placeAnew = (db: Database, current: CurrentSchool): Promise<number> =>
  inWriting<number>(db, async ({ trx, rev, leave }) => {
    const known = await trx.selectFrom('revision').select('placement').executeTakeFirst()
    if (known?.placement === placement) return leave(0)
    const school = await listsIn(trx, current)
    const moved = (await placeCells(trx, school, rev)) + (await placeEntries(trx, school, null))
    await trx.updateTable('revision').set({ placement }).execute()
    return moved
  })
