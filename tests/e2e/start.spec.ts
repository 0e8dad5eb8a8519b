// What `npm start` does, twice in one folder: it says where to go and whom to be, serves, and keeps what was recorded.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { v7 } from 'uuid'
import { demoPassword } from '../../src/demo/prepare-school.ts'
import { demoPeople } from '../../src/demo/school/made-up-school.ts'
import { lessonsOn, pupilsOf } from '../../src/domain/lesson.ts'
import { toInstant } from '../../src/domain/time.ts'
import { personAt } from '../demo/demo-process.ts'
import { makeEntry } from '../domain/entries.ts'
import { freePort } from '../free-port.ts'
import { pushOf } from '../hub/pushes.ts'
import { clockScript, schoolNow } from './school-clock.ts'
import { test } from './school-test.ts'

const command = 'tsx src/commands/start.ts'
const schoolDay = '2026-11-24'

/** The command as `npm start` runs it, on the stories' school day. Ready when it has said its last line. */
const start = async (settings: Record<string, string>) => {
  const began = performance.now()
  // By the environment: the command hands it on to the hub that it starts.
  const clock = `--import data:text/javascript,${encodeURIComponent(clockScript)}`
  const [, file = ''] = command.split(' ')
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', file], {
    env: { ...process.env, DATABASE_URL: '', HOST: '', ...settings, NODE_OPTIONS: clock },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const said = await new Promise<string>((resolve, reject) => {
    let text = ''
    // Long enough for any build; what never gets ready must not stay behind.
    const patience = setTimeout(() => child.kill('SIGINT'), 120_000)
    void ended.then((code) => reject(new Error(`the command ended with ${code}: ${text}`)))
    child.stdout?.on('data', (chunk) => {
      text += chunk
      if (!text.includes('Ctrl+C')) return
      clearTimeout(patience)
      resolve(text)
    })
  })
  const seconds = (performance.now() - began) / 1000
  const stop = async (): Promise<number | null> => {
    child.kill('SIGINT')
    return ended
  }
  return { said, seconds, stop }
}

test('npm start serves the made-up school, and a second one has what was recorded in the first', async () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  expect(scripts.start).toBe(command)
  const dataDir = mkdtempSync(join(tmpdir(), 'journal-start-'))
  const settings = { DATA_DIR: dataDir, PORT: String(await freePort()), AIS_PORT: String(await freePort()) }
  const url = `http://localhost:${settings.PORT}`
  const aisUrl = `http://127.0.0.1:${settings.AIS_PORT}`
  const open: Awaited<ReturnType<typeof start>>[] = []
  const begin = async () => {
    const started = await start(settings)
    open.push(started)
    return started
  }
  try {
    const first = await begin()
    expect(first.said.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(12)
    for (const words of [url, `${aisUrl}/journal`, `'{"down":true}'`, `At the school it is ${schoolDay}`]) {
      expect(first.said).toContain(words)
    }
    for (const { login, name } of demoPeople) expect(first.said).toMatch(new RegExp(`${login} .*${name}`))
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await (await fetch(url)).text()).toContain('<title>')

    const outage = async (down: boolean): Promise<void> => {
      const headers = { 'content-type': 'application/json' }
      await fetch(`${url}/__stand-in/outage`, { method: 'POST', headers, body: JSON.stringify({ down }) })
    }
    await outage(true)
    await expect(fetch(`${aisUrl}/journal`)).rejects.toThrow()
    await outage(false)
    expect((await fetch(`${aisUrl}/journal`)).status).toBe(200)

    const { client, device, signedIn, view } = await personAt(url, 'ryabinina', demoPassword)
    const answer = await client.reference()
    if (signedIn.kind !== 'ok' || answer.kind !== 'ok') throw new Error('nobody signed in')
    const { person } = signedIn.value
    const lists = answer.value.reference
    const now = toInstant(schoolNow())
    const begun = lessonsOn(lists, schoolDay).find((one) => one.teacher === person && one.begins < now)
    const pupils = begun ? [...pupilsOf(lists, begun)].slice(0, 3) : []
    const entries = pupils.map((pupil, at) => ({
      ...makeEntry({ id: v7(), seq: at + 1 }),
      ...{ log: { device, person, epoch: 1 }, recordedAt: now },
      cell: { kind: 'attendance' as const, lesson: begun?.id ?? '', pupil },
    }))
    await client.push(pushOf(entries))
    expect((await view()).waiting).toBe(3)
    expect(await first.stop()).toBe(0)

    const second = await begin()
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const again = await personAt(url, 'ryabinina', demoPassword)
    const pulled = await again.client.pull(0, '')
    expect(pulled.kind === 'ok' && pulled.value.cells).toHaveLength(3)
    expect((await again.view()).waiting).toBe(3)
    expect(await second.stop()).toBe(0)
    console.log(open.map(({ seconds }) => `npm start was ready in ${seconds.toFixed(1)} s`).join('\n'))
  } finally {
    for (const one of open) await one.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
