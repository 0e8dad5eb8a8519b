// One hub to a data folder: whoever serves it, or replaces its database, holds a lock that dies with the process.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'libsql'

/**
 * Returns how to let go, or null while another process holds the folder. The lock is the system's own on an empty
 * file, so a killed hub leaves none behind, and a damaged database can't stand in its way.
 */
export const holdFolder = (folder: string): (() => void) | null => {
  mkdirSync(folder, { recursive: true })
  const lock = new Sqlite(join(folder, 'hub.lock'))
  try {
    lock.exec('begin exclusive')
    return () => void lock.close()
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null
    throw error
  }
}
