// A query for rows, as the hub asks it through its query builder.
import {
  type Aggregate,
  type Expression,
  type ExpressionBuilder,
  expressionBuilder,
  expressionOf,
  type Read,
} from './hub-expression.ts'
import type { HubRows } from './hub-rows.ts'
import type { Cellular, ColumnReader, Row } from './hub-schema.ts'

/** Runs a query when it may: at once within a transaction, else after those under way. */
export type Turn = <T>(work: () => T) => Promise<T>

/** A condition; one that pins a table's whole key finds its row without a search. */
export interface Condition {
  holds: Expression
  pins: readonly Cellular[] | null
}

export type ConditionParts = [string, string, unknown] | [(eb: ExpressionBuilder) => Expression]

export const conditionOf = (table: HubRows, read: Read, parts: ConditionParts): Condition => {
  if (parts.length === 1) return { holds: parts[0](expressionBuilder(read)), pins: null }
  const [column, operator, operand] = parts
  const holds = expressionOf(read, column, operator, operand)
  if (column !== table.key || (operator !== '=' && operator !== 'in')) return { holds, pins: null }
  return { holds, pins: operator === 'in' ? (operand as Cellular[]) : [operand as Cellular] }
}

/** Hands on each row that keeps every condition, with the number under which it is kept. */
const eachFound = (
  table: HubRows,
  conditions: readonly Condition[],
  take: (id: number, row: Row) => void,
): void => {
  const keeps = (row: Row): boolean => {
    for (const { holds } of conditions) if (!holds(row)) return false
    return true
  }
  for (const { pins } of conditions) {
    if (pins === null) continue
    for (const pin of pins.length > 1 ? new Set(pins) : pins) {
      const id = table.byKey(pin)
      if (id !== undefined && keeps(table.at(id))) take(id, table.at(id))
    }
    return
  }
  for (const [id, row] of table.entries()) if (keeps(row)) take(id, row)
}

/** Rows that keep every condition, with the numbers under which they are kept. */
export const findRows = (table: HubRows, conditions: readonly Condition[]): [number, Row][] => {
  const found: [number, Row][] = []
  eachFound(table, conditions, (id, row) => found.push([id, row]))
  return found
}

type Selection = string | Aggregate
type Selected =
  | Selection
  | readonly Selection[]
  | ((eb: ExpressionBuilder) => Selection | readonly Selection[])

type Join = { table: HubRows; by: ColumnReader } | null
type Order = readonly { read: ColumnReader; sign: number }[]

const byOrder = (order: Order) => (a: Row, b: Row) => {
  for (const { read, sign } of order) {
    const [left, right] = [read(a), read(b)]
    if (left === right) continue
    // Null comes first to one database and last to the other: the hub may not order by what can be null.
    if (left === null || right === null) throw new Error('rows are ordered by null')
    return left < right ? -sign : sign
  }
  return 0
}

const unlike = (rows: readonly object[]): object[] => [
  ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
]

const nameOf = (column: string): string => column.slice(column.lastIndexOf('.') + 1)

const choose = (selected: readonly Selection[], read: Read, rows: readonly Row[]): object[] => {
  const sums = selected.filter((one): one is Aggregate => typeof one !== 'string')
  if (sums.length > 0) return [Object.fromEntries(sums.map(({ as, over }) => [as, over(rows)]))]
  const columns = selected.map((one) => [nameOf(one as string), read(one as string)] as const)
  return rows.map((scope) => {
    const row: Record<string, Cellular> = {}
    for (const [name, value] of columns) row[name] = value(scope)
    return row
  })
}

interface SelectPorts {
  tableOf(name: string): HubRows
  turn: Turn
}

const joinedRead =
  (tables: readonly HubRows[]): Read =>
  (column) => {
    const [name = ''] = column.split('.')
    const table = tables.find((one) => one.name === name)
    if (!table) throw new Error(`a join has no column ${column}`)
    const read = table.read(column)
    return (pair) => read((pair as unknown as Record<string, Row>)[name] as Row)
  }

/** What is asked, and of what. */
interface Base extends SelectPorts {
  table: HubRows
  read: Read
  join: Join
}

