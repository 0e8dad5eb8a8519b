// Builds what a tablet pushes, entry by entry, without a tablet.
import { type DeviceReport, type PushRequest, protocolVersion } from '../../src/contract/protocol.ts'
import type { Entry } from '../../src/domain/entry.ts'

const noReport: DeviceReport = {
  unsent: 0,
  oldestUnsentAt: null,
  clockOffsetMs: null,
  appBuild: 'test',
  freeBytes: null,
  persisted: null,
}

/** One batch of the first entry's log. */
export const pushOf = (entries: readonly unknown[], log?: Entry['log']): PushRequest => ({
  protocol: protocolVersion,
  log: log ?? (entries[0] as Entry).log,
  entries: [...entries],
  report: noReport,
})
