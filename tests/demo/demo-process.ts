// `hub serve --demo` and the hub's other commands as processes of their own, under a clock that begins when it is told to.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHubClient, type HubFetch } from '../../src/contract/hub-client.ts'
import { clockAhead } from '../e2e/school-clock.ts'

/** `at` is an instant; from there the clock goes on. */
const hubAt = (at: string, ...args: string[]): string[] => {
  const clock = encodeURIComponent(clockAhead(Date.parse(at) - Date.now()))
  return ['--import', `data:text/javascript,${clock}`, '--import', 'tsx', 'src/hub/main.ts', ...args]
}
const envOf = (dataDir: string) => ({
  ...process.env,
  ...{ DATA_DIR: dataDir, DATABASE_URL: '', PORT: '0', AIS_PORT: '0' },
})

/** Runs one command to its end. */
export const runHub = (dataDir: string, at: string, args: readonly string[], input = '') => {
  const { status, stdout } = spawnSync(process.execPath, hubAt(at, ...args), {
    ...{ env: envOf(dataDir), encoding: 'utf8', input },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  return { status, stdout }
}

/** A browser of its own: it keeps the cookie. */
const clientOf = (url: string) => {
  let cookie = ''
  const send: HubFetch = async ({ method, path, body }) => {
    const headers = { cookie, ...(body === null ? {} : { 'content-type': 'application/json' }) }
    const response = await fetch(`${url}${path}`, { method, headers, body })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      retryAfter: null,
      text: await response.text(),
    }
  }
  return createHubClient(send)
}

/** Ready once it has said everything; `said` is what stood on the console by then. */
export const serveDemo = async (dataDir: string, at: string) => {
  const hub: ChildProcess = spawn(process.execPath, hubAt(at, 'serve', '--demo'), {
    env: envOf(dataDir),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => hub.once('exit', resolve))
  const said = await new Promise<string>((resolve, reject) => {
    let text = ''
    void ended.then((code) => reject(new Error(`the hub ended with ${code}: ${text}`)))
    hub.stdout?.on('data', (chunk) => {
      text += chunk
      if (text.includes('Ctrl+C')) resolve(text)
    })
  })
  const url = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? ''
  return {
    said,
    signIn: async (login: string, password: string) => {
      const client = clientOf(url)
      return { client, outcome: await client.signIn({ login, password, device: `tablet-${login}` }) }
    },
    stop: async (): Promise<void> => {
      hub.kill('SIGTERM')
      await ended
    },
  }
}
