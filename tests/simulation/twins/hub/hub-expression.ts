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

const like = (text: unknown, pattern: string): boolean => {
  const [, part] = /^%([^%_]*)%$/.exec(pattern) ?? []
  if (part === undefined) throw new Error(`the twin knows no pattern ${pattern}`)
  return typeof text === 'string' && text.toLowerCase().includes(part.toLowerCase())
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
  like: (a: unknown, pattern: string) => like(a, pattern),
  '+': (a: number, b: number) => a + b,
}

export const expressionOf = (read: Read, column: string, operator: string, operand: unknown): Expression => {
  const work = operators[operator]
  if (!work) throw new Error(`the twin knows no operator ${operator}`)
  const left = read(column)
  return (row) => work(left(row) as never, operand as never)
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
    (column: string, operator: string, operand: unknown) => expressionOf(read, column, operator, operand),
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
      fn: { max: of(largest), min: of(smallest), countAll: () => named((rows) => rows.length) },
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
