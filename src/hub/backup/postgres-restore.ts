// A dump in the place of a PostgreSQL database: restored under another name, then the two names change places.
import { closeSync, openSync, readSync } from 'node:fs'
import pg from 'pg'
import { connectionOf, findTool, readDump, runTool, withDatabase } from './postgres-tools.ts'
import { type RestoreRefusal, refusalFor, type Staged, type SwapOutcome } from './restore-outcome.ts'

const isDump = (file: string): boolean => {
  const head = Buffer.alloc(5)
  const handle = openSync(file, 'r')
  readSync(handle, head)
  closeSync(handle)
  return head.toString('latin1') === 'PGDMP'
}

const judge = async (tool: string, file: string): Promise<RestoreRefusal | null> => {
  if (!isDump(file)) return { kind: 'foreign' }
  const contents = await readDump(tool, file)
  if (typeof contents === 'string') return { kind: 'damaged', detail: contents }
  return refusalFor(Object.keys(contents.counts), contents.migrations)
}

/** A connection to the server, but not to the database whose name is about to change. */
const besides = async <T>(url: string, name: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const other = withDatabase(url, name === 'postgres' ? 'template1' : 'postgres')
  const client = new pg.Client({ connectionString: other })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const isKnown = async (client: pg.Client, name: string): Promise<boolean> =>
  (await client.query('select 1 from pg_database where datname = $1', [name])).rows.length > 0

const isOpen = async (client: pg.Client, name: string): Promise<boolean> =>
  (
    await client.query(
      "select 1 from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
      [name],
    )
  ).rows.length > 0

/** Both names change in one transaction. The server refuses while anybody is connected. */
const swap = async (client: pg.Client, name: string, made: string, kept: string): Promise<SwapOutcome> => {
  const id = client.escapeIdentifier
  const replaces = await isKnown(client, name)
  try {
    await client.query('begin')
    if (replaces) await client.query(`alter database ${id(name)} rename to ${id(kept)}`)
    await client.query(`alter database ${id(made)} rename to ${id(name)}`)
    await client.query('commit')
    return { kind: 'swapped', kept: replaces ? kept : null }
  } catch (error) {
    await client.query('rollback')
    if ((error as { code?: string }).code === '55006') return { kind: 'serving' }
    throw error
  }
}

/** The role must be allowed to create databases. */
export const stagePostgres = async (
  url: string,
  backup: string,
  stamp: string,
): Promise<Staged | RestoreRefusal> => {
  const tool = findTool('pg_restore')
  if (tool === null) return { kind: 'toolMissing', tool: 'pg_restore' }
  const refusal = await judge(tool, backup)
  if (refusal !== null) return refusal
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const suffix = stamp.replaceAll('-', '').toLowerCase()
  const made = `${name.slice(0, 30)}_restoring_${suffix}`
  const kept = `${name.slice(0, 30)}_before_${suffix}`
  const opened = await besides(url, name, async (client) => {
    if (await isOpen(client, name)) return true
    await client.query(`create database ${client.escapeIdentifier(made)} template template0`)
    return false
  })
  if (opened) return { kind: 'serving' }
  const discard = async (): Promise<void> => {
    await besides(url, name, (client) =>
      client.query(`drop database if exists ${client.escapeIdentifier(made)}`),
    )
  }
  const { argument, env } = connectionOf(withDatabase(url, made))
  const args = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', argument, backup]
  const complaint = await runTool(tool, args, env)
  if (complaint !== null) {
    await discard()
    return { kind: 'damaged', detail: complaint }
  }
  return {
    kind: 'staged',
    place: { kind: 'postgres', url: withDatabase(url, made) },
    swapIn: () => besides(url, name, (client) => swap(client, name, made, kept)),
    discard,
  }
}
