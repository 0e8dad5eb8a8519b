// An ext4 file system in a file. A copy of that file is what a power cut would have left on the disk: what the mounted
// system still held in memory is not in it.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { onLeave } from './leftovers.ts'

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 }).trim()

/** A killed process may hold a file for a moment longer. */
const unmountSoon = (at: string): void => {
  for (let tries = 0; tries < 25; tries += 1) {
    try {
      return void run('umount', at)
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  run('umount', '--lazy', at)
}

export interface Disk {
  /** Where it is mounted. */
  at: string
  unmount(): void
  /** Copies what has reached the disk into `image`, as it stands at this moment. */
  cutTo(image: string): void
}

/** `image` is mounted at a folder beside it. Its journal, if a cut left one, is replayed. */
export const mountImage = (image: string): Disk => {
  const at = `${image}.mounted`
  mkdirSync(at, { recursive: true })
  // With direct I/O the file holds what the file system has written, and nothing waits in a cache in between.
  const device = run('losetup', '--direct-io=on', '--show', '--find', image)
  try {
    run('mount', '-t', 'ext4', device, at)
  } finally {
    // While it is mounted this only marks the device to go with the last unmount, even after a crash of the rig.
    run('losetup', '--detach', device)
  }
  const unmount = onLeave(() => unmountSoon(at))
  const writesSoFar = (): string =>
    readFileSync(`/sys/block/${basename(device)}/stat`, 'utf8')
      .trim()
      .split(/\s+/)
      .slice(4, 7)
      .join(' ')

  const cutTo = (copy: string): void => {
    for (let tries = 0; tries < 10; tries += 1) {
      const before = writesSoFar()
      run('cp', '--sparse=always', '--reflink=never', image, copy)
      // A write of the kernel's own during the copy would make a state that no disk was ever in.
      if (writesSoFar() === before) return
    }
    throw new Error('the disk did not come to rest, so no cut could be taken')
  }
  return { at, unmount, cutTo }
}

/** A new, empty file system; root gets no reserve, so a full disk is full for the rig too. */
export const makeImage = (image: string, megabytes: number): void => {
  rmSync(image, { force: true })
  run('truncate', '--size', `${megabytes}M`, image)
  run('mkfs.ext4', '-q', '-F', '-m', '0', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image)
}

/** Clears away what a rig that was itself killed has left under the temporary folder. */
export const sweepDeadRigs = (temporary: string, prefix: string): void => {
  for (const name of readdirSync(temporary)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0
    if (!pid || existsSync(`/proc/${pid}`)) continue
    const folder = join(temporary, name)
    const mounts = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[1] ?? '')
    for (const at of new Set(mounts)) if (at.startsWith(`${folder}/`)) unmountSoon(at)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Null, or in a sentence why this machine can't mount a file. */
export const loopTrouble = (folder: string): string | null => {
  if (process.getuid?.() !== 0) return 'only root may mount a file system'
  const image = join(folder, 'probe.img')
  try {
    makeImage(image, 8)
    mountImage(image).unmount()
    return null
  } catch (error) {
    return `this machine can't mount a file: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`
  } finally {
    rmSync(image, { force: true })
  }
}
