// What each lamp shows, from what the engine and the tablet's memory know. A disc only for what answers now.
import { dateAt, type Instant, toMs } from '../../domain/time.ts'
import type { LampMemory } from '../../store/device.ts'
import type { SyncStatus } from '../../sync/status.ts'
import type { LampState } from '../../ui/lamp.tsx'
import { aisNotes, hubNotes, networkNotes, withLast } from '../messages/lamps.ts'
import { frameWords } from '../messages/screens/shell/frame.ts'
import { clockTime, dateAndTime } from '../messages/time.ts'

export interface LampRow {
  state: LampState
  note: string
}

/** Two idle rounds: an answer older than that is no answer now, whatever became of the engine meanwhile. */
const freshMs = 90_000

/** Of a way that nobody has tried yet. */
const untried = (at: Instant | null): LampState => (at === null ? 'unknown' : 'lastKnown')

/** What of the engine the lamps show: its batches come and go with every key of a lesson. */
export type LampStatus = Pick<SyncStatus, 'hub' | 'hubAt' | 'networkAt' | 'ais'>

/** `now` is the hub's time as the tablet knows it; times of today are said without their date. */
export const lampRows = (status: LampStatus, kept: LampMemory, now: Instant, zone: string) => {
  const { hub } = status
  const hubAt = status.hubAt ?? kept.hubAt
  const networkAt = status.networkAt ?? kept.networkAt ?? hubAt
  const upAt = status.ais?.reach === 'up' ? status.ais.at : kept.aisAt
  const isFresh = (at: Instant | null): boolean => at !== null && toMs(now) - toMs(at) < freshMs
  const isToday = (at: Instant): boolean => dateAt(at, zone) === dateAt(now, zone)
  const bare = (at: Instant): string => (isToday(at) ? clockTime : dateAndTime)(at, zone)
  const when = (at: Instant | null): string | null =>
    at && (isToday(at) ? frameWords.atTime(bare(at)) : bare(at))

  const network = (): LampRow => {
    if (hub === 'silent') {
      return { state: 'silent', note: withLast(networkNotes.silent, frameWords.networkWas, when(networkAt)) }
    }
    if (hub !== 'unknown' && isFresh(networkAt)) return { state: 'answers', note: networkNotes.answers }
    return {
      state: untried(networkAt),
      note: withLast(networkNotes.unknown, frameWords.networkWas, when(networkAt)),
    }
  }
  const server = (): LampRow => {
    if (hub === 'answers' && isFresh(hubAt)) return { state: 'answers', note: hubNotes.answers }
    const known = hub === 'answers' ? 'unknown' : hub
    return {
      state: known === 'unknown' ? untried(hubAt) : 'silent',
      note: withLast(hubNotes[known], frameWords.hubWas, when(hubAt)),
    }
  }
  const ais = (): LampRow => {
    if (server().state !== 'answers' || status.ais === null) {
      return {
        state: untried(upAt),
        note: upAt === null ? frameWords.unknown : frameWords.lastTime(when(upAt)),
      }
    }
    const { reach, at } = status.ais
    if (reach === 'up') return { state: 'answers', note: `${aisNotes.up}, ${bare(at)}` }
    const last = upAt === null ? bare(at) : frameWords.aisWas(when(upAt))
    return { state: 'silent', note: `${aisNotes.down}, ${last}` }
  }
  return { network: network(), server: server(), ais: ais() }
}
