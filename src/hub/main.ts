// The hub's command line: serve, import, password, backup, restore, upgrade. It alone knows the demo.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Hono } from 'hono'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { createStandInDoor } from '../connectors/stand-in/stand-in-door.ts'
import { demoPassword, isMadeUp, isYearOver, writeDemoLists } from '../demo/prepare-school.ts'
import { controlRoutes } from '../demo/stand-in/control-routes.ts'
import { createStandIn } from '../demo/stand-in/stand-in.ts'
import { newYearLine, welcome } from '../demo/welcome.ts'
import type { School } from '../domain/school.ts'
import { setMissingPasswords } from './accounts/accounts.ts'
import { backupCommand, notOpened, restoreCommand, upgradeLines } from './backup/backup-commands.ts'
import { backupFolder } from './backup/backup-file.ts'
import { holdFolder } from './backup/serving-lock.ts'
import { openUpgraded } from './backup/upgrade.ts'
import { createHub } from './create-hub.ts'
import { createCurrentSchool } from './database/current-school.ts'
import type { Database } from './database/tables.ts'
import { runServer } from './run-server.ts'
import { type CommandEnd, importCommand, passwordCommand } from './school-commands.ts'
import { readSettings } from './settings.ts'
import { doorFetch } from './transfer/door-fetch.ts'

const settings = readSettings(process.env)
const now = (): string => new Date().toISOString()
const newId = (): string => v7()
const newToken = (): string => randomBytes(32).toString('base64url')
const setTimer = (fn: () => void, afterMs: number): (() => void) => {
  const timer = setTimeout(fn, afterMs)
  return () => clearTimeout(timer)
}
const backups = { place: settings.database, folder: backupFolder(settings.dataDir) }
const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** The demo shows in seconds what takes minutes in a school. */
const pace = {
  demo: { probeEveryMs: 5_000, quietMs: 15_000 },
  school: { probeEveryMs: 60_000, quietMs: 600_000 },
}

/**
 * A school of one's own stays as it was imported. The made-up one comes in as a real one would, by a folder and the
 * import. Null, and told why, when that is refused.
 */
const bringSchool = async (db: Database): Promise<School | null> => {
  const current = createCurrentSchool(db)
  const stored = await current()
  if (stored === null || isYearOver(stored, now())) {
    const folder = join(settings.dataDir, 'demo-lists')
    writeDemoLists(folder, now())
    const end = await importCommand({ db, now, newId }, folder)
    tell(end)
    if (!end.ok) return null
    if (stored !== null) say(newYearLine)
  }
  const school = await current()
  if (school !== null && isMadeUp(school)) await setMissingPasswords(db, demoPassword)
  return school
}

const serveDemo = async (db: Database): Promise<void> => {
  const school = await bringSchool(db)
  if (school === null) return db.destroy()
  const standIn = createStandIn({
    file: join(settings.dataDir, 'stand-in.sqlite'),
    ...{ host: settings.host, port: settings.aisPort, now, newToken },
  })
  await standIn.up()
  const target = createStandInDoor({ baseUrl: standIn.baseUrl(), fetch: doorFetch, now })
  const log = pino({ base: null, level: process.env.LOG_LEVEL ?? 'warn' })
  const ports = {
    ...{ db, target, now, newId, newToken, setTimer, log },
    ...{ assets: settings.assets, backups },
    ...pace.demo,
  }
  const hub = createHub(ports)
  await hub.replay()
  const app = new Hono()
  app.route(
    '/',
    controlRoutes(standIn, async () => hub.watch?.look()),
  )
  app.route('/', hub.app)
  const running = await runServer(app.fetch, settings, async () => {
    await hub.close()
    await standIn.close()
  })
  stopOnSignal(running.stop)
  hub.watch?.start()
  hub.announced.start()
  hub.terms.start()
  hub.backups?.start()
  for (const line of welcome(running.port, standIn.baseUrl(), school, now())) say(line)
}

/** Without a door to АИС the entries reach the hub and wait there. */
const serveSchool = async (db: Database): Promise<void> => {
  const log = pino({ base: null, level: process.env.LOG_LEVEL ?? 'info' })
  const ports = { db, now, newId, newToken, setTimer, log, backups, target: null, assets: settings.assets }
  const hub = createHub({ ...ports, ...pace.school })
  await hub.replay()
  const running = await runServer(hub.app.fetch, settings, hub.close)
  stopOnSignal(running.stop)
  hub.announced.start()
  hub.terms.start()
  hub.backups?.start()
  log.info({ port: running.port }, 'listening')
}

const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void stop().then(() => process.exit(0))
    })
  }
}

const tell = (end: CommandEnd): void => {
  for (const line of end.lines) say(line)
  process.exitCode = end.ok ? 0 : 1
}

const hold = (): (() => void) | null =>
  settings.database.kind === 'sqlite' ? holdFolder(settings.dataDir) : () => {}

/** Null, and told why, when the data can't be opened; `holder` is asked before their tables change. */
const openData = async (holder: typeof hold): Promise<{ db: Database; copy: string | null } | null> => {
  const end = await openUpgraded(backups, { now, newId, hold: holder })
  if (end.kind === 'ready') return end
  tell({ ok: false, lines: [notOpened(end)] })
  return null
}

const withDatabase = async (
  work: (db: Database, copy: string | null) => Promise<CommandEnd>,
): Promise<void> => {
  const opened = await openData(hold)
  if (!opened) return
  tell(await work(opened.db, opened.copy))
  await opened.db.destroy()
}

/** The lock is kept by the way out, for as long as this process lives. */
const serve = async (demo: boolean): Promise<void> => {
  const release = hold()
  if (release === null) {
    const line = `Сервер журнала уже работает с папкой ${settings.dataDir}. Остановите его или назовите другую.`
    return tell({ ok: false, lines: [line] })
  }
  process.once('exit', release)
  const opened = await openData(() => () => {})
  if (!opened) return
  if (opened.copy !== null) for (const line of upgradeLines(opened.copy)) say(line)
  await (demo ? serveDemo(opened.db) : serveSchool(opened.db))
}

const [command, argument] = process.argv.slice(2)
if (command === 'serve') await serve(argument === '--demo')
else if (command === 'import' && argument)
  await withDatabase((db) => importCommand({ db, now, newId }, argument))
else if (command === 'password' && argument)
  await withDatabase((db) => passwordCommand(db, argument, process.stdin))
else if (command === 'upgrade')
  await withDatabase(async (_, copy) => ({ ok: true, lines: upgradeLines(copy) }))
else if (command === 'backup') tell(await backupCommand(settings, argument, now()))
else if (command === 'restore' && argument)
  tell(await restoreCommand(settings.database, argument, { now, newId }))
else {
  say('usage: hub serve [--demo] | import FOLDER | password LOGIN | backup [FILE] | restore FILE | upgrade')
  process.exitCode = 2
}
