// An import upward between the floors fails the build: the compiler itself is asked, on a copy with the breach planted.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'journal-house-'))
  cpSync('src', join(copy, 'src'), { recursive: true })
  cpSync('tsconfig.json', join(copy, 'tsconfig.json'))
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const build = (room: string): { ok: boolean; said: string } => {
  const tsc = resolve('node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-b', `src/${room}`], {
    cwd: copy,
    encoding: 'utf8',
  })
  return { ok: status === 0, said: stdout }
}

/** Plants one line in a room, builds the room, and takes the line away. */
const buildWith = (room: string, line: string): { ok: boolean; said: string } => {
  const file = join(copy, 'src', room, 'planted.ts')
  writeFileSync(file, `${line}\n`)
  try {
    return build(room)
  } finally {
    rmSync(file)
  }
}

describe('the plan of the rooms', { timeout: 180_000 }, () => {
  it('is asked of the compiler before anything is built', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(scripts.build).toMatch(/^tsc -b && /)
  })

  it('lets an arrow downward pass', () => {
    const line = "import { toInstant } from '../domain/time.ts'\nexport const planted = toInstant(0)"
    expect(buildWith('store', line)).toEqual({ ok: true, said: '' })
  })

  it.each([
    ['domain', '../store/draft.ts', 'saveDraft'],
    ['contract', '../store/draft.ts', 'saveDraft'],
    ['connectors', '../contract/hub-client.ts', 'createHubClient'],
    ['store', '../sync/retry.ts', 'createRetry'],
    ['sync', '../hub/audit.ts', 'writeAudit'],
    ['hub', '../store/draft.ts', 'saveDraft'],
    ['hub', '../demo/welcome.ts', 'welcome'],
    ['app', '../hub/audit.ts', 'writeAudit'],
    ['app', '../demo/welcome.ts', 'welcome'],
    ['ui', '../domain/time.ts', 'toInstant'],
  ])('does not let %s import %s', (room, path, name) => {
    const { ok, said } = buildWith(room, `import { ${name} } from '${path}'\nexport const planted = ${name}`)
    expect(ok).toBe(false)
    // Its own words for a file that no reference of the room leads to.
    expect(said).toMatch(/error TS6(059|307)/)
  })

  it.each([
    ['domain', 'document.title'],
    ['contract', 'process.env'],
    ['connectors', 'fetch("/")'],
    ['hub', 'document.title'],
  ])('gives %s nothing of a world it does not run in: %s', (room, use) => {
    const { ok, said } = buildWith(room, `export const planted = ${use}`)
    expect(ok).toBe(false)
    expect(said).toContain('planted.ts')
  })
})
