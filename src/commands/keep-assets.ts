// A tab that is still open asks for chunks of the build it was loaded from: those of three builds stay on the server.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const builds = 3
const list = 'builds.json'

const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

/** Asset names by build, the newest first. */
const readBuilds = (app: string): string[][] =>
  existsSync(join(app, list)) ? (JSON.parse(readFileSync(join(app, list), 'utf8')) as string[][]) : []

/**
 * Call it before a build, which empties the folder; the function it returns puts the older builds' assets back
 * afterwards. Names carry their content's hash, so a name that is there again is the same file.
 */
export const keepAssets = (app: string, keptIn: string): (() => void) => {
  const assets = join(app, 'assets')
  const known = readBuilds(app)
  const before = known.length > 0 ? known : [filesIn(assets)]
  rmSync(keptIn, { recursive: true, force: true })
  mkdirSync(keptIn, { recursive: true })
  for (const file of filesIn(assets)) copyFileSync(join(assets, file), join(keptIn, file))
  return () => {
    const now = filesIn(assets).sort()
    // The same build made once more is the same build, and pushes none out.
    const others = before.filter((files) => files.length > 0 && String(files) !== String(now))
    const kept = [now, ...others].slice(0, builds)
    const wanted = new Set(kept.flat())
    for (const file of filesIn(keptIn)) {
      if (wanted.has(file) && !now.includes(file)) copyFileSync(join(keptIn, file), join(assets, file))
    }
    writeFileSync(join(app, list), JSON.stringify(kept))
    rmSync(keptIn, { recursive: true, force: true })
  }
}
