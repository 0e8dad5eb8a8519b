// A deputy sends the unsent entries of whoever has left the school from a file, log by log. Sent again, they are the same.
import type { HubClient, HubFailure } from '../contract/hub-client.ts'
import { type DeviceReport, maxBatch, protocolVersion } from '../contract/protocol.ts'
import { type Entry, logKey } from '../domain/entry.ts'
import { fitting } from './batch-size.ts'

/** What the hub said of the entries: it keeps them all, and `refused` it will not put into their cells. */
export interface FileSent {
  taken: number
  refused: number
}

export type FileEnd = { kind: 'sent'; sent: FileSent } | { kind: 'failed'; outcome: HubFailure }

const logsOf = (entries: readonly Entry[]): Entry[][] => {
  const logs = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = logKey(entry.log)
    logs.set(key, [...(logs.get(key) ?? []), entry])
  }
  return [...logs.values()].map((own) => own.sort((a, b) => a.seq - b.seq))
}

/** The file says nothing of a tablet, and the hub asks nothing of it. */
const report: DeviceReport = {
  ...{ unsent: 0, oldestUnsentAt: null, clockOffsetMs: null, appBuild: '', freeBytes: null, persisted: null },
}

/** Stops at the first batch that the hub does not take. */
export const sendFile = async (hub: Pick<HubClient, 'push'>, entries: readonly Entry[]): Promise<FileEnd> => {
  const sent: FileSent = { taken: 0, refused: 0 }
  for (const own of logsOf(entries)) {
    let rest = own
    for (let [first] = rest; first; [first] = rest) {
      const batch = fitting(rest.slice(0, maxBatch))
      const outcome = await hub.push({ protocol: protocolVersion, log: first.log, entries: batch, report })
      if (outcome.kind !== 'ok') return { kind: 'failed', outcome }
      const refused = outcome.value.receipts.filter((one) => one.state === 'refused').length
      sent.refused += refused
      sent.taken += batch.length - refused
      rest = rest.slice(batch.length)
    }
  }
  return { kind: 'sent', sent }
}
