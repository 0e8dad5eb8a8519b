// The hub as a process of its own: what its commands may do while it serves, and after it has been killed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const main = ['--import', 'tsx', 'src/hub/main.ts']
let dataDir = ''
let serving: ChildProcess | null = null
const env = () => ({ ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'info' })
const run = (...args: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, [...main, ...args], { env: env(), encoding: 'utf8' })
  return { status, stdout }
}
const serve = () =>
  new Promise<void>((resolve, reject) => {
    serving = spawn(process.execPath, [...main, 'serve'], {
      env: env(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    serving.once('exit', (code) => reject(new Error(`the hub ended with ${code}`)))
    serving.stdout?.on('data', (text) => {
      if (String(text).includes('listening')) resolve()
    })
  })
const end = async (signal: NodeJS.Signals) => {
  const ended = new Promise((resolve) => serving?.once('exit', resolve))
  if (serving?.kill(signal)) await ended
  serving = null
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'journal-commands-'))
})
afterEach(async () => {
  if (serving) await end('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

it('copies while the hub serves, restores only when it does not, and one hub serves a folder', async () => {
  await serve()
  const backup = join(dataDir, 'copy.sqlite')
  expect(run('backup', backup)).toMatchObject({ status: 0, stdout: expect.stringContaining('Копия сделана') })
  expect(run('restore', backup)).toEqual({
    status: 1,
    stdout: 'Ничего не изменено: сервер журнала работает с этими данными. Остановите его и повторите.\n',
  })
  expect(run('serve')).toMatchObject({ status: 1, stdout: expect.stringContaining('уже работает с папкой') })

  // A killed hub leaves no lock behind.
  await end('SIGKILL')
  expect(run('restore', backup)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Восстановлено'),
  })
  expect(readdirSync(dataDir).filter((name) => name.startsWith('hub-before-restore'))).toHaveLength(1)
  await serve()
  // Nobody else on the machine reads the school's names.
  for (const name of ['hub.sqlite', 'hub.sqlite-wal']) {
    expect(statSync(join(dataDir, name)).mode & 0o077).toBe(0)
  }
  await end('SIGTERM')
  expect(existsSync(join(dataDir, 'hub.sqlite-wal'))).toBe(false)
})
