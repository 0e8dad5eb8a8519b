// Every answer a device can meet, as a table: the client turns each into one outcome and never throws.
import { describe, expect, it } from 'vitest'
import { createHubClient, type HubResponse, readRetryAfter } from '../../src/contract/hub-client.ts'
import { oldestProtocol, type PushRequest, protocolVersion } from '../../src/contract/protocol.ts'

const hub = { serverTime: '2026-11-24T01:00:00.000Z', incarnation: 'i1' }
const session = { ...hub, person: 'p', name: 'Рябинина Т. В.', board: false, expiresAt: hub.serverTime }
const answer = (status: number, body: unknown, more: Partial<HubResponse> = {}): HubResponse => ({
  status,
  contentType: 'application/json',
  retryAfter: null,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
})

describe('the hub client', () => {
  it.each<[string, HubResponse, object]>([
    ['a whole answer', answer(200, session), { kind: 'ok', value: session }],
    ['a page of a captive portal', answer(200, '<html>', { contentType: 'text/html' }), { kind: 'notHub' }],
    ['a page that calls itself JSON', answer(200, '<html>'), { kind: 'notHub' }],
    ['JSON of somebody else', answer(200, { ok: true }), { kind: 'notHub' }],
    ['an ended session', answer(401, { error: 'signInNeeded' }), { kind: 'signInNeeded' }],
    ['a wrong password', answer(401, { error: 'wrongPassword' }), { kind: 'refused' }],
    ['a 401 of a proxy', answer(401, '<html>'), { kind: 'notHub' }],
    ['too much at once', answer(413, { error: 'tooLarge' }), { kind: 'tooLarge' }],
    ['a busy hub', answer(503, '', { retryAfter: 7 }), { kind: 'busy', retryAfterMs: 7000 }],
    ['one busy for days', answer(503, '', { retryAfter: 9e9 }), { kind: 'busy', retryAfterMs: 1_800_000 }],
    ['one busy until before', answer(503, '', { retryAfter: -5 }), { kind: 'busy', retryAfterMs: 0 }],
    ['a proxy’s 429', answer(429, '<html>', { retryAfter: 7 }), { kind: 'busy', retryAfterMs: 7000 }],
    ['too many passwords', answer(429, { error: 'tooManyAttempts' }), { kind: 'refused' }],
    ['a broken hub', answer(500, ''), { kind: 'busy', retryAfterMs: null }],
    ['a refusal', answer(403, { error: 'forbidden' }), { kind: 'refused', problem: { error: 'forbidden' } }],
    ['a redirect to a portal', answer(302, ''), { kind: 'notHub' }],
  ])('%s', async (_, response, outcome) => {
    const client = createHubClient(async () => response)
    expect(await client.session()).toMatchObject(outcome)
  })

  it.each<[string | null, number | null]>([
    ['120', 120],
    ['Tue, 24 Nov 2026 01:02:00 GMT', 120],
    ['soon', null],
    ['', null],
    [null, null],
  ])('reads «Retry-After: %s» as %s seconds', (header, seconds) => {
    expect(readRetryAfter(header, Date.parse(hub.serverTime))).toBe(seconds)
  })

  const log = { device: 't', person: 'p', epoch: 1 }
  const report = { unsent: 0, oldestUnsentAt: null, clockOffsetMs: null, appBuild: 'a', freeBytes: null }
  const batch = { protocol: protocolVersion, log, entries: [], report: { ...report, persisted: null } }
  /** A hub that takes those protocols, and what it was asked under. */
  const hubOf = (...taken: number[]) => {
    const asked: number[] = []
    const client = createHubClient(async ({ body }) => {
      const { protocol } = JSON.parse(body ?? '') as PushRequest
      asked.push(protocol)
      if (!taken.includes(protocol)) return answer(400, { error: 'otherProtocol' })
      return answer(200, { ...hub, receipts: [], rev: 1, lastSeq: 0 })
    })
    return {
      asked,
      push: async () => (await client.push({ ...batch, seen: { rev: 1, incarnation: 'i1' } })).kind,
    }
  }
  it('speaks with a hub of the version before, and asks it once', async () => {
    const { asked, push } = hubOf(protocolVersion - 2, protocolVersion - 1)
    expect([await push(), await push()]).toEqual(['ok', 'ok'])
    expect(asked).toEqual([protocolVersion, protocolVersion - 1, protocolVersion - 1])
  })

  it('is refused by a hub that takes none of its versions, and asks with its own again', async () => {
    const { asked, push } = hubOf()
    expect([await push(), await push()]).toEqual(['refused', 'refused'])
    const down = Array.from({ length: protocolVersion - oldestProtocol + 1 }, (_, at) => protocolVersion - at)
    expect(asked).toEqual([...down, ...down])
  })

  it('tells a pull what it has seen of the life it asks of, and of no other', async () => {
    const paths: string[] = []
    const client = createHubClient(async ({ path }) => {
      paths.push(path)
      return answer(500, '')
    })
    await client.pull(5, 'i 1', { rev: 8, incarnation: 'i 1', boot: 'b&1' })
    await client.pull(5, 'i 1', { rev: 8, incarnation: 'i 1' })
    await client.pull(5, 'i 1', { rev: 8, incarnation: 'i 2', boot: 'b1' })
    const asked = '/api/pull?since=5&incarnation=i%201'
    expect(paths).toEqual([`${asked}&seen=8&boot=b%261`, `${asked}&seen=8`, asked])
  })

  it('asks on by a name that holds half a letter, as a garbled answer may have given it', async () => {
    const paths: string[] = []
    const client = createHubClient(async ({ path }) => {
      paths.push(path)
      return answer(500, '')
    })
    await client.pull(5, 'i\ud800', { rev: 8, incarnation: 'i\ud800', boot: '😀\udc00' })
    expect(paths).toEqual(['/api/pull?since=5&incarnation=i%EF%BF%BD&seen=8&boot=%F0%9F%98%80%EF%BF%BD'])
  })

  it('no answer is unreachable, never an error', async () => {
    const client = createHubClient(() => Promise.reject(new Error('time-out')))
    expect(await client.pull(0, '')).toEqual({ kind: 'unreachable' })
  })
})
