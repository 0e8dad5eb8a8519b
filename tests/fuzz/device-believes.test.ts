// Spoiled answers through the real engine into the real store: the log stays, and no word is said without its proof.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { HubFetch } from '../../src/contract/hub-client.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { entryHash } from '../../src/domain/entry.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createTablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { collectGoodMessages, type GoodMessages } from './good-messages.ts'
import { cases, spoiled } from './spoiled.ts'

const attendance = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })

interface Sent {
  entries: { id: string; seq: number }[]
}

describe('what a tablet believes', () => {
  let good: GoodMessages
  beforeAll(async () => {
    good = await collectGoodMessages()
  })

  it('an entry counts as received only by a receipt for its id and hash, whatever else is said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.nat(), async (draw, salt) => {
        const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
        const next = (): number => draw.next().value
        const proven = new Set<string>()
        let asked = 0
        const send: HubFetch = async ({ method, path, body }) => {
          asked += 1
          if (asked > 12) throw new Error('enough')
          const name = path.split('?')[0] ?? ''
          let answer = (good.answers[`${method} ${name}`] ?? [{}])[0] as Record<string, unknown>
          if (name === '/api/push') {
            const { entries } = JSON.parse(body ?? '') as Sent
            const receipts = entries.map((entry) => ({
              ...{
                id: entry.id,
                seq: entry.seq,
                hash: entryHash(entry as never),
                state: 'accepted',
                reason: null,
              },
            }))
            answer = { ...answer, receipts }
          }
          const [value] = fc.sample(spoiled([answer]), { numRuns: 1, seed: salt + next() })
          for (const one of ((value as { receipts?: unknown[] })?.receipts ?? []) as Record<
            string,
            unknown
          >[]) {
            if (Array.isArray((value as { receipts?: unknown }).receipts))
              proven.add(`${one?.id} ${one?.hash}`)
          }
          return {
            status: 200,
            contentType: 'application/json',
            retryAfter: null,
            text: JSON.stringify(value),
          }
        }
        const tablet = await createTablet({ clock, send, person: 'algebraist', device: 'tablet' })
        for (const pupil of ['p1', 'p2']) await tablet.write(attendance(pupil), { code: 'absent' })
        const before = await tablet.db.log.toArray()
        tablet.engine.start()
        await tablet.engine.settled()
        await tablet.engine.stop()
        const after = await tablet.db.log.toArray()
        // A fork may move an entry to another log; what it says it says still.
        expect(after.map((row) => [row.id, row.entry.value])).toEqual(
          before.map((row) => [row.id, row.entry.value]),
        )
        const [head] = await tablet.db.logHead.toArray()
        const unsent = new Set((await tablet.outbox.batch(tablet.log, 100)).map((entry) => entry.id))
        for (const row of before.slice(0, head?.watermark)) {
          const moved = after.some((one) => one.id === row.id && one.logKey !== row.logKey)
          if (!unsent.has(row.id) && !moved) expect(proven).toContain(`${row.id} ${entryHash(row.entry)}`)
        }
        expect(tablet.bugs).toEqual([])
        await tablet.close()
      }),
      cases(600),
    )
  }, 300_000)
})
