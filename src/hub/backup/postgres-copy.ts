// A consistent dump of a living PostgreSQL database by the system's pg_dump, read through before anybody relies on it.
import type { Database } from '../database/tables.ts'
import { type CopyOutcome, countRows, countsFit } from './copy-check.ts'
import { connectionOf, findTool, readDump, runTool } from './postgres-tools.ts'

/** Throws when the server can't be reached. */
export const copyPostgres = async (db: Database, url: string, copy: string): Promise<CopyOutcome> => {
  const [dump, restore] = [findTool('pg_dump'), findTool('pg_restore')]
  if (dump === null || restore === null) return { kind: 'toolMissing', tool: 'pg_dump' }
  const before = await countRows(db)
  if (before === null) return { kind: 'noDatabase' }
  const { argument, env } = connectionOf(url)
  const args = ['--format=custom', '--no-owner', '--no-privileges', `--file=${copy}`, argument]
  const complaint = await runTool(dump, args, env)
  if (complaint !== null) return { kind: 'unsound', detail: complaint }
  const after = (await countRows(db)) ?? {}
  const contents = await readDump(restore, copy)
  if (typeof contents === 'string') return { kind: 'unsound', detail: contents }
  return countsFit(before, contents.counts, after)
    ? { kind: 'copied', entries: contents.counts.entry ?? 0 }
    : { kind: 'unsound', detail: 'row counts differ' }
}
