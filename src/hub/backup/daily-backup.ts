// The copy that the hub takes of itself each day while it serves. It may fail; that is seen, and the hub goes on.
import { join } from 'node:path'
import { toMs } from '../../domain/time.ts'
import type { DatabasePlace } from '../database/open-database.ts'
import type { Database } from '../database/tables.ts'
import type { Log } from '../http/environment.ts'
import { backupName } from './backup-file.ts'
import { keepNewest, listBackups, nextNumber } from './kept-backups.ts'
import { takeBackup } from './take-backup.ts'

/** Where the database is and where its copies go. */
export interface BackupPlace {
  place: DatabasePlace
  folder: string
}

export interface DailyBackupPorts extends BackupPlace {
  db: Database
  now(): string
  /** Returns how to take the timer back. */
  setTimer(fn: () => void, afterMs: number): () => void
  log: Log
}

export interface BackupState {
  /** When the newest good copy was taken; null while there is none. */
  at: string | null
  /** When the last try failed, null when it came off. */
  failedAt: string | null
  failures: number
}

const hourMs = 3_600_000
/** A day, looked at each hour: a little less, so that the look of the same hour takes it and the hour doesn't creep. */
const dueAfterMs = 24 * hourMs - 5 * 60_000
const kept = 14

export const createDailyBackup = (ports: DailyBackupPorts) => {
  const { place, folder, now, log } = ports
  let state: BackupState = { at: null, failedAt: null, failures: 0 }
  let cancel: (() => void) | null = null
  let underWay: Promise<void> | null = null
  let stopped = false

  const fail = (why: string): void => {
    // The reason alone: what a database says of itself may quote a row.
    log.error({ why }, 'backup failed')
    state = { ...state, failedAt: now(), failures: state.failures + 1 }
  }

  const take = async (): Promise<void> => {
    const at = now()
    const end = await takeBackup(
      place,
      ports.db,
      join(folder, backupName(place.kind, nextNumber(folder), at)),
    )
    if (end.kind !== 'done') return fail(end.kind)
    state = { ...state, at, failedAt: null }
    log.info({ entries: end.entries, bytes: end.bytes }, 'backup taken')
    keepNewest(folder, kept)
  }

  /** A copy from the future is one from a clock that was wrong: it proves nothing. */
  const isDue = (): boolean => {
    const age = state.at === null ? dueAfterMs : toMs(now()) - toMs(state.at)
    return age >= dueAfterMs || age < 0
  }

  const look = async (): Promise<void> => {
    try {
      // Those of an earlier life of this hub count too.
      if (state.at === null) state = { ...state, at: listBackups(folder)[0]?.at ?? null }
      if (isDue()) await take()
    } catch (error) {
      fail((error as { code?: string }).code ?? 'unknown')
    }
    if (!stopped) cancel = ports.setTimer(start, hourMs)
  }

  const start = (): void => {
    underWay = look()
  }

  return {
    start,
    state: (): BackupState => state,
    /** Resolves when no copy is under way. */
    idle: async (): Promise<void> => {
      await underWay
    },
    /** Resolves when the copy under way, if any, has ended. */
    stop: async (): Promise<void> => {
      stopped = true
      cancel?.()
      await underWay
    },
  }
}

export type DailyBackup = ReturnType<typeof createDailyBackup>
