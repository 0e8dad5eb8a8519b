// Takes one backup of SQLite or PostgreSQL alike: written beside its name, made durable, checked, and only then named.
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabasePlace } from '../database/open-database.ts'
import type { Database } from '../database/tables.ts'
import { syncFile, syncFolderOf } from './backup-file.ts'
import type { CopyOutcome } from './copy-check.ts'
import { copyPostgres } from './postgres-copy.ts'
import { copySqlite } from './sqlite-copy.ts'

export type BackupOutcome =
  | { kind: 'done'; file: string; bytes: number; entries: number }
  | Exclude<CopyOutcome, { kind: 'copied' }>
  /** An older backup under this name is never written over. */
  | { kind: 'exists'; file: string }
  /** The disk or the database said no; `detail` is in its own words. */
  | { kind: 'failed'; detail: string }

/** `db` is the database at `place`; a hub may be writing to it meanwhile. */
export const takeBackup = async (
  place: DatabasePlace,
  db: Database,
  file: string,
): Promise<BackupOutcome> => {
  if (existsSync(file)) return { kind: 'exists', file }
  const part = `${file}.part`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const copied =
      place.kind === 'sqlite' ? await copySqlite(db, part) : await copyPostgres(db, place.url, part)
    if (copied.kind !== 'copied') return copied
    // It holds children's names and marks: nobody else on this machine may read it.
    chmodSync(part, 0o600)
    syncFile(part)
    renameSync(part, file)
    syncFolderOf(file)
    return { kind: 'done', file, bytes: statSync(file).size, entries: copied.entries }
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) }
  } finally {
    // Where there is no such folder there is no such file: the outcome above is the word.
    if (existsSync(part)) rmSync(part)
  }
}
