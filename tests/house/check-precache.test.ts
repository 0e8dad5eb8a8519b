// A build whose service worker lacks a file that the app may ask for offline fails: the builder itself is asked, on a copy
// of the project.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

let copy = ''
beforeAll(() => {
  // Within the project, so that its packages are found where they are.
  mkdirSync('.cache', { recursive: true })
  copy = mkdtempSync(resolve('.cache/precache-'))
  for (const name of [
    'src',
    'public',
    'index.html',
    'package.json',
    'tsconfig.json',
    'tests/tsconfig.json',
    'vite.config.ts',
  ]) {
    cpSync(name, join(copy, name), { recursive: true })
  }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const build = (): { ok: boolean; said: string } => {
  const vite = resolve('node_modules/vite/bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: copy,
    env,
    encoding: 'utf8',
  })
  return { ok: status === 0, said: stdout + stderr }
}

it('a build that precaches every file passes, and one that leaves a chunk out fails and names it', () => {
  const passed = build()
  expect(passed.ok, passed.said).toBe(true)
  const config = join(copy, 'vite.config.ts')
  const whole = readFileSync(config, 'utf8')
  const without = whole.replace(
    "globIgnores: ['screens/**',",
    "globIgnores: ['screens/**', 'assets/opfs-worker-*.js',",
  )
  expect(without).not.toBe(whole)
  writeFileSync(config, without)
  const { ok, said } = build()
  expect(ok).toBe(false)
  expect(said).toMatch(/not precached, so missing offline: assets\/opfs-worker-\S+\.js/)
})
