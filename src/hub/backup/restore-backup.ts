// Puts a backup in the place of the hub's database: staged beside it, checked, given a new life, swapped in at once.
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { DatabasePlace } from '../database/open-database.ts'
import { beginNewLife, type NewLifePorts } from './new-life.ts'
import { stagePostgres } from './postgres-restore.ts'
import { type RestoreRefusal, stampOf } from './restore-outcome.ts'
import { stageSqlite } from './sqlite-restore.ts'

export type RestoreOutcome =
  | {
      kind: 'restored'
      entries: number
      /** When the newest entry of the backup had come in. */
      lastAt: string | null
      /** Where the replaced database is kept; null when there was none. */
      kept: string | null
    }
  | RestoreRefusal
  /** The disk or the database said no; `detail` is in its own words. */
  | { kind: 'failed'; detail: string }

const replace = async (
  place: DatabasePlace,
  backup: string,
  ports: NewLifePorts,
): Promise<RestoreOutcome> => {
  const stamp = stampOf(ports.now())
  const staged =
    place.kind === 'sqlite'
      ? stageSqlite(place.file, backup, stamp)
      : await stagePostgres(place.url, backup, stamp)
  if (staged.kind !== 'staged') return staged
  try {
    const life = await beginNewLife(staged.place, basename(backup), ports)
    if (life.kind !== 'begun') return life
    const end = await staged.swapIn()
    return end.kind === 'swapped'
      ? { kind: 'restored', entries: life.entries, lastAt: life.lastAt, kept: end.kept }
      : end
  } finally {
    await staged.discard()
  }
}

/** Whatever does not end in `restored` leaves everything as it was. */
export const restoreBackup = async (
  place: DatabasePlace,
  backup: string,
  ports: NewLifePorts,
): Promise<RestoreOutcome> => {
  if (!existsSync(backup)) return { kind: 'noFile' }
  try {
    return await replace(place, backup, ports)
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) }
  }
}
