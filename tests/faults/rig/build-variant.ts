// A build beside the shipped one: with other words of the source, or with another build id. Made in a cache at test time.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { bin, runChild } from '../../../src/commands/child.ts'
import type { Mutant } from '../../mutants/mutant.ts'

/** The hub's main file; the app lies in a folder beside its folder. */
export interface Build {
  name: string
  main: string
  app: string
}

export type Edit = Pick<Mutant, 'file' | 'find' | 'replace'>

export interface Variant {
  outDir: string
  edits: readonly Edit[]
  appBuild?: string
}

export const shipped: Build = { name: 'shipped', main: 'dist/hub/main.js', app: 'dist/app' }

const viteBuild = async (variant: Variant, mode: 'production' | 'hub'): Promise<void> => {
  const args = ['build', '--config', 'tests/faults/rig/variant.config.ts', '--mode', mode]
  const env = { ...process.env, FAULTS_VARIANT: JSON.stringify(variant) }
  const { code, output } = await runChild(bin('vite'), args, { quiet: true, env })
  if (code !== 0) throw new Error(`the variant was not built: ${output.split('error during build:').at(-1)}`)
}

const ofHub = (edit: Edit): boolean => edit.file.startsWith('src/hub/')

/** Builds what the edits touch and copies the other half. Throws when an edit no longer fits the source. */
export const buildVariant = async (
  name: string,
  edits: readonly Edit[],
  appBuild?: string,
): Promise<Build> => {
  const folder = resolve('.cache/faults', name)
  const build = { name, main: `${folder}/hub/main.js`, app: `${folder}/app` }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const [hubEdits, appEdits] = [edits.filter(ofHub), edits.filter((edit) => !ofHub(edit))]
  const newId = appBuild === undefined ? {} : { appBuild }
  if (appEdits.length === 0 && appBuild === undefined) cpSync(shipped.app, build.app, { recursive: true })
  else await viteBuild({ outDir: build.app, edits: appEdits, ...newId }, 'production')
  if (hubEdits.length === 0) cpSync('dist/hub', `${folder}/hub`, { recursive: true })
  else await viteBuild({ outDir: `${folder}/hub`, edits: hubEdits }, 'hub')
  return build
}

/** The same build in another folder, for a rig that changes what is served. */
export const copyBuild = (build: Build, name: string): Build => {
  const folder = resolve('.cache/faults', name)
  rmSync(folder, { recursive: true, force: true })
  cpSync(build.app, `${folder}/app`, { recursive: true })
  cpSync(dirname(build.main), `${folder}/hub`, { recursive: true })
  return { name, main: `${folder}/hub/main.js`, app: `${folder}/app` }
}
