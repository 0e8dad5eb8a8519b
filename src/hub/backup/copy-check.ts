// What a copy must hold to count as one. Of these tables the hub never deletes a row.
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'

const countedTables = ['entry', 'cell', 'outage', 'intent', 'audit', 'school_version'] as const
export type TableCounts = Record<string, number>

export type CopyOutcome =
  | { kind: 'copied'; entries: number }
  | { kind: 'noDatabase' }
  /** The copy, or what was copied, did not stand the check. */
  | { kind: 'unsound'; detail: string }
  | { kind: 'toolMissing'; tool: string }

/** Null where these tables have never been made. */
export const countRows = async (db: Database): Promise<TableCounts | null> => {
  const known = await db.introspection.getTables()
  if (!known.some((table) => table.name === 'entry')) return null
  const counts: TableCounts = {}
  for (const table of countedTables) {
    const { rows } = await sql<{ n: number | string }>`select count(*) as n from ${sql.table(table)}`.execute(
      db,
    )
    counts[table] = Number(rows[0]?.n)
  }
  return counts
}

/** The hub may have gone on writing: a copy lies between what was there before it and after it. */
export const countsFit = (before: TableCounts, copy: TableCounts, after: TableCounts): boolean =>
  countedTables.every((table) => {
    const [low = 0, count = -1, high = 0] = [before[table], copy[table], after[table]]
    return low <= count && count <= high
  })
