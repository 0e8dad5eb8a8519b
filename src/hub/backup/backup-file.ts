// A backup as a file: how it is named, and what makes it durable.
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabasePlace } from '../database/open-database.ts'

const extensions = { sqlite: 'sqlite', postgres: 'dump' } as const

export const backupFolder = (dataDir: string): string => join(dataDir, 'backups')

/**
 * The 7th, at `2026-11-23T10:12:00.000Z` → `journal-00007-2026-11-23T1012.sqlite`; UTC as `at` is. The number says which
 * is newer: a clock may have been wrong.
 */
export const backupName = (kind: DatabasePlace['kind'], no: number, at: string): string =>
  `journal-${String(no).padStart(5, '0')}-${at.slice(0, 13)}${at.slice(14, 16)}.${extensions[kind]}`

/** The copy taken before the migration `next` is no daily one: it is never cleared away. */
export const beforeUpgradeName = (kind: DatabasePlace['kind'], next: string, at: string): string =>
  `journal-before-${next}-${at.slice(0, 13)}${at.slice(14, 16)}${at.slice(17, 19)}.${extensions[kind]}`

const sync = (path: string, flags: string): void => {
  const handle = openSync(path, flags)
  fsyncSync(handle)
  closeSync(handle)
}

export const syncFile = (file: string): void => sync(file, 'r+')

/** Makes the names in the file's folder durable. */
export const syncFolderOf = (file: string): void => sync(dirname(file), 'r')
