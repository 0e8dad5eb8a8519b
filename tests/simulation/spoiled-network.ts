// The network of one tablet: it carries, loses, delays, doubles and forges as the schedule says.
import type { HubFetch, HubRequest } from '../../src/contract/hub-client.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { NetworkMode } from './schedule.ts'

const portal = { status: 200, contentType: 'text/html', retryAfter: null, text: '<html>' }
const busy = { status: 503, contentType: 'text/plain', retryAfter: 5, text: '' }
const malformed = {
  status: 400,
  contentType: 'application/json',
  retryAfter: null,
  text: '{"error":"malformed"}',
}
const ended = {
  status: 401,
  contentType: 'application/json',
  retryAfter: null,
  text: '{"error":"signInNeeded"}',
}

/** An answer in the hub's own form for entries that no hub has seen. */
const forged = ({ path, body }: HubRequest) => {
  if (path !== '/api/push') return portal
  const { entries } = JSON.parse(body ?? '') as { entries: Entry[] }
  const receipts = entries.map(({ id, seq }) => ({
    id,
    seq,
    hash: 'forged',
    state: 'accepted',
    reason: null,
  }))
  const answer = { serverTime: '2026-11-24T05:00:00.000Z', incarnation: '', receipts, rev: 1, lastSeq: 1 }
  return { status: 200, contentType: 'application/json', retryAfter: null, text: JSON.stringify(answer) }
}

export interface NetworkState {
  mode: NetworkMode
  /** The id of the entry that the hub can't read; none while it is empty. */
  poison: string
}

/** `late`: requests that will reach the hub later. */
export const spoiledNetwork =
  (send: HubFetch, state: NetworkState, late: (() => Promise<unknown>)[]): HubFetch =>
  async (request) => {
    switch (state.mode) {
      case 'offline':
      case 'loseRequests':
        throw new Error('no network')
      case 'loseAnswers':
        await send(request)
        throw new Error('the answer was lost')
      case 'late':
        late.push(() => send(request))
        throw new Error('no answer in time')
      case 'double':
        await send(request)
        return send(request)
      case 'portal':
        return portal
      case 'busy':
        return busy
      case 'reset':
        return ended
      case 'forged':
        return forged(request)
      case 'poison':
        return state.poison !== '' && request.body?.includes(state.poison) ? malformed : send(request)
      case 'ok':
        return send(request)
    }
  }
