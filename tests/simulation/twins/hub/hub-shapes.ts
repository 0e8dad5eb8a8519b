// What makes rows of one table, compiled once a process for its very columns.
import { fieldMerger, fieldPicker, nullFinder } from '../compiled-fields.ts'
import type { Row, TableSchema } from './hub-schema.ts'

type Fields = Readonly<Record<string, unknown>>

/** Made once for the same words. */
const remembered = <T>(make: (names: readonly string[]) => T): ((names: readonly string[]) => T) => {
  const made = new Map<string, T>()
  return (names) => {
    const words = names.join()
    const known = made.get(words) ?? make(names)
    made.set(words, known)
    return known
  }
}

const createShapes = ({ name, columns, required, readers }: TableSchema) => {
  const blank: Row = Object.fromEntries(columns.map((column) => [column, null]))
  const refuse = (column: string | undefined): void => {
    if (column !== undefined) throw new Error(`${name} has no column ${column}`)
  }
  const pickerOf = (wanted: readonly string[]) => {
    refuse(wanted.find((column) => !readers.has(column)))
    return fieldPicker(wanted.map((column) => column.slice(column.lastIndexOf('.') + 1)))
  }
  const mergerOf = remembered((fields) => {
    refuse(fields.find((field) => !columns.includes(field)))
    return fieldMerger(columns, new Set(fields))
  })
  return {
    blank,
    /** Whether a column that refuses null is null. */
    lacksRequired: nullFinder(required),
    /** Makes rows of some columns, under their own names. */
    picker: remembered(pickerOf),
    /** The row with what was given in its columns. */
    merged: (row: Row, given: Fields): Row => mergerOf(Object.keys(given))(row, given) as Row,
  }
}

type Shapes = ReturnType<typeof createShapes>

const shapes = new WeakMap<TableSchema, Shapes>()

export const shapesOf = (schema: TableSchema): Shapes => {
  const known = shapes.get(schema) ?? createShapes(schema)
  shapes.set(schema, known)
  return known
}
