// A restored database begins a new life: every tablet learns from its name that the hub has forgotten something.
import { type Selectable, sql } from 'kysely'
import { cellKey } from '../../domain/cell.ts'
import { type Entry, entryHash } from '../../domain/entry.ts'
import { beginLife } from '../database/life.ts'
import { type DatabasePlace, openDatabase } from '../database/open-database.ts'
import type { Database, Tables } from '../database/tables.ts'
import { asItCame } from '../intake/judge.ts'

export interface NewLifePorts {
  now(): string
  newId(): string
}

export type NewLife =
  | { kind: 'begun'; entries: number; lastAt: string | null }
  | { kind: 'damaged'; detail: string }

const pageSize = 1000

type StoredEntry = Pick<Selectable<Tables['entry']>, 'id' | 'body' | 'hash' | 'cell_key'>

/** The cell of a bound entry is the hub's own word, which no hash covers: it must be the one of its row. */
const isWhole = ({ body, hash, cell_key: key }: StoredEntry): boolean => {
  try {
    const stored = JSON.parse(body) as Entry
    // A field of that name in an entry that can't be read yet is the tablet's own.
    if (entryHash(stored) === hash) return true
    return entryHash(asItCame(stored)) === hash && cellKey(stored.cell) === key
  } catch {
    return false
  }
}

/** A database finds broken pages, not a changed letter: each entry is held against its own hash. */
const findDamaged = async (db: Database): Promise<string | null> => {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('entry')
      .select(['id', 'body', 'hash', 'cell_key'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute()
    const damaged = rows.find((row) => !isWhole(row))
    if (damaged) return damaged.id
    if (rows.length < pageSize) return null
    after = rows.at(-1)?.id ?? after
  }
}

/** Brings a staged backup to this build's tables, looks at every entry, and names its new life. `source` is for the audit. */
export const beginNewLife = async (
  place: DatabasePlace,
  source: string,
  ports: NewLifePorts,
): Promise<NewLife> => {
  const db = await openDatabase(place, ports.newId)
  try {
    const damaged = await findDamaged(db)
    if (damaged !== null) return { kind: 'damaged', detail: `entry ${damaged} does not match its hash` }
    await beginLife(db, source, ports)
    const sums = await db
      .selectFrom('entry')
      .select(({ fn }) => [fn.countAll<number | string>().as('count'), fn.max('received_at').as('last')])
      .executeTakeFirstOrThrow()
    // All of it in the one file, so that the file alone can take the place of another.
    if (place.kind === 'sqlite') await sql`pragma journal_mode = delete`.execute(db)
    return { kind: 'begun', entries: Number(sums.count), lastAt: sums.last }
  } finally {
    await db.destroy()
  }
}
