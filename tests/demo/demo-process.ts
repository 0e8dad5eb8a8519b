// `hub serve --demo` and the hub's other commands as processes of their own, under a clock that begins when it is told to.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
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
const browserAt = (url: string) => {
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
  return { send, client: createHubClient(send) }
}

/** Signs in over HTTP, as the app does; `signedIn` may be a refusal. */
export const personAt = async (url: string, login: string, password: string) => {
  const { send, client } = browserAt(url)
  const device = `tablet-${login}`
  const signedIn = await client.signIn({ login, password, device })
  const view = async () => {
    const now = await client.transfer()
    if (now.kind !== 'ok') throw new Error(now.kind)
    return now.value
  }
  /** What the person does: opens АИС, presses its one button, comes back; then the run goes to its end. */
  const transfer = async () => {
    const page = new URL((await view()).sessionPage)
    const form = new URLSearchParams(page.search)
    const pressed = await fetch(new URL('/session', page), { method: 'POST', body: form, redirect: 'manual' })
    const back = new URL(pressed.headers.get('location') ?? '')
    await send({ method: 'GET', path: back.pathname + back.search, body: null, timeoutMs: 5000 })
    for (let tries = 0; tries < 100 && (await view()).running; tries += 1) await setTimeout(100)
    return view()
  }
  return { ...{ client, device, signedIn, view, transfer } }
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
    signIn: (login: string, password: string) => personAt(url, login, password),
    stop: async (): Promise<void> => {
      hub.kill('SIGTERM')
      await ended
    },
  }
}
