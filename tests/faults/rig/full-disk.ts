// A disk with no room left.
import { closeSync, constants, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Takes all room that is left; the answer gives it back. */
export const fillDisk = (at: string): (() => void) => {
  const file = join(at, 'filler')
  const descriptor = openSync(file, constants.O_CREAT | constants.O_WRONLY | constants.O_APPEND)
  for (let size = 1 << 20; size >= 1; size >>= 2) {
    const block = Buffer.alloc(size, 1)
    try {
      for (;;) writeSync(descriptor, block)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  fsyncSync(descriptor)
  closeSync(descriptor)
  return () => rmSync(file)
}
