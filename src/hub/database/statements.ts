// SQLite with its prepared statements kept: the hub asks the same few questions all day.
import type Sqlite from 'libsql'

type Statement = ReturnType<Sqlite.Database['prepare']>

/** So many different statements are kept; batches of other sizes make new ones, so there must be an end. */
const kept = 200

/** A database as the query builder wants it. The oldest statement gives way when there are too many. */
export const keepStatements = (database: Sqlite.Database) => {
  const statements = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    if (statements.size >= kept) statements.delete(statements.keys().next().value as string)
    statements.set(sql, made)
    return made
  }
  return {
    prepare,
    close: (): void => {
      statements.clear()
      database.close()
    },
  }
}
