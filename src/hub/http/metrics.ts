// Numbers for a monitoring system, in Prometheus' own words. Counts only: nothing of a person.
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { isBacklog } from '../../domain/entry-state.ts'
import { toMs } from '../../domain/time.ts'
import type { BackupState } from '../backup/daily-backup.ts'
import { lastLife } from '../database/life.ts'
import type { Database } from '../database/tables.ts'

export const createMetrics = (db: Database, backup: () => BackupState | null) => {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'hub_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  })
  const receipts = new Counter({
    name: 'hub_receipts_total',
    help: 'Receipts given, by state of the entry',
    labelNames: ['state'],
    registers,
  })
  new Gauge({
    name: 'hub_entries',
    help: 'Entries kept, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset()
      for (const { state, count } of await countByState(db)) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'hub_backlog_entries',
    help: 'Entries that АИС СРО is not known to hold yet',
    registers,
    async collect() {
      const counts = await countByState(db)
      this.set(counts.filter((one) => isBacklog(one.state)).reduce((sum, one) => sum + one.count, 0))
    },
  })
  new Gauge({
    name: 'hub_backup_timestamp_seconds',
    help: 'When the newest good backup was taken; 0 while there is none',
    registers,
    collect() {
      const at = backup()?.at
      this.set(at ? toMs(at) / 1000 : 0)
    },
  })
  new Gauge({
    name: 'hub_restored_timestamp_seconds',
    help: 'When the data were last put back from a copy; 0 while they never were',
    registers,
    async collect() {
      const life = await lastLife(db)
      this.set(life ? toMs(life.at) / 1000 : 0)
    },
  })
  new Gauge({
    name: 'hub_backup_failures',
    help: 'Backups that failed since the hub started',
    registers,
    collect() {
      this.set(backup()?.failures ?? 0)
    },
  })
  return { registry, requests, receipts }
}

const countByState = async (db: Database) => {
  const rows = await db
    .selectFrom('entry')
    .select((eb) => ['state', eb.fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute()
  return rows.map(({ state, count }) => ({ state, count: Number(count) }))
}

export type Metrics = ReturnType<typeof createMetrics>
