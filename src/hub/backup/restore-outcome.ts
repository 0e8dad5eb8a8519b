// What may come of a restore. Whatever is not `restored` has left everything as it was.
import { migrationNames } from '../database/migrations.ts'
import type { DatabasePlace } from '../database/open-database.ts'

export type RestoreRefusal =
  | { kind: 'noFile' }
  /** A hub, or somebody else, has this database open. */
  | { kind: 'serving' }
  | { kind: 'damaged'; detail: string }
  /** No backup of a hub, or one of the other kind of database. */
  | { kind: 'foreign' }
  /** A newer build has made it. */
  | { kind: 'newer' }
  | { kind: 'toolMissing'; tool: string }

export type SwapOutcome = { kind: 'swapped'; kept: string | null } | { kind: 'serving' }

/** The backup as a database of its own, beside the present one. */
export interface Staged {
  kind: 'staged'
  place: DatabasePlace
  /** Puts it in the present one's place, and says under which name that one is kept. */
  swapIn(): Promise<SwapOutcome>
  /** Removes what was staged, unless it has been swapped in. */
  discard(): Promise<void>
}

/** Judges a backup by its tables and by the migrations that had made them; null when this build can take it. */
export const refusalFor = (
  tables: readonly string[],
  migrations: readonly string[],
): RestoreRefusal | null => {
  const ours = ['entry', 'cell', 'revision', 'audit'].every((table) => tables.includes(table))
  if (!ours || migrations.length === 0) return { kind: 'foreign' }
  return migrations.every((name) => migrationNames.includes(name)) ? null : { kind: 'newer' }
}

/** `2026-11-23T10:12:05.000Z` → `2026-11-23T101205`: a name for what a restore puts aside. */
export const stampOf = (at: string): string => at.slice(0, 19).replaceAll(':', '')
