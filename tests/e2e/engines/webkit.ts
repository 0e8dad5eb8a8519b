// WebKitGTK's own small browser in a screen that nobody sees, on a home folder that outlives its process.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../free-port.ts'
import { type Engine, waitFor } from './engine.ts'
import { inspect } from './inspector.ts'

const findBinary = (): string | undefined => {
  const libraries = '/usr/lib/x86_64-linux-gnu'
  const folders = existsSync(libraries) ? readdirSync(libraries) : []
  return folders
    .filter((name) => name.startsWith('webkit2gtk-'))
    .map((name) => join(libraries, name, 'MiniBrowser'))
    .find(existsSync)
}

const startScreen = async (): Promise<{ process: ChildProcess; display: string }> => {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    screen.once('error', reject)
    screen.stdout?.once('data', (text) => resolve(String(text).trim()))
  })
  return { process: screen, display: `:${number}` }
}

export const createWebKit = (): Engine => {
  const binary = findBinary()
  const home = mkdtempSync(join(tmpdir(), 'journal-webkit-'))
  let screen: Awaited<ReturnType<typeof startScreen>> | null = null
  let child: ChildProcess | null = null
  let inspector: Awaited<ReturnType<typeof inspect>> | null = null

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    inspector?.close()
    const ending = child
    child = null
    if (!ending?.pid || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    // Its pages and its network live in processes of their own.
    process.kill(-ending.pid, signal)
    await ended
  }
  return {
    name: 'WebKitGTK',
    missing: binary && existsSync('/usr/bin/Xvfb') ? null : 'apt-get install webkit2gtk-driver xvfb',
    open: async () => {
      screen ??= await startScreen()
      const address = `127.0.0.1:${await freePort()}`
      child = spawn(binary ?? '', ['--enable-developer-extras=true', 'about:blank'], {
        stdio: 'ignore',
        detached: true,
        env: {
          ...process.env,
          DISPLAY: screen.display,
          HOME: home,
          LANG: 'C.UTF-8',
          WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
          WEBKIT_DISABLE_COMPOSITING_MODE: '1',
          WEBKIT_INSPECTOR_HTTP_SERVER: address,
        },
      })
      inspector = await inspect(address)
      const { evaluate } = inspector
      return {
        evaluate,
        goto: async (url) => {
          await evaluate(`void (window.location.href = ${JSON.stringify(url)})`)
          await waitFor(`${url} to load`, () =>
            evaluate<boolean>(
              `location.href.startsWith(${JSON.stringify(url)}) && document.readyState === 'complete'`,
            ),
          )
        },
      }
    },
    quit: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGKILL')
      screen?.process.kill()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
