// The finished backups of a folder, and how many of them stay.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const named = /^journal-(?:(\d{5,})-)?(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})\.(sqlite|dump)$/

export interface KnownBackup {
  file: string
  /** Counts the copies of this folder from one; 0 under a name of before, which had no number. */
  no: number
  at: string
}

/** Those under names of ours, the last taken first: by their numbers, for a clock that was ahead dates an old one late. */
export const listBackups = (folder: string): KnownBackup[] => {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const [, no = '0', day, hour, minute] = named.exec(name) ?? []
      return day ? [{ file: join(folder, name), no: Number(no), at: `${day}T${hour}:${minute}:00.000Z` }] : []
    })
    .sort((a, b) => b.no - a.no || (a.at < b.at ? 1 : -1))
}

/** The number of the copy to be taken next. */
export const nextNumber = (folder: string): number => (listBackups(folder)[0]?.no ?? 0) + 1

/** Removes all but the newest `keep`, and what a copy that was cut short has left behind. */
export const keepNewest = (folder: string, keep: number): void => {
  for (const { file } of listBackups(folder).slice(keep)) rmSync(file)
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.part') && named.test(name.slice(0, -'.part'.length))) rmSync(join(folder, name))
  }
}
