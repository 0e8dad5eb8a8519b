// A build whose service worker lacks a file that the app may ask for offline fails: the builder itself is asked, on a copy
// of the project.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'journal-precache-'))
  for (const name of ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts']) {
    cpSync(name, join(copy, name), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
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
  expect(build()).toMatchObject({ ok: true })
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
