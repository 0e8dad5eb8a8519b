// A query for rows, as the hub asks it through its query builder.
import {
  type Aggregate,
  type Expression,
  type ExpressionBuilder,
  expressionBuilder,
  expressionOf,
  type Read,
  type Scope,
} from './hub-expression.ts'
import type { Cellular, HubRows, Row } from './hub-rows.ts'

/** Runs a query when it may: at once within a transaction, else after those under way. */
export type Turn = <T>(work: () => T) => Promise<T>

/** A condition; one that pins a table's whole key finds its row without a search. */
export interface Condition {
  holds: Expression
  pins: readonly Cellular[] | null
}

export type ConditionParts = [string, string, unknown] | [(eb: ExpressionBuilder) => Expression]

export const readOf =
  (table: HubRows): Read =>
  (column) => {
    const name = column.startsWith(`${table.name}.`) ? column.slice(table.name.length + 1) : column
    if (!table.columns.includes(name)) throw new Error(`${table.name} has no column ${column}`)
    return (scope) => (scope as Row)[name] as Cellular
  }

const joinedRead =
  (tables: readonly HubRows[]): Read =>
  (column) => {
    const [table, name] = column.split('.')
    const known = tables.find((one) => one.name === table)
    if (!table || !name || !known?.columns.includes(name)) throw new Error(`a join has no column ${column}`)
    return (scope) => (scope as Record<string, Row>)[table]?.[name] as Cellular
  }

export const conditionOf = (table: HubRows, read: Read, parts: ConditionParts): Condition => {
  if (parts.length === 1) return { holds: parts[0](expressionBuilder(read)), pins: null }
  const [column, operator, operand] = parts
  const holds = expressionOf(read, column, operator, operand)
  if (column !== table.key || (operator !== '=' && operator !== 'in')) return { holds, pins: null }
  return { holds, pins: operator === 'in' ? (operand as Cellular[]) : [operand as Cellular] }
}

/** Rows that keep every condition, with the numbers under which they are kept. */
export const findRows = (table: HubRows, conditions: readonly Condition[]): [number, Row][] => {
  const pins = conditions.find((one) => one.pins !== null)?.pins
  const found: [number, Row][] = []
  const take = (id: number, row: Row): void => {
    for (const { holds } of conditions) if (!holds(row)) return
    found.push([id, row])
  }
  if (!pins) for (const [id, row] of table.entries()) take(id, row)
  else
    for (const pin of new Set(pins)) {
      const id = table.byKey(pin)
      if (id !== undefined) take(id, table.at(id))
    }
  return found
}

type Selection = string | Aggregate
type Selected =
  | Selection
  | readonly Selection[]
  | ((eb: ExpressionBuilder) => Selection | readonly Selection[])

interface Query {
  join: { table: HubRows; own: string; other: string } | null
  conditions: readonly Condition[]
  all: boolean
  selected: readonly Selection[]
  order: readonly { read: (scope: Scope) => Cellular; sign: number }[]
  most: number | null
  distinct: boolean
}

const plain: Query = {
  ...{ join: null, conditions: [], all: false, selected: [], order: [], most: null, distinct: false },
}

const byOrder = (order: Query['order']) => (a: Scope, b: Scope) => {
  for (const { read, sign } of order) {
    const [left, right] = [read(a), read(b)]
    if (left === right) continue
    // Null comes first.
    return left === null || (right !== null && left < right) ? -sign : sign
  }
  return 0
}

const unlike = (rows: readonly object[]): object[] => [
  ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
]

const nameOf = (column: string): string => column.slice(column.lastIndexOf('.') + 1)

const choose = (query: Query, read: Read, scopes: readonly Scope[]): object[] => {
  const sums = query.selected.filter((one): one is Aggregate => typeof one !== 'string')
  if (sums.length > 0) return [Object.fromEntries(sums.map(({ as, over }) => [as, over(scopes)]))]
  if (query.all) return [...(scopes as Row[])]
  const columns = query.selected.map((one) => [nameOf(one as string), read(one as string)] as const)
  return scopes.map((scope) => {
    const row: Record<string, Cellular> = {}
    for (const [name, value] of columns) row[name] = value(scope)
    return row
  })
}

export const selectQuery = (table: HubRows, tableOf: (name: string) => HubRows, turn: Turn) => {
  const build = (query: Query) => {
    const { join } = query
    const read = join ? joinedRead([table, join.table]) : readOf(table)
    const scopes = (): Scope[] => {
      if (!join) return findRows(table, query.conditions).map(([, row]) => row)
      const [own, other] = [read(join.own), read(join.other)]
      const pairs: Scope[] = []
      for (const [, left] of table.entries())
        for (const [, right] of join.table.entries()) {
          const scope = { [table.name]: left, [join.table.name]: right }
          if (own(scope) === other(scope) && query.conditions.every(({ holds }) => holds(scope)))
            pairs.push(scope)
        }
      return pairs
    }
    const found = (): object[] => {
      const matching = scopes()
      if (query.order.length > 0) matching.sort(byOrder(query.order))
      const rows = choose(query, read, matching)
      const chosen = query.distinct ? unlike(rows) : rows
      return query.most === null ? chosen : chosen.slice(0, query.most)
    }
    const run = (): Promise<object[]> => turn(found)
    const more = (change: Partial<Query>) => build({ ...query, ...change })
    return {
      innerJoin: (name: string, own: string, other: string) =>
        more({ join: { table: tableOf(name), own, other } }),
      selectAll: () => more({ all: true }),
      select: (wanted: Selected) => {
        const some = typeof wanted === 'function' ? wanted(expressionBuilder(read)) : wanted
        const list = Array.isArray(some) ? (some as Selection[]) : [some as Selection]
        return more({ selected: [...query.selected, ...list] })
      },
      distinct: () => more({ distinct: true }),
      where: (...parts: ConditionParts) =>
        more({ conditions: [...query.conditions, conditionOf(table, read, parts)] }),
      orderBy: (column: string, direction: 'asc' | 'desc' = 'asc') =>
        more({ order: [...query.order, { read: read(column), sign: direction === 'desc' ? -1 : 1 }] }),
      limit: (most: number) => more({ most }),
      execute: run,
      executeTakeFirst: async () => (await run())[0],
      executeTakeFirstOrThrow: async () => {
        const [first] = await run()
        if (!first) throw new Error('no result')
        return first
      },
    }
  }
  return build(plain)
}
