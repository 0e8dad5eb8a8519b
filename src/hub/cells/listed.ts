// Ids in one column of a cell, and the question whether one of them stands there.
import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** Ids with a comma on either side of each: no id holds one. */
export const listed = (ids: readonly string[]): string => `,${ids.join(',')},`

/**
 * To LIKE an underscore is any letter, and on SQLite «a» is «A»: cells of one would be told to another. What taking an id
 * out would change holds that id, to the letter and on both dialects.
 */
export const isListed = (
  eb: ExpressionBuilder<Tables, 'cell'>,
  column: 'co_teachers' | 'classes',
  id: string,
) => eb(eb.fn('replace', [column, eb.val(listed([id])), eb.val('')]), '!=', eb.ref(column))
