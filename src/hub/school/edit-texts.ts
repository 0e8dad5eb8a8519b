// Edits of a school's lists, row by row. Whether the result can be a school, the import's checks say.
import type { ListEdit } from '../../contract/school-edit-schema.ts'
import { lists } from '../import/columns.ts'
import type { Fault } from '../import/read-lists.ts'
import type { ListTexts, TextRow } from './list-texts.ts'

const holds = (row: TextRow, values: TextRow): boolean =>
  Object.entries(values).every(([column, value]) => row[column] === value)

/** Every column of the list, empty where the edit says nothing of it. */
const whole = (list: ListEdit['list'], values: TextRow): TextRow =>
  Object.fromEntries(Object.keys(lists[list]).map((column) => [column, values[column] ?? '']))

const strangers = ({ list, remove = {}, add = {} }: ListEdit): Fault[] =>
  [...Object.keys(remove), ...Object.keys(add)]
    .filter((column) => !Object.hasOwn(lists[list], column))
    .map((column) => ({ list, row: 1, column, problem: 'missingColumn' }))

/** A row is taken out by what it says: nothing said would be every row. */
const boundless = ({ list, remove }: ListEdit): Fault[] =>
  remove !== undefined && Object.keys(remove).length === 0
    ? [{ list, row: 0, column: Object.keys(lists[list])[0] ?? '', problem: 'empty' }]
    : []

export type EditedTexts = { ok: true; texts: ListTexts } | { ok: false; faults: Fault[] }

/** A replaced row stays in its place, so that the order of a list is the order in which it came. */
const editRows = (rows: readonly TextRow[], { list, remove, add }: ListEdit): readonly TextRow[] | null => {
  const added = add === undefined ? [] : [whole(list, add)]
  if (remove === undefined) return [...rows, ...added]
  const at = rows.findIndex((row) => holds(row, remove))
  if (at < 0) return null
  const rest = rows.filter((row) => !holds(row, remove))
  return [...rest.slice(0, at), ...added, ...rest.slice(at)]
}

/** All edits in their order; a row to be taken out that isn't there is a fault. */
export const editTexts = (texts: ListTexts, edits: readonly ListEdit[]): EditedTexts => {
  const faults = edits.flatMap((edit) => [...strangers(edit), ...boundless(edit)])
  if (faults.length > 0) return { ok: false, faults }
  let edited = texts
  for (const edit of edits) {
    const rows = editRows(edited[edit.list], edit)
    if (rows === null) {
      const [column = '', value = ''] = Object.entries(edit.remove ?? {})[0] ?? []
      return { ok: false, faults: [{ list: edit.list, row: 0, column, problem: 'unknown', value }] }
    }
    edited = { ...edited, [edit.list]: rows }
  }
  return { ok: true, texts: edited }
}
