// The hub's database in memory: the fast twin of SQLite behind the same query builder's words. One transaction at a time.
import type { Database } from '../../../../src/hub/database/tables.ts'
import { builderOver, type Expression, type ExpressionBuilder, expressionBuilder } from './hub-expression.ts'
import { createHubRows, type HubRows, type Undo } from './hub-rows.ts'
import type { Row, TableSchema } from './hub-schema.ts'
import {
  type Condition,
  type ConditionParts,
  conditionOf,
  findRows,
  Select,
  type Turn,
} from './hub-select.ts'

type Fields = Readonly<Record<string, unknown>>
type Changes = Fields | ((eb: ExpressionBuilder) => Fields)

/** Values, and expressions over a row, as values. */
const valuesFrom = (fields: Fields, row: Row): Fields => {
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const value = fields[name]
    if (value !== undefined) values[name] = typeof value === 'function' ? (value as Expression)(row) : value
  }
  return values
}

interface OnConflict {
  columns: readonly string[]
  /** Null: the row that is there stays. */
  changes: Changes | null
}

const onConflictBuilder = {
  column: (column: string) => onConflictBuilder.columns([column]),
  columns: (columns: readonly string[]) => ({
    doNothing: (): OnConflict => ({ columns, changes: null }),
    doUpdateSet: (changes: Changes): OnConflict => ({ columns, changes }),
  }),
}

interface Ports {
  tableOf(name: string): HubRows
  turn: Turn
  note(undo: Undo): void
}

const queriesOn = ({ tableOf, turn, note }: Ports) => {
  /** All of a statement or nothing: a row that is refused takes the ones before it back. */
  const statement = <T>(work: (did: (undo: Undo) => void) => T): Promise<T> =>
    turn(() => {
      const undos: Undo[] = []
      try {
        const answer = work((undo) => undos.push(undo))
        for (const undo of undos) note(undo)
        return answer
      } catch (error) {
        for (const undo of undos.reverse()) undo()
        throw error
      }
    })
  const insert = (table: HubRows, rows: readonly Fields[], conflict: OnConflict | null) =>
    statement((did) => {
      for (const row of rows) {
        const there = conflict ? table.find(conflict.columns, row as Row) : undefined
        if (there === undefined) did(table.insert(row))
        else if (conflict?.changes) did(table.update(there, upsert(table, there, row, conflict.changes)))
      }
      return []
    })
  const upsert = (table: HubRows, there: number, row: Fields, changes: Changes): Fields => {
    const given: Row = row as Row
    const read = (column: string) =>
      column.startsWith('excluded.') ? () => given[column.slice(9)] ?? null : table.read(column)
    const fields = typeof changes === 'function' ? changes(builderOver(read)) : changes
    return valuesFrom(fields, table.at(there))
  }
  const insertInto = (name: string) => ({
    values: (given: Fields | readonly Fields[]) => {
      const rows = Array.isArray(given) ? (given as Fields[]) : [given as Fields]
      const table = tableOf(name)
      return {
        execute: () => insert(table, rows, null),
        onConflict: (say: (oc: typeof onConflictBuilder) => OnConflict) => {
          const conflict = say(onConflictBuilder)
          return { execute: () => insert(table, rows, conflict) }
        },
      }
    },
  })
  const updateTable = (name: string) => ({
    set: (changes: Changes) => {
      const table = tableOf(name)
      const { read } = table
      const fields = typeof changes === 'function' ? changes(expressionBuilder(read)) : changes
      const build = (conditions: readonly Condition[], returned: string | null) => {
        const run = () =>
          statement((did) =>
            findRows(table, conditions).map(([id, row]) => {
              did(table.update(id, valuesFrom(fields, row)))
              return returned === null ? {} : { [returned]: table.at(id)[returned] }
            }),
          )
        return {
          where: (...parts: ConditionParts) =>
            build([...conditions, conditionOf(table, read, parts)], returned),
          returning: (column: string) => build(conditions, column),
          execute: run,
          executeTakeFirstOrThrow: async () => {
            const [first] = await run()
            if (!first) throw new Error('no result')
            return first
          },
        }
      }
      return build([], null)
    },
  })
  const deleteFrom = (name: string) => {
    const table = tableOf(name)
    const build = (conditions: readonly Condition[]) => ({
      where: (...parts: ConditionParts) => build([...conditions, conditionOf(table, table.read, parts)]),
      execute: () =>
        statement((did) => {
          for (const [id] of findRows(table, conditions)) did(table.remove(id))
          return []
        }),
    })
    return build([])
  }
  return {
    selectFrom: (name: string) => {
      const table = tableOf(name)
      return new Select({ tableOf, turn, table, read: table.read, join: null })
    },
    insertInto,
    updateTable,
    deleteFrom,
  }
}

export const createMemoryHub = (schema: readonly TableSchema[]): Database => {
  const tables = new Map<string, HubRows>(schema.map((one) => [one.name, createHubRows(one)]))
  const tableOf = (name: string): HubRows => {
    const table = tables.get(name)
    if (!table) throw new Error(`the hub has no table ${name}`)
    return table
  }
  /** Resolves when the last transaction asked for has ended; null while there is none. */
  let last: Promise<unknown> | null = null
  /** Comes after what was asked for before. */
  const queue = <T>(work: () => T | Promise<T>): Promise<T> => {
    const mine = last ? last.then(work) : Promise.resolve().then(work)
    const end = mine
      .catch(() => undefined)
      .then(() => {
        if (last === end) last = null
      })
    last = end
    return mine
  }
  const run = async <T>(scope: (trx: unknown) => Promise<T>): Promise<T> => {
    const undos: Undo[] = []
    const turn: Turn = async (work) => work()
    try {
      return await scope(queriesOn({ tableOf, turn, note: (undo) => undos.push(undo) }))
    } catch (error) {
      for (const undo of undos.reverse()) undo()
      throw error
    }
  }
  const transaction = () => ({
    execute: <T>(scope: (trx: unknown) => Promise<T>): Promise<T> => queue(() => run(scope)),
  })
  const turn: Turn = async (work) => (last ? queue(work) : work())
  const queries = queriesOn({ tableOf, turn, note: () => {} })
  return { ...queries, transaction, destroy: async () => {} } as unknown as Database
}
