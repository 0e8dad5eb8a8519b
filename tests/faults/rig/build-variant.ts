// A build beside the shipped one: one whose defences can be switched off one at a time, or one of another build id. Made
// at test time and kept by the content of all that it is made of.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { sources } from '../../../src/commands/build.ts'
import { bin, runChild } from '../../../src/commands/child.ts'
import type { Mutant } from '../../mutants/mutant.ts'

/** The hub's main file; the app lies in a folder beside its folder. */
export interface Build {
  name: string
  main: string
  app: string
}

/** In `replace` stands `defenceIsOff`: false unless the run was asked for without this defence. */
export type Edit = Pick<Mutant, 'file' | 'find' | 'replace'>

/** An edit, and the name by which it is asked for. */
export interface Switch extends Edit {
  defence: string
}

export interface Variant {
  outDir: string
  switches: readonly Switch[]
  appBuild?: string
}

export const shipped: Build = { name: 'shipped', main: 'dist/hub/main.js', app: 'dist/app' }
const cache = resolve('.cache/faults')

const filesUnder = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesUnder(join(path, name)))
    : [path]

const contentHash = (more: unknown): string => {
  const hash = createHash('sha256').update(JSON.stringify(more))
  for (const file of [...sources, 'tests/faults/rig/variant.config.ts'].flatMap(filesUnder)) {
    hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

const viteBuild = async (variant: Variant, mode: 'production' | 'hub'): Promise<void> => {
  const args = ['build', '--config', 'tests/faults/rig/variant.config.ts', '--mode', mode]
  const env = { ...process.env, FAULTS_VARIANT: JSON.stringify(variant) }
  const { code, output } = await runChild(bin('vite'), args, { quiet: true, env })
  if (code !== 0) throw new Error(`the variant was not built: ${output.split('error during build:').at(-1)}`)
}

const ofHub = (edit: Edit): boolean => edit.file.startsWith('src/hub/')

/** Builds what the switches touch and copies the other half. Throws when an edit no longer fits the source. */
export const buildVariant = async (
  name: string,
  { switches = [], appBuild }: Partial<Pick<Variant, 'switches' | 'appBuild'>>,
): Promise<Build> => {
  const folder = join(cache, `${name}-${contentHash({ switches, appBuild })}`)
  const build = { name, main: `${folder}/hub/main.js`, app: `${folder}/app` }
  if (existsSync(folder)) return build
  mkdirSync(cache, { recursive: true })
  for (const old of readdirSync(cache).filter((one) => one.startsWith(`${name}-`))) {
    rmSync(join(cache, old), { recursive: true, force: true })
  }
  const half = join(cache, `${name}-unfinished`)
  const [hubSwitches, appSwitches] = [switches.filter(ofHub), switches.filter((edit) => !ofHub(edit))]
  const newId = appBuild === undefined ? {} : { appBuild }
  if (appSwitches.length === 0 && appBuild === undefined)
    cpSync(shipped.app, `${half}/app`, { recursive: true })
  else await viteBuild({ outDir: `${half}/app`, switches: appSwitches, ...newId }, 'production')
  if (hubSwitches.length === 0) cpSync('dist/hub', `${half}/hub`, { recursive: true })
  else await viteBuild({ outDir: `${half}/hub`, switches: hubSwitches }, 'hub')
  renameSync(half, folder)
  return build
}

/** The same build in another folder, for a rig that changes what is served. */
export const copyBuild = (build: Build, name: string): Build => {
  const folder = join(cache, name)
  rmSync(folder, { recursive: true, force: true })
  cpSync(build.app, `${folder}/app`, { recursive: true })
  cpSync(dirname(build.main), `${folder}/hub`, { recursive: true })
  return { name, main: `${folder}/hub/main.js`, app: `${folder}/app` }
}
