// Chunks of the last three builds stay where an open tab asks for them; older ones go.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { keepAssets } from '../../src/commands/keep-assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'journal-assets-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('keeps the assets of three builds and no more', () => {
  const app = join(folder, 'app')
  const assets = join(app, 'assets')
  const build = (...files: string[]): string[] => {
    const putBack = keepAssets(app, join(folder, 'kept'))
    // A build empties its folder first.
    rmSync(app, { recursive: true, force: true })
    mkdirSync(assets, { recursive: true })
    for (const file of files) writeFileSync(join(assets, file), file)
    putBack()
    return readdirSync(assets).sort()
  }
  expect(build('a-1.js', 'font.woff2')).toEqual(['a-1.js', 'font.woff2'])
  expect(build('a-2.js', 'font.woff2')).toEqual(['a-1.js', 'a-2.js', 'font.woff2'])
  expect(build('a-3.js')).toEqual(['a-1.js', 'a-2.js', 'a-3.js', 'font.woff2'])
  expect(build('a-4.js')).toEqual(['a-2.js', 'a-3.js', 'a-4.js', 'font.woff2'])
  expect(build('a-5.js')).toEqual(['a-3.js', 'a-4.js', 'a-5.js'])
  expect(build('a-5.js')).toEqual(['a-3.js', 'a-4.js', 'a-5.js'])
  expect(readFileSync(join(assets, 'a-3.js'), 'utf8')).toBe('a-3.js')
})
