// Shares schedules out to processes. Each schedule is single-threaded and its own, so who plays it changes nothing.
import { fork } from 'node:child_process'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { Played, Task } from './play.ts'

/** What a page must do in plain words, a process may leave to the machine: the same hashes, the same shapes read. */
const machineParts = (root: string) => [
  {
    find: /^\.{1,2}\/(.*\/)?sha256\.ts$/,
    replacement: join(root, 'tests/simulation/twins/machine-sha256.ts'),
  },
  { find: 'zod/mini', replacement: join(root, 'tests/simulation/twins/compiled-zod.ts') },
]

/**
 * The player as one plain module, made anew each time: twice as fast as through a loader that names every closure.
 * `root` is the folder of the project, or of a copy of it. Returns the module's path.
 */
export const buildPlayer = async (root: string): Promise<string> => {
  const outDir = join(root, '.cache/simulation')
  await build({
    ...{ root, configFile: false, publicDir: false, logLevel: 'warn' },
    resolve: { alias: machineParts(root) },
    build: {
      ...{ ssr: join(root, 'tests/simulation/player.ts'), outDir, target: 'node20' },
      rollupOptions: { output: { entryFileNames: 'player.mjs' } },
    },
  })
  return join(resolve(outDir), 'player.mjs')
}

/** Hardly anything of a schedule outlives it, so a roomy nursery is emptied seldom, and one thread does it. */
const execArgv = ['--max-semi-space-size=64', '--single-threaded-gc']

/** It was still at it when its time was over. */
export class TimedOut extends Error {}

/** Rejects with the process's own words when it ends without an answer; with `TimedOut` after `timeout` milliseconds. */
export const playInProcess = (player: string, task: Task, timeout?: number): Promise<Played> =>
  new Promise((done, fail) => {
    const child = fork(player, [JSON.stringify(task)], { silent: true, timeout, execArgv })
    let said = ''
    child.stdout?.on('data', (text) => {
      said += text
    })
    child.stderr?.on('data', (text) => {
      said += text
    })
    child.once('message', (played) => done(played as Played))
    child.once('exit', (code) =>
      fail(child.killed ? new TimedOut() : new Error(`the player ended with ${code}: ${said}`)),
    )
  })

/** Each process plays its own run of seeds. */
export const playInProcesses = (player: string, task: Task, processes: number): Promise<Played[]> => {
  const share = Math.ceil(task.count / processes)
  const parts = Array.from({ length: processes }, (_, at) => ({
    ...task,
    count: Math.max(0, Math.min(share, task.count - at * share)),
    firstSeed: task.firstSeed + at * share,
  }))
  return Promise.all(parts.map((part) => playInProcess(player, part)))
}
