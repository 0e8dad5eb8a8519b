// Runs a program in the foreground and tells how it ended.
import { type SpawnOptions, spawn } from 'node:child_process'

export interface Ended {
  code: number
  /** It was killed when its `timeout` was over: its code says nothing. */
  timedOut: boolean
  output: string
}

/** `quiet` keeps the output for the caller instead of showing it. */
export const runChild = (
  command: string,
  args: readonly string[],
  options: SpawnOptions & { quiet?: boolean } = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const { quiet, ...rest } = options
    const child = spawn(command, args, { stdio: quiet ? 'pipe' : 'inherit', ...rest })
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, timedOut: child.killed, output }))
  })

export const bin = (name: string): string => `node_modules/.bin/${name}`
