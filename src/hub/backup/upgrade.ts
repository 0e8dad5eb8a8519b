// Opens the hub's data for this build. Tables of an earlier build are copied first: that copy is the way back.
import { join } from 'node:path'
import { migrate, migrationNames, readMigrations } from '../database/migrations.ts'
import { openAsIs } from '../database/open-database.ts'
import type { Database } from '../database/tables.ts'
import { beforeUpgradeName } from './backup-file.ts'
import type { BackupPlace } from './daily-backup.ts'
import type { NewLifePorts } from './new-life.ts'
import { type BackupOutcome, takeBackup } from './take-backup.ts'

export type UpgradeOutcome =
  /** `copy` is where the data as they were are kept; null where nothing had to change. */
  | { kind: 'ready'; db: Database; copy: string | null }
  /** A newer build has made these data. */
  | { kind: 'newer' }
  /** Another process serves them by the former tables. */
  | { kind: 'serving' }
  | { kind: 'notCopied'; end: Exclude<BackupOutcome, { kind: 'done' }> }

interface UpgradePorts extends NewLifePorts {
  /** Keeps a serving hub away from the data, or null while one serves; asked only before tables change. */
  hold(): (() => void) | null
}

const upgrade = async (
  { place, folder }: BackupPlace,
  db: Database,
  next: string,
  ports: UpgradePorts,
): Promise<UpgradeOutcome> => {
  const release = ports.hold()
  if (release === null) return { kind: 'serving' }
  try {
    const end = await takeBackup(place, db, join(folder, beforeUpgradeName(place.kind, next, ports.now())))
    if (end.kind !== 'done') return { kind: 'notCopied', end }
    await migrate(db, ports.newId())
    return { kind: 'ready', db, copy: end.file }
  } finally {
    release()
  }
}

/** Whatever does not end in `ready` leaves the data as they were. Throws when the place can't be reached. */
export const openUpgraded = async (at: BackupPlace, ports: UpgradePorts): Promise<UpgradeOutcome> => {
  const db = openAsIs(at.place)
  const close = async (end: UpgradeOutcome): Promise<UpgradeOutcome> => {
    if (end.kind !== 'ready') await db.destroy()
    return end
  }
  const made = await readMigrations(db)
  if (made.some((name) => !migrationNames.includes(name))) return close({ kind: 'newer' })
  const next = migrationNames.find((name) => !made.includes(name))
  if (made.length > 0 && next !== undefined) return close(await upgrade(at, db, next, ports))
  await migrate(db, ports.newId())
  return { kind: 'ready', db, copy: null }
}
