// Whatever a device, or anything in its place, sends: the hub does not break, and takes a batch wholly or not at all.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Envelope, envelopeSchema, readEntry } from '../../src/contract/entry-schema.ts'
import { problemSchema, pushAnswerSchema } from '../../src/contract/protocol.ts'
import { entryHash } from '../../src/domain/entry.ts'
import { canonical } from '../../src/domain/value.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig, password } from '../hub/hub-rig.ts'
import { collectGoodMessages, type GoodMessages } from './good-messages.ts'
import { cases, spoiled, spoiledText } from './spoiled.ts'

type Good = { entries: unknown[]; log: { person: string } }

describe('what the hub hears', () => {
  let good: GoodMessages
  beforeAll(async () => {
    good = await collectGoodMessages()
  })

  it('an entry is read whole, or said to be unreadable', () => {
    const entries = (good.pushes as Good[]).flatMap((push) => push.entries)
    expect(entries.length).toBeGreaterThan(3)
    const seen = { ok: 0, malformed: 0, newerSchema: 0 }
    fc.assert(
      fc.property(spoiled(entries), (value) => {
        const envelope = envelopeSchema.safeParse(value)
        if (!envelope.success) return
        const read = readEntry(value as Envelope)
        seen[read.ok ? 'ok' : read.why] += 1
        if (read.ok) expect(canonical(read.entry)).toBe(canonical(value))
      }),
      cases(30_000),
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
  }, 120_000)

  it('a batch gives one receipt an entry and the same again, or changes nothing', async () => {
    const database = await databases[0]?.open()
    if (!database) throw new Error('no database')
    const rig = await createHubRig({ db: database.db })
    const teacher = await rig.signIn('algebraist', 'tablet')
    const send = (text: string) =>
      teacher.send({ method: 'POST', path: '/api/push', body: text, timeoutMs: 1000 })
    const rows = async () =>
      JSON.stringify(await rig.db.selectFrom('entry').select(['id', 'hash', 'body']).orderBy('id').execute())
    const own = (good.pushes as Good[]).filter(
      (push) => push.log.person === 'algebraist' && push.entries.length > 0,
    )
    await fc.assert(
      fc.asyncProperty(spoiled(own), async (value) => {
        const before = await rows()
        const text = JSON.stringify(value)
        const answer = await send(text)
        const body: unknown = JSON.parse(answer.text)
        if (answer.status !== 200) {
          expect(answer.status).toBeLessThan(500)
          expect(problemSchema.safeParse(body).success).toBe(true)
          expect(await rows()).toBe(before)
          return
        }
        const { receipts } = pushAnswerSchema.parse(body)
        const { entries } = value as Good
        expect(receipts.map((one) => one.id)).toEqual(entries.map((one) => (one as { id: string }).id))
        for (const [at, one] of receipts.entries()) {
          expect(one.hash).toBe(entryHash(entries[at] as never))
          if (one.reason === 'idReuse' || one.reason === 'forked') continue
          const kept = await rig.db
            .selectFrom('entry')
            .select('body')
            .where('id', '=', one.id)
            .executeTakeFirst()
          expect(canonical(JSON.parse(kept?.body ?? 'null'))).toBe(canonical(entries[at]))
        }
        const after = await rows()
        const again = pushAnswerSchema.parse(JSON.parse((await send(text)).text))
        expect(again.receipts.map(({ id, hash, state }) => [id, hash, state])).toEqual(
          receipts.map(({ id, hash, state }) => [id, hash, state]),
        )
        expect(await rows()).toBe(after)
      }),
      cases(1_500),
    )
    await rig.hub.close()
    await database.drop()
  }, 240_000)

  it('any request to any address gets an answer of its own, never a broken one', async () => {
    const database = await databases[0]?.open()
    if (!database) throw new Error('no database')
    const rig = await createHubRig({ db: database.db })
    const teacher = await rig.signIn('algebraist', 'tablet')
    const path = fc.oneof(
      fc.constantFrom(
        '/api/push',
        '/api/session',
        '/api/pull',
        '/api/transfer',
        '/api/transfer/return',
        '/api/board',
        '/healthz',
      ),
      fc.webQueryParameters().map((query) => `/api/pull?${query}`),
      fc.webQueryParameters().map((query) => `/api/transfer/return?${query}`),
      fc.webPath().map((tail) => `/api${tail}`),
      fc.webPath().map((tail) => `/api/lessons${tail}/cells`),
      fc.webQueryParameters().map((query) => `/api/history?cell=${query}`),
      fc.webQueryParameters().map((query) => `/api/board/term-marks?class=${query}`),
    )
    const body = fc.oneof(
      fc.constant(null),
      spoiledText([{ login: 'algebraist', password, device: 'tablet' }]),
      fc.string({ unit: 'binary', maxLength: 2000 }),
    )
    const method = fc.constantFrom('GET', 'POST', 'DELETE', 'PUT')
    const header = fc.record({
      'content-type': fc.constantFrom('application/json', 'text/plain', ''),
      'content-encoding': fc.constantFrom('', 'gzip', 'identity', 'br'),
      cookie: fc.constantFrom('', teacher.cookie(), 'session=x'),
    })
    await fc.assert(
      fc.asyncProperty(path, method, body, header, async (to, how, text, headers) => {
        // The bell rings for as long as somebody listens.
        if (to.startsWith('/api/events')) return
        const init = { method: how, headers, body: how === 'GET' ? null : text }
        const response = await rig.hub.app.request(to, init)
        expect(response.status).not.toBe(500)
        const answer = await response.text()
        if (response.status >= 400 && to.startsWith('/api/')) {
          expect(problemSchema.safeParse(JSON.parse(answer)).success).toBe(true)
        }
      }),
      cases(3_000),
    )
    await rig.hub.close()
    await database.drop()
  }, 240_000)
})
