// A hub in this process with a small school, and people signed in to it; nothing but the door to АИС is handed in.
import { randomUUID } from 'node:crypto'
import type { AisTarget } from '../../src/connectors/ais-target.ts'
import { createHubClient, type HubFetch } from '../../src/contract/hub-client.ts'
import type { School } from '../../src/domain/school.ts'
import { setMissingPasswords } from '../../src/hub/accounts/accounts.ts'
import type { BackupPlace } from '../../src/hub/backup/daily-backup.ts'
import { createHub } from '../../src/hub/create-hub.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import type { LogLine } from '../../src/hub/http/environment.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import type { Commit } from '../../src/hub/intake/group-commit.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { createTurnableClock } from '../turnable-clock.ts'

export const password = 'тихий вечер'

export interface RigOptions {
  db: Database
  school?: School
  clock?: ReturnType<typeof createTurnableClock>
  target?: AisTarget | null
  quietMs?: number
  backups?: BackupPlace
  commit?: Commit
}

/** The hub's clock stands at 12:00 of a Tuesday at the school unless told otherwise. */
export const createHubRig = async ({
  db,
  school = tinySchool,
  clock,
  target = null,
  quietMs,
  backups,
  commit,
}: RigOptions) => {
  const time = clock ?? createTurnableClock('2026-11-24T05:00:00.000Z')
  const lines: LogLine[] = []
  const note = (line: LogLine) => void lines.push(line)
  const ports = {
    db,
    target,
    now: time.instant,
    newId: randomUUID,
    newToken: randomUUID,
    setTimer: time.setTimer,
    log: { info: note, error: note },
    assets: null,
    backups: backups ?? null,
    probeEveryMs: 60_000,
    quietMs: quietMs ?? 10 * 60_000,
    ...(commit && { commit }),
  }
  const version = await db.selectFrom('school_version').select('version').executeTakeFirst()
  if (!version) {
    const logins = school.staff.map((one) => ({ person: one.id, login: one.id }))
    await applySchool({ db, now: time.instant, newId: randomUUID }, school, logins)
    await setMissingPasswords(db, password)
  }
  const hub = createHub(ports)

  /** A browser of its own: keeps the cookie, sends what it is told. One that was signed in before brings its cookie. */
  const browser = (known = '') => {
    let cookie = known
    const send: HubFetch = async ({ method, path, body }) => {
      const headers = { cookie, ...(body === null ? {} : { 'content-type': 'application/json' }) }
      const response = await hub.app.request(path, { method, headers, body })
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
      const retryAfter = response.headers.get('retry-after')
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        retryAfter: retryAfter === null ? null : Number(retryAfter),
        text: await response.text(),
      }
    }
    return { send, client: createHubClient(send), cookie: () => cookie }
  }
  const signIn = async (login: string, device = `tablet-${login}`) => {
    const it = browser()
    const outcome = await it.client.signIn({ login, password, device })
    if (outcome.kind !== 'ok') throw new Error(`${login} could not sign in: ${outcome.kind}`)
    return { ...it, session: outcome.value, device }
  }
  return { hub, db, clock: time, lines, browser, signIn }
}
