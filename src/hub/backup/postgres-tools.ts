// PostgreSQL's own programs: where they are, how they are run, and what a dump of theirs holds.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TableCounts } from './copy-check.ts'

type Tool = 'pg_dump' | 'pg_restore'

const debian = '/usr/lib/postgresql'

/** The newest of the system: an older pg_dump refuses a newer server. Null where there is none. */
export const findTool = (tool: Tool): string | null => {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return folders.map((folder) => join(folder, tool)).find(existsSync) ?? null
}

/** Another database of the same server. */
export const withDatabase = (url: string, name: string): string => {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(name)}`
  return address.href
}

/** The address as an argument, and its password where `ps` shows it to nobody. */
export const connectionOf = (url: string): { argument: string; env: NodeJS.ProcessEnv } => {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  return {
    argument: `--dbname=${address.href}`,
    env: password === '' ? process.env : { ...process.env, PGPASSWORD: password },
  }
}

/** Runs a program to its end, a line of its output at a time. Returns its complaint, or null when all went well. */
export const runTool = (
  path: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  onLine: (line: string) => void = () => {},
): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(path, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    child.stderr.on('data', (text) => {
      told += text
    })
    createInterface({ input: child.stdout }).on('line', onLine)
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? null : told.trim() || `${path} ended with ${code}`))
  })

export interface DumpContents {
  counts: TableCounts
  /** Names of the migrations that had made the tables. */
  migrations: string[]
}

/** Reads a dump through to its end, rows and all; a string says why it can't be read. */
export const readDump = async (tool: string, file: string): Promise<DumpContents | string> => {
  const contents: DumpContents = { counts: {}, migrations: [] }
  let table: string | null = null
  const complaint = await runTool(tool, ['--data-only', '--file=-', file], process.env, (line) => {
    if (table === null) {
      table = /^COPY (?:\w+\.)?(\w+) .*FROM stdin;$/.exec(line)?.[1] ?? null
      if (table !== null) contents.counts[table] = 0
    } else if (line === '\\.') {
      table = null
    } else {
      contents.counts[table] = (contents.counts[table] ?? 0) + 1
      if (table === 'kysely_migration') contents.migrations.push(line.split('\t')[0] ?? '')
    }
  })
  return complaint ?? contents
}
