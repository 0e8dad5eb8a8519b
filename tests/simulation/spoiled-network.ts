// The network of one tablet: it carries, loses, delays, doubles and forges as the schedule says.
import type { HubFetch, HubRequest, HubResponse } from '../../src/contract/hub-client.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { Receipt } from '../../src/domain/receipt.ts'
import type { NetworkMode } from './schedule.ts'

const portal = { status: 200, contentType: 'text/html', retryAfter: null, text: '<html>' }
const busy = { status: 503, contentType: 'text/plain', retryAfter: 5, text: '' }
const broken = {
  status: 500,
  contentType: 'application/json',
  retryAfter: null,
  text: '{"error":"internal"}',
}
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

type OddReceipts = Extract<NetworkMode, 'unknownReceipt' | 'wrongHash' | 'doubledReceipt'>

const spoil = (receipts: readonly Receipt[], how: OddReceipts): readonly Receipt[] => {
  const [first, ...more] = receipts
  if (!first || how === 'doubledReceipt') return [...receipts, ...receipts]
  return [
    how === 'wrongHash' ? { ...first, hash: 'of another entry' } : { ...first, id: 'nobody’s' },
    ...more,
  ]
}

export interface NetworkState {
  mode: NetworkMode
  /** The id of the entry that the hub can't read; none while it is empty. */
  poison: string
  /** Answers with receipts that were altered on their way. */
  spoiled: number
}

/** The hub's own answer, but for its receipts. */
const withOddReceipts = (answer: HubResponse, state: NetworkState, how: OddReceipts): HubResponse => {
  const said = JSON.parse(answer.text) as { receipts?: Receipt[] }
  if (answer.status !== 200 || !said.receipts || said.receipts.length === 0) return answer
  state.spoiled += 1
  return { ...answer, text: JSON.stringify({ ...said, receipts: spoil(said.receipts, how) }) }
}

const hasPoison = ({ body }: HubRequest, { poison }: NetworkState): boolean =>
  poison !== '' && (body?.includes(poison) ?? false)

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
        return hasPoison(request, state) ? malformed : send(request)
      case 'breaks':
        return hasPoison(request, state) ? broken : send(request)
      case 'unknownReceipt':
      case 'wrongHash':
      case 'doubledReceipt':
        return withOddReceipts(await send(request), state, state.mode)
      case 'ok':
        return send(request)
    }
  }
