// Builds what is stale: app and hub, each when a source is newer than what was built of it.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bin, runChild } from './child.ts'

const newest = (path: string): number => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

export const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']

const isStale = (built: string): boolean => newest(built) < Math.max(...sources.map(newest))

const viteBuild = async (args: readonly string[]): Promise<void> => {
  const { code, output } = await runChild(bin('vite'), ['build', '--logLevel', 'warn', ...args], {
    quiet: true,
  })
  if (code !== 0) throw new Error(`the build failed\n${output}`)
}

/** Throws with the builder's own words when something can't be built. */
export const buildStale = async (): Promise<void> => {
  if (isStale('dist/app/sw.js')) await viteBuild([])
  if (isStale('dist/hub/main.js')) await viteBuild(['--mode', 'hub'])
}
