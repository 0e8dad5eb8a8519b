// What the hub is told from outside: environment variables, and where it finds the built app.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DatabasePlace, placeOf } from './database/open-database.ts'

export interface Settings {
  port: number
  host: string
  aisPort: number
  dataDir: string
  database: DatabasePlace
  assets: string | null
}

const portFrom = (text: string | undefined, otherwise: number): number => {
  if (text === undefined || text === '') return otherwise
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: ${text}`)
  return port
}

/** Throws on a port that is none. The app is looked for beside the hub's own build. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const dataDir = env.DATA_DIR || '.data'
  const built = join(dirname(fileURLToPath(import.meta.url)), '../app')
  return {
    port: portFrom(env.PORT, 8080),
    host: env.HOST || '127.0.0.1',
    aisPort: portFrom(env.AIS_PORT, 8081),
    dataDir,
    database: placeOf(dataDir, env.DATABASE_URL),
    assets: existsSync(join(built, 'index.html')) ? built : null,
  }
}
