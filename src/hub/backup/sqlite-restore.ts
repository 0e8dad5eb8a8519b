// A backup in the place of an SQLite database. The replaced one is kept beside it with all it held.
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'libsql'
import { syncFile, syncFolderOf } from './backup-file.ts'
import { type RestoreRefusal, refusalFor, type Staged, type SwapOutcome } from './restore-outcome.ts'
import { holdFolder } from './serving-lock.ts'
import { findFault } from './sqlite-copy.ts'

const isSqlite = (file: string): boolean => {
  const head = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  readSync(handle, head)
  closeSync(handle)
  return head.toString('latin1') === 'SQLite format 3\0'
}

/** Null when this build can take it. */
const judge = (file: string): RestoreRefusal | null => {
  const fault = findFault(file)
  if (fault !== null) return { kind: 'damaged', detail: fault }
  const db = new Sqlite(file)
  const namesIn = (table: string) =>
    (db.prepare(`select name from ${table}`).all() as { name: string }[]).map((row) => row.name)
  const tables = namesIn('sqlite_master')
  const migrations = tables.includes('kysely_migration') ? namesIn('kysely_migration') : []
  db.close()
  return refusalFor(tables, migrations)
}

/** Folds what waits beside the file into it. `busy` when another process has it open. */
const settle = (file: string): 'quiet' | 'busy' | 'unreadable' => {
  if (!existsSync(file)) return 'quiet'
  const db = new Sqlite(file)
  try {
    // Leaving this mode asks for the file alone.
    db.pragma('journal_mode = delete')
    return 'quiet'
  } catch (error) {
    return (error as { code?: string }).code === 'SQLITE_BUSY' ? 'busy' : 'unreadable'
  } finally {
    db.close()
  }
}

/** A database that was not closed has its newest rows in a file beside it. */
const copyWhole = (from: string, to: string): void => {
  for (const suffix of ['', '-wal']) {
    if (!existsSync(from + suffix)) continue
    copyFileSync(from + suffix, to + suffix, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    syncFile(to + suffix)
  }
}

const removeWhole = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}

const swap = (file: string, part: string, kept: string): SwapOutcome => {
  if (settle(file) === 'busy') return { kind: 'serving' }
  const replaces = existsSync(file)
  if (replaces) {
    try {
      copyWhole(file, kept)
    } catch (error) {
      removeWhole(kept)
      throw error
    }
    // Beside the new file the old one's newest rows would be taken for its own.
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
  }
  syncFile(part)
  renameSync(part, file)
  syncFolderOf(file)
  return { kind: 'swapped', kept: replaces ? kept : null }
}

/** Copies the backup beside the database and judges it there. The folder is held until `discard`. */
export const stageSqlite = (file: string, backup: string, stamp: string): Staged | RestoreRefusal => {
  if (!isSqlite(backup)) return { kind: 'foreign' }
  const release = holdFolder(dirname(file))
  if (release === null) return { kind: 'serving' }
  const part = `${file}.restoring`
  const discard = async (): Promise<void> => {
    removeWhole(part)
    release()
  }
  const refuse = (refusal: RestoreRefusal): RestoreRefusal => {
    void discard()
    return refusal
  }
  try {
    if (settle(file) === 'busy') return refuse({ kind: 'serving' })
    removeWhole(part)
    copyWhole(backup, part)
    settle(part)
    const refusal = judge(part)
    if (refusal !== null) return refuse(refusal)
  } catch (error) {
    void discard()
    throw error
  }
  const kept = join(dirname(file), `hub-before-restore-${stamp}.sqlite`)
  return {
    kind: 'staged',
    place: { kind: 'sqlite', file: part },
    swapIn: async () => swap(file, part, kept),
    discard,
  }
}