/** All that the words of a query have said. */
interface Query {
  conditions: Condition[]
  selected: Selection[]
  order: Order[number][]
  all: boolean
  distinct: boolean
  most: number | null
}

type Word = 'from' | 'where' | 'select' | 'all' | 'distinct' | 'order' | 'most'

/**
 * A query's last word, and the query before it: half of one may be asked in two ways. A class, unlike the rest: a closure
 * for each word would cost more than the answer.
 */
export class Select {
  readonly #base: Base
  readonly #before: Select | null
  readonly #word: Word
  readonly #said: unknown
  constructor(base: Base, before: Select | null = null, word: Word = 'from', said: unknown = null) {
    this.#base = base
    this.#before = before
    this.#word = word
    this.#said = said
  }
  #and(word: Word, said: unknown): Select {
    return new Select(this.#base, this, word, said)
  }
  #sayTo(query: Query): void {
    if (this.#before !== null) this.#before.#sayTo(query)
    const said = this.#said
    switch (this.#word) {
      case 'where':
        return void query.conditions.push(said as Condition)
      case 'select':
        return void query.selected.push(...(said as Selection[]))
      case 'order':
        return void query.order.push(said as Order[number])
      case 'all':
        query.all = true
        return
      case 'distinct':
        query.distinct = true
        return
      case 'most':
        query.most = said as number
        return
      case 'from':
    }
  }
  #matching(conditions: readonly Condition[]): Row[] {
    const found: Row[] = []
    const { join } = this.#base
    if (!join) {
      eachFound(this.#base.table, conditions, (_, row) => found.push(row))
      return found
    }
    // Of each pair the two rows, under their tables' names.
    for (const [, left] of this.#base.table.entries()) {
      const id = join.table.byKey(join.by(left))
      if (id === undefined) continue
      const both = { [this.#base.table.name]: left, [join.table.name]: join.table.at(id) }
      const pair = both as unknown as Row
      if (conditions.every(({ holds }) => holds(pair))) found.push(pair)
    }
    return found
  }
  #found(): object[] {
    const query: Query = {
      ...{ conditions: [], selected: [], order: [] },
      ...{ all: false, distinct: false, most: null },
    }
    this.#sayTo(query)
    const { conditions, selected, order, all, distinct, most } = query
    const matching = this.#matching(conditions)
    if (order.length > 0) matching.sort(byOrder(order))
    const whole = all ? matching : choose(selected, this.#base.read, matching)
    const chosen = distinct ? unlike(whole) : whole
    return most === null ? chosen : chosen.slice(0, most)
  }
  /** `key` is the whole key of the joined table: the twin joins in no other way. */
  innerJoin(name: string, key: string, other: string): Select {
    const { table: own, ...ports } = this.#base
    const table = ports.tableOf(name)
    if (key !== `${name}.${table.key}`) throw new Error(`the twin can't join by ${key}`)
    const join = { table, by: own.read(other) }
    return new Select({ ...ports, table: own, join, read: joinedRead([own, table]) }, this)
  }
  selectAll(): Select {
    return this.#and('all', null)
  }
  select(wanted: Selected): Select {
    const some = typeof wanted === 'function' ? wanted(expressionBuilder(this.#base.read)) : wanted
    return this.#and('select', Array.isArray(some) ? some : [some])
  }
  distinct(): Select {
    return this.#and('distinct', null)
  }
  where(...parts: ConditionParts): Select {
    return this.#and('where', conditionOf(this.#base.table, this.#base.read, parts))
  }
  orderBy(column: string, direction: 'asc' | 'desc' = 'asc'): Select {
    return this.#and('order', { read: this.#base.read(column), sign: direction === 'desc' ? -1 : 1 })
  }
  limit(most: number): Select {
    return this.#and('most', most)
  }
  execute(): Promise<object[]> {
    return this.#base.turn(() => this.#found())
  }
  async executeTakeFirst(): Promise<object | undefined> {
    return (await this.execute())[0]
  }
  async executeTakeFirstOrThrow(): Promise<object> {
    const [first] = await this.execute()
    if (!first) throw new Error('no result')
    return first
  }
}
