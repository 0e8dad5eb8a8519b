// A tablet without a screen: it records lessons and speaks with the hub over the real wire, and keeps its own account.
import { randomUUID } from 'node:crypto'
import { createHubClient, type HubFetch, type HubOutcome } from '../../src/contract/hub-client.ts'
import { protocolVersion } from '../../src/contract/protocol.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { type Entry, entryHash, entrySchema } from '../../src/domain/entry.ts'
import type { CellValue } from '../../src/domain/value.ts'
import type { TurnedHub } from './turned-hub.ts'

const need = <T>(outcome: HubOutcome<T>): T => {
  if (outcome.kind !== 'ok') throw new Error(`the hub answered ${outcome.kind}`)
  return outcome.value
}

export const createWireTablet = async (turned: TurnedHub, person: string) => {
  let cookie = ''
  const send: HubFetch = async ({ method, path, body }) => {
    const headers = { cookie, ...(body === null ? {} : { 'content-type': 'application/json' }) }
    const response = await fetch(turned.url + path, { method, headers, body, redirect: 'manual' })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      retryAfter: null,
      text: await response.text(),
    }
  }
  const client = createHubClient(send)
  const device = `wire-${person}`
  const login = turned.logins.find((one) => one.person === person)?.login ?? ''
  need(await client.signIn({ login, password: 'demo', device }))
  const log = { device, person, epoch: 1 }
  const entries: Entry[] = []
  let sent = 0
  let lastWord: string | null = null
  let said = 0
  let saidOldest: string | null = null
  const record = (cell: Cell, value: CellValue | null, more: Partial<Entry> = {}): Entry => {
    const last = entries.at(-1)
    const entry: Entry = {
      ...{ schema: entrySchema, id: randomUUID(), log, seq: entries.length + 1 },
      prevHash: last ? entryHash(last) : '',
      ...{ role: 'subjectTeacher', cell, value, saw: null, follows: [] },
      ...{ recordedAt: turned.clock.instant(), clock: { offsetMs: 0, doubtMs: 0 } },
      ...{ appBuild: 'story', refVersion: 1, source: 'device' },
      ...more,
    }
    entries.push(entry)
    return entry
  }
  /** Sends the first `most` of what is unsent, and says how much stays behind. */
  const sync = async (most = Number.POSITIVE_INFINITY) => {
    const batch = entries.slice(sent, Math.min(entries.length, sent + most))
    const behind = entries.slice(sent + batch.length)
    const answer = need(
      await client.push({
        ...{ protocol: protocolVersion, log, entries: batch },
        report: {
          ...{ unsent: behind.length, oldestUnsentAt: behind[0]?.recordedAt ?? null, clockOffsetMs: 0 },
          ...{ appBuild: 'story', freeBytes: null, persisted: true },
        },
      }),
    )
    sent += batch.length
    lastWord = turned.clock.instant()
    said = behind.length
    saidOldest = behind[0]?.recordedAt ?? null
    return answer
  }
  /** Opens a session of АИС and lets the hub carry this person's entries. */
  const transfer = async (): Promise<void> => {
    const { sessionPage } = need(await client.transfer())
    const back = await turned.ais.click(sessionPage)
    await send({ method: 'GET', path: back.pathname + back.search, body: null, timeoutMs: 1 })
    await turned.hub.carrier?.idle()
  }
  return {
    ...{ person, device, client, entries, record, sync, transfer },
    unsent: () => entries.length - sent,
    /** What it said was unsent when the hub last heard of it. */
    saidUnsent: () => said,
    /** Since when the oldest of them waited. */
    saidOldest: () => saidOldest,
    /** When the hub last heard of it, by the story's clock. */
    lastWord: () => lastWord,
  }
}

export type WireTablet = Awaited<ReturnType<typeof createWireTablet>>
