// What the routes need, and what a request carries once its session is known.
import type { Accounts, SignedInSession } from '../accounts/accounts.ts'
import type { DailyBackup } from '../backup/daily-backup.ts'
import type { Boot } from '../database/boot.ts'
import type { CurrentSchool } from '../database/current-school.ts'
import type { Database } from '../database/tables.ts'
import type { Doorbell } from '../doorbell.ts'
import type { Commit } from '../intake/group-commit.ts'
import type { Watch } from '../outages/watch.ts'
import type { Carrier } from '../transfer/carrier.ts'
import type { Metrics } from './metrics.ts'

/** One line of the log: no names, no values, no query strings. */
export type LogLine = Record<string, string | number | boolean | null>

export interface Log {
  info(line: LogLine, message: string): void
  error(line: LogLine, message: string): void
}

export interface Parts {
  db: Database
  school: CurrentSchool
  boot: Boot
  commit: Commit
  accounts: Accounts
  doorbell: Doorbell
  metrics: Metrics
  log: Log
  /** Null while the school has no door to АИС: entries then wait on the hub. */
  watch: Watch | null
  carrier: Carrier | null
  backups: DailyBackup | null
  now(): string
  newId(): string
  /** The folder of the built app, or null when this hub serves none. */
  assets: string | null
}

export interface HubEnv {
  Variables: { session: SignedInSession; token: string }
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
}
