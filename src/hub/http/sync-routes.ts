// The exchange with a tablet: push, pull, the school's lists, and the bell that says «pull».
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import {
  maxBatch,
  oldestProtocol,
  type PushAnswer,
  protocolVersion,
  pushRequestSchema,
} from '../../contract/protocol.ts'
import { mayBringEntriesOf } from '../../domain/role.ts'
import type { PersonId } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import { pull } from '../changes/pull.ts'
import { referenceFor } from '../changes/reference.ts'
import { noticeOlderData } from '../database/life.ts'
import { readRevision } from '../database/revision.ts'
import { takeBatch } from '../intake/intake.ts'
import { aisAuthor } from '../transfer/ais-author.ts'
import { readJson } from './body.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

/** A proxy closes a silent stream; a line of comment every so often keeps it. */
const heartbeatMs = 20_000

const entriesIn = (body: unknown): number => {
  const { entries } = (body ?? {}) as { entries?: unknown }
  return Array.isArray(entries) ? entries.length : 0
}

export const syncRoutes = (parts: Parts) => {
  const { db, school, boot, commit, now, newId, doorbell, metrics, watch, log } = parts
  const tellOlder = (rev: number): void =>
    log.error({ seen: rev }, 'a tablet has seen more than this database holds: a new life begins')
  const mayBring = async (person: PersonId, author: PersonId): Promise<boolean> => {
    const lists = await school()
    return lists !== null && author !== aisAuthor && mayBringEntriesOf(lists, person, author)
  }
  return new Hono<HubEnv>()
    .use(needSession(parts))
    .post('/push', async (c) => {
      const raw = await readJson(c.req.raw)
      if (!raw.ok) return problem(c, raw.why)
      // Told apart from other faults: the device halves a batch that is too large.
      if (entriesIn(raw.value) > maxBatch) return problem(c, 'tooLarge')
      const request = pushRequestSchema.safeParse(raw.value)
      if (!request.success) return problem(c, 'malformed')
      const { protocol } = request.data
      if (protocol < oldestProtocol || protocol > protocolVersion) return problem(c, 'otherProtocol')
      const { person } = c.get('session')
      if (request.data.log.person !== person && !(await mayBring(person, request.data.log.person)))
        return problem(c, 'forbidden')
      const name = await boot()
      const taken = await takeBatch({ commit, now, newId }, school, request.data, person)
      if (taken.kind === 'malformed') return problem(c, 'malformed')
      if (taken.newLife) tellOlder(request.data.seen?.rev ?? 0)
      if (taken.receipts.length > 0) doorbell.ring(taken.rev)
      for (const { state } of taken.receipts) metrics.receipts.inc({ state })
      // What a tablet of ours writes can be read: this is a mistake of one of the two builds.
      const unreadable = taken.receipts.filter((one) => one.reason === 'malformed').length
      if (unreadable > 0)
        log.error({ count: unreadable, protocol }, 'entries could not be read and are held as they came')
      const { incarnation } = await readRevision(db)
      const { receipts, rev, lastSeq, lastHash } = taken
      const answer: PushAnswer = {
        ...{ serverTime: now(), incarnation, receipts, rev, lastSeq, lastHash },
        ...(name !== null && { boot: name }),
        ...(request.data.report.gaps && { gaps: request.data.report.gaps.length }),
      }
      return c.json(answer)
    })
    .get('/pull', async (c) => {
      const since = Number(c.req.query('since') ?? '0')
      // A device of before knows no more than where it asks from.
      const rev = Number(c.req.query('seen') ?? since)
      if (![since, rev].every((one) => Number.isInteger(one) && one >= 0)) return problem(c, 'malformed')
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const name = await boot()
      const asked = { since, incarnation: c.req.query('incarnation') ?? '' }
      const seen = {
        rev: Math.max(since, rev),
        incarnation: asked.incarnation,
        boot: c.req.query('boot'),
      }
      const compared = await noticeOlderData(db, seen, { now, newId })
      if (compared === 'unbelievable') return problem(c, 'malformed')
      if (compared === 'older') tellOlder(rev)
      const said = { now: now(), ais: watch?.last() ?? null, boot: name }
      return c.json(await pull(db, lists, c.get('session').person, asked, said))
    })
    .get('/reference', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const { incarnation } = await readRevision(db)
      const reference = referenceFor(lists, c.get('session').person, dateAt(now(), lists.zone))
      return c.json({ serverTime: now(), incarnation, reference })
    })
    .get('/events', (c) =>
      streamSSE(c, async (stream) => {
        const stop = doorbell.listen((rev) => void stream.writeSSE({ data: String(rev) }))
        stream.onAbort(stop)
        while (!stream.aborted && !stream.closed && !doorbell.closed()) {
          await stream.writeSSE({ event: 'alive', data: '' })
          await doorbell.sleep(heartbeatMs)
        }
        stop()
      }),
    )
}
