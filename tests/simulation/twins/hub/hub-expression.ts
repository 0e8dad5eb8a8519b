// Conditions and sums of the query builder as functions over rows. What the hub does not ask is refused, never guessed.
import type { Cellular, ColumnReader, Row } from './hub-schema.ts'

export type Expression = (row: Row) => unknown

export interface Aggregate {
  over(rows: readonly Row[]): Cellular
  as: string
}

/** Reads `table.column`, or `column` where there is one table. */
export type Read = (column: string) => ColumnReader

/** Nothing compares with null, and no text with a number. */
const areComparable = (a: unknown, b: unknown): boolean => {
  if (a === null || b === null) return false
  if (typeof a !== typeof b) throw new Error(`${typeof a} is compared with ${typeof b}`)
  return true
}

const operators: Record<string, (a: never, b: never) => unknown> = {
  '=': (a: unknown, b: unknown) => areComparable(a, b) && a === b,
  '!=': (a: unknown, b: unknown) => areComparable(a, b) && a !== b,
  '<': (a: string, b: string) => areComparable(a, b) && a < b,
  '<=': (a: string, b: string) => areComparable(a, b) && a <= b,
  '>': (a: string, b: string) => areComparable(a, b) && a > b,
  '>=': (a: string, b: string) => areComparable(a, b) && a >= b,
  is: (a: unknown, b: unknown) => a === b,
  'is not': (a: unknown, b: unknown) => a !== b,
  in: (a: unknown, list: readonly unknown[]) => a !== null && list.includes(a),
  'not in': (a: unknown, list: readonly unknown[]) => a !== null && !list.includes(a),
  '+': (a: number, b: number) => a + b,
}

/** What a column or a part of a condition says of a row. */
const readPart = (read: Read, said: string | Expression): Expression =>
  typeof said === 'string' ? read(said) : said

export const expressionOf = (
  read: Read,
  column: string | Expression,
  operator: string,
  operand: unknown,
): Expression => {
  const work = operators[operator]
  if (!work) throw new Error(`the twin knows no operator ${operator}`)
  const left = readPart(read, column)
  if (typeof operand !== 'function') return (row) => work(left(row) as never, operand as never)
  const right = operand as Expression
  return (row) => work(left(row) as never, right(row) as never)
}

const functions: Record<string, (...values: never[]) => unknown> = {
  replace: (text: string | null, part: string, by: string) => text?.replaceAll(part, () => by) ?? null,
}

const callOf = (read: Read, name: string, parts: readonly (string | Expression)[]): Expression => {
  const work = functions[name]
  if (!work) throw new Error(`the twin knows no function ${name}`)
  const values = parts.map((part) => readPart(read, part))
  return (row) => work(...(values.map((value) => value(row)) as never[]))
}

const extreme = (better: (a: Cellular, b: Cellular) => boolean) => (values: readonly Cellular[]) =>
  values.reduce((best, one) => (one !== null && (best === null || better(one, best)) ? one : best), null)

const largest = extreme((a, b) => (a as number) > (b as number))
const smallest = extreme((a, b) => (a as number) < (b as number))

/** What a callback of the query builder is handed. */
export const builderOver = (read: Read) => {
  const named = (over: Aggregate['over']) => ({ as: (as: string): Aggregate => ({ over, as }) })
  const of = (pick: (values: readonly Cellular[]) => Cellular) => (column: string) =>
    named((rows) => pick(rows.map(read(column))))
  return Object.assign(
    (column: string | Expression, operator: string, operand: unknown) =>
      expressionOf(read, column, operator, operand),
    {
      or:
        (parts: readonly Expression[]): Expression =>
        (row) =>
          parts.some((part) => part(row)),
      and:
        (parts: readonly Expression[]): Expression =>
        (row) =>
          parts.every((part) => part(row)),
      ref: (column: string): Expression => read(column),
      val:
        (value: Cellular): Expression =>
        () =>
          value,
      fn: Object.assign(
        (name: string, parts: readonly (string | Expression)[]) => callOf(read, name, parts),
        {
          max: of(largest),
          min: of(smallest),
          countAll: () => named((rows) => rows.length),
        },
      ),
    },
  )
}

export type ExpressionBuilder = ReturnType<typeof builderOver>

/** By what they read: a table's is always the same. */
const builders = new WeakMap<Read, ExpressionBuilder>()

export const expressionBuilder = (read: Read): ExpressionBuilder => {
  const builder = builders.get(read) ?? builderOver(read)
  builders.set(read, builder)
  return builder
}
