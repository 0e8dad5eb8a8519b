// The built hub as a process of its own, with the demo's school and stand-in; it can be killed and started again.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free-port.ts'
import { clockScript } from './school-clock.ts'

interface HubPlace {
  /** Kept by somebody else; without it the hub has a folder of its own, removed at the end. */
  dataDir?: string
  port?: number
  /** The built hub. */
  main?: string
  /** `real`: the hours of today and not of the stories' school day. */
  clock?: 'real'
  /** Beside its own settings. */
  env?: Readonly<Record<string, string>>
}

const startLimitMs = 30_000

export const createHubProcess = async (place: HubPlace = {}) => {
  const dataDir = place.dataDir ?? mkdtempSync(join(tmpdir(), 'journal-e2e-'))
  const port = place.port ?? (await freePort())
  const aisPort = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | null = null

  const start = async (): Promise<void> => {
    const own = { PORT: String(port), AIS_PORT: String(aisPort), DATA_DIR: dataDir }
    const env = { ...process.env, ...place.env, ...own }
    const clock =
      place.clock === 'real' ? [] : ['--import', `data:text/javascript,${encodeURIComponent(clockScript)}`]
    const started = spawn(process.execPath, [...clock, place.main ?? 'dist/hub/main.js', 'serve', '--demo'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    await new Promise<void>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error('the hub did not start in time')), startLimitMs)
      started.once('exit', (code) => reject(new Error(`the hub ended with ${code}`)))
      started.stdout?.on('data', (text) => {
        if (!String(text).includes('Ctrl+C')) return
        clearTimeout(patience)
        resolve()
      })
    })
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child.kill(signal)
    await ended
    child = null
  }
  const post = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  }
  return {
    ...{ url, port, start },
    pid: (): number | undefined => child?.pid,
    /** Stops it where it stands. */
    freeze: () => void child?.kill('SIGSTOP'),
    /** No shutdown, no farewell: as when the plug is pulled. */
    kill: () => end('SIGKILL'),
    outage: (down: boolean) => post('/__stand-in/outage', { down }),
    editInAis: (lesson: string, slot: string, text: string) =>
      post('/__stand-in/edit', { lesson, slot, text }),
    close: async (): Promise<void> => {
      await end('SIGTERM')
      if (place.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type HubProcess = Awaited<ReturnType<typeof createHubProcess>>
