// Puts the hub together from its parts; what runs it, a server or a test, hands in time, ids and the door to АИС.
import type { AisTarget } from '../connectors/ais-target.ts'
import { createAccounts } from './accounts/accounts.ts'
import { type BackupPlace, createDailyBackup } from './backup/daily-backup.ts'
import { createBacklogLog } from './board/backlog-log.ts'
import { placeAnew } from './cells/place-anew.ts'
import { createBoot } from './database/boot.ts'
import { createCurrentSchool } from './database/current-school.ts'
import type { Database } from './database/tables.ts'
import { createDoorbell } from './doorbell.ts'
import type { Log } from './http/environment.ts'
import { createHttp } from './http/http.ts'
import { createMetrics } from './http/metrics.ts'
import { type Commit, createGroupCommit } from './intake/group-commit.ts'
import { replayHeld } from './intake/replay-held.ts'
import { createAnnounced } from './outages/announced.ts'
import { createMovedTerms } from './outages/moved-terms.ts'
import { createWatch } from './outages/watch.ts'
import { createCarrier } from './transfer/carrier.ts'

export interface HubPorts {
  db: Database
  /** Null while the school has no door to АИС. */
  target: AisTarget | null
  /** UTC with milliseconds and `Z`. */
  now(): string
  newId(): string
  newToken(): string
  setTimer(fn: () => void, afterMs: number): () => void
  log: Log
  assets: string | null
  /** Null where nobody asked for daily copies. */
  backups: BackupPlace | null
  /** How often АИС is probed, and how long it must answer before an outage is closed unless the school has set it. */
  probeEveryMs: number
  /** How batches are committed, where it is not in groups: for the bench. */
  commit?: Commit
  quietMs: number
}

export const createHub = (ports: HubPorts) => {
  const { db, target, now, newId, newToken, log } = ports
  const doorbell = createDoorbell()
  const school = createCurrentSchool(db)
  const report = (error: unknown): void => {
    log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'background work failed')
  }
  const quietMs = async (): Promise<number> => {
    const minutes = (await school())?.settings?.quietMinutes
    return minutes === undefined ? ports.quietMs : minutes * 60_000
  }
  const watch =
    target &&
    createWatch({
      ...{ db, target, doorbell, newId, report, setTimer: ports.setTimer },
      everyMs: ports.probeEveryMs,
      quietMs,
    })
  const announced = createAnnounced({
    ...{ db, doorbell, now, newId, report, setTimer: ports.setTimer },
    ...{ probes: target !== null, everyMs: ports.probeEveryMs },
  })
  const terms = createMovedTerms({
    ...{ db, school, doorbell, now, report, setTimer: ports.setTimer },
    everyMs: ports.probeEveryMs,
  })
  const carrier = target && createCarrier({ db, target, school, doorbell, now, newId, newToken, report })
  const backlog = createBacklogLog({ db, school, doorbell, now, report, setTimer: ports.setTimer })
  const backups =
    ports.backups && createDailyBackup({ ...ports.backups, db, now, log, setTimer: ports.setTimer })
  const boot = createBoot(db, newId)
  const app = createHttp({
    ...{ db, school, doorbell, log, watch, carrier, backups, boot, now, newId },
    commit: ports.commit ?? createGroupCommit(db),
    accounts: createAccounts({ db, now, newToken }),
    metrics: createMetrics(db, () => backups?.state() ?? null),
    assets: ports.assets,
  })
  /**
   * Names this start, reads what an older build had to keep unread, and places anew what it has placed otherwise. Before
   * the first request.
   */
  const replay = async (): Promise<void> => {
    await boot()
    const lists = await school()
    const moved = lists ? await placeAnew(db, school) : 0
    if (moved > 0) log.info({ moved }, 'cells and entries of an older build were placed anew')
    const read = lists ? await replayHeld(db, school, now()) : 0
    if (read > 0) log.info({ read }, 'entries held by an older build were read')
  }
  /** Lets what is under way end, then closes the database. */
  const close = async (): Promise<void> => {
    watch?.stop()
    announced.stop()
    terms.stop()
    doorbell.close()
    await backlog.stop()
    await carrier?.idle()
    await backups?.stop()
    await db.destroy()
  }
  return { app, watch, announced, terms, carrier, backlog, backups, doorbell, replay, close }
}
