// A build beside the shipped one: with other words of the source, or with another build id. Made in a cache at test time.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, type InlineConfig } from 'vite'
import type { Mutant } from '../../mutants/mutants.ts'

/** The hub's main file; the app lies in a folder beside its folder. */
export interface Build {
  name: string
  main: string
  app: string
}

export type Edit = Pick<Mutant, 'file' | 'find' | 'replace'>

export const shipped: Build = { name: 'shipped', main: 'dist/hub/main.js', app: 'dist/app' }

const viteBuild = async (outDir: string, edits: readonly Edit[], more: InlineConfig): Promise<void> => {
  const open = new Set(edits)
  const edited = {
    name: 'edits',
    enforce: 'pre' as const,
    transform: (code: string, id: string): string | null => {
      let text = code
      for (const edit of edits.filter((one) => id.endsWith(`/${one.file}`))) {
        if (text.split(edit.find).length !== 2) throw new Error(`${edit.file} has not once: ${edit.find}`)
        text = text.replace(edit.find, () => edit.replace)
        open.delete(edit)
      }
      return text === code ? null : text
    },
  }
  await build({ ...more, logLevel: 'silent', plugins: [edited], build: { outDir, emptyOutDir: true } })
  for (const edit of open) throw new Error(`${edit.file} is not part of the build`)
}

const ofHub = (edit: Edit): boolean => edit.file.startsWith('src/hub/')

/** Builds what the edits touch and copies the other half. Throws when an edit no longer fits the source. */
export const buildVariant = async (
  name: string,
  edits: readonly Edit[],
  appBuild?: string,
): Promise<Build> => {
  const folder = resolve('.cache/faults', name)
  const variant = { name, main: `${folder}/hub/main.js`, app: `${folder}/app` }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const ofApp = edits.filter((edit) => !ofHub(edit))
  if (ofApp.length === 0 && appBuild === undefined) cpSync(shipped.app, variant.app, { recursive: true })
  else {
    const define = appBuild === undefined ? {} : { define: { __APP_BUILD__: JSON.stringify(appBuild) } }
    await viteBuild(variant.app, ofApp, define)
  }
  if (edits.some(ofHub)) await viteBuild(`${folder}/hub`, edits.filter(ofHub), { mode: 'hub' })
  else cpSync('dist/hub', `${folder}/hub`, { recursive: true })
  return variant
}
