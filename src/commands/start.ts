// `npm start`: builds what is stale, then runs the hub with the made-up school until it is told to stop.
import { spawn } from 'node:child_process'
import { buildStale } from './build.ts'

await buildStale()
const hub = spawn(process.execPath, ['dist/hub/main.js', 'serve', '--demo'], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => hub.kill(signal))
hub.on('close', (code) => process.exit(code ?? 1))
