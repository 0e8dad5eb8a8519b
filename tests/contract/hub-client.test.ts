// Every answer a device can meet, as a table: the client turns each into one outcome and never throws.
import { describe, expect, it } from 'vitest'
import { createHubClient, type HubResponse, readRetryAfter } from '../../src/contract/hub-client.ts'

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

  it('no answer is unreachable, never an error', async () => {
    const client = createHubClient(() => Promise.reject(new Error('time-out')))
    expect(await client.pull(0, '')).toEqual({ kind: 'unreachable' })
  })
})
