// Starts one PostgreSQL for the whole test run from the system's binaries, on loopback, and ends it afterwards.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from './free-port.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** '' where the system has no PostgreSQL. */
    postgresUrl: string
  }
}

const findBinaries = (): string | null => {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  )
}

/** PostgreSQL refuses to run as root, so it runs as nobody then. */
const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

const startPostgres = async (binaries: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-postgres-'))
  if (unprivileged.uid) chownSync(folder, unprivileged.uid, unprivileged.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'test', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...unprivileged, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const server = spawn(
    join(binaries, 'postgres'),
    // Nothing here cuts the power of this server: it need not wait for the disk.
    [
      ...['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder],
      ...['-c', 'max_connections=200', '-c', 'fsync=off'],
    ],
    { ...unprivileged, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let told = ''
  await new Promise<void>((resolve, reject) => {
    server.on('exit', () => reject(new Error(`postgres ended: ${told}`)))
    server.stderr?.on('data', (chunk) => {
      told += chunk
      if (told.includes('ready to accept connections')) resolve()
    })
  })
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://test@127.0.0.1:${port}/postgres`, stop }
}

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const binaries = findBinaries()
  if (binaries === null) {
    console.log(
      'PostgreSQL is not installed, so its half of the hub tests is skipped: apt-get install postgresql',
    )
    project.provide('postgresUrl', '')
    return async () => {}
  }
  const { url, stop } = await startPostgres(binaries)
  project.provide('postgresUrl', url)
  return stop
}
