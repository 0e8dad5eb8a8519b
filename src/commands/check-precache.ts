// Every file the app may ask for offline must be in the service worker's list, or the build is not worth shipping.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })

/** Throws and names the files that would be missing offline. */
export const checkPrecache = (folder: string): void => {
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
  const needed = filesUnder(folder)
    .map((path) => relative(folder, path))
    .filter((path) => /\.(js|css|html|woff2)$/.test(path) && path !== 'sw.js')
  const missing = needed.filter((path) => !worker.includes(`"${path}"`) && !worker.includes(`\`${path}\``))
  if (needed.length === 0) throw new Error('the build made no files')
  if (missing.length > 0) throw new Error(`not precached, so missing offline: ${missing.join(', ')}`)
}
