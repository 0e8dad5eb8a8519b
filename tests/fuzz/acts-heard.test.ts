// Whatever is said to a route of the hub: it is done whole and stands in the audit, or is refused and changes no row.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import {
  dealtIncidentAnswerSchema,
  lossesAnswerSchema,
  paperAnswerSchema,
} from '../../src/contract/loss-schema.ts'
import { giveUpAnswerSchema } from '../../src/contract/not-carried-schema.ts'
import { registerAnswerSchema } from '../../src/contract/outage-schema.ts'
import { problemSchema, pushAnswerSchema, sessionSchema } from '../../src/contract/protocol.ts'
import { remindersAnswerSchema } from '../../src/contract/reminder-schema.ts'
import { schoolAnswerSchema } from '../../src/contract/school-edit-schema.ts'
import { setAsideAnswerSchema } from '../../src/contract/set-aside-schema.ts'
import { unboundAnswerSchema } from '../../src/contract/unbound-schema.ts'
import { databases, type TestDatabase } from '../hub/databases.ts'
import { addressOf, createBusyHub, type PostRoute } from './good-acts.ts'
import { keepRows } from './rows.ts'
import { cases, spoiledText } from './spoiled.ts'

const answers: Record<PostRoute, z.ZodMiniType<unknown>> = {
  '/api/push': pushAnswerSchema,
  '/api/session': sessionSchema,
  '/api/outages': registerAnswerSchema,
  '/api/losses': lossesAnswerSchema,
  '/api/losses/:id/entries': paperAnswerSchema,
  '/api/school': schoolAnswerSchema,
  '/api/reminders': remindersAnswerSchema,
  '/api/unbound': unboundAnswerSchema,
  '/api/incidents': dealtIncidentAnswerSchema,
  '/api/set-aside': setAsideAnswerSchema,
  '/api/not-carried': giveUpAnswerSchema,
}
const routes = Object.keys(answers) as PostRoute[]

/** Nothing of the act was done, and the answer says why. */
const isDeclined = (answer: Record<string, unknown>): boolean =>
  'unfit' in answer || 'faults' in answer || 'stale' in answer || answer.moved === true

/** What a person's own entries and sessions do needs no line of the audit. */
const unaudited: readonly PostRoute[] = ['/api/push', '/api/session']

describe.each(databases)('what is said to a route of the hub, on $name', ({ open, skip }) => {
  const test = it.skipIf(skip)
  let database: TestDatabase
  let busy: Awaited<ReturnType<typeof createBusyHub>>
  let rows: Awaited<ReturnType<typeof keepRows>>
  beforeAll(async () => {
    if (skip) return
    database = await open()
    busy = await createBusyHub(database.db)
    rows = await keepRows(database.db)
  }, 60_000)
  afterAll(async () => {
    if (skip) return
    await busy.hub.close()
    await database.drop()
  })

  test('is said to these routes and no others', () => {
    const posts = busy.hub.app.routes.filter((one) => one.method === 'POST').map((one) => one.path)
    expect([...new Set(posts)].sort()).toEqual([...routes].sort())
  })

  test.each(routes)(
    'is done whole, or changes nothing: %s',
    async (route) => {
      const seen = { done: 0, refused: 0 }
      const good = busy.acts[route]
      const hear = async (body: string): Promise<void> => {
        const answer = await busy.senderOf(route)({
          method: 'POST',
          path: addressOf(route),
          body,
          timeoutMs: 1000,
        })
        const said = JSON.parse(answer.text)
        const changed = await rows.changed()
        await rows.putBack(changed)
        if (answer.status !== 200) {
          expect(answer.status).toBeLessThan(500)
          expect(problemSchema.safeParse(said).success).toBe(true)
          expect(changed).toEqual([])
          seen.refused += 1
          return
        }
        expect(answers[route].safeParse(said).success).toBe(true)
        if (isDeclined(said)) expect(changed).toEqual([])
        if (changed.length === 0) return
        if (!unaudited.includes(route)) expect(changed).toContain('audit')
        seen.done += 1
      }
      // Each good one has its effect here, so that a spoiled one stands close to it.
      for (const act of good) await hear(JSON.stringify(act))
      expect(seen).toEqual({ done: good.length, refused: 0 })
      await fc.assert(fc.asyncProperty(spoiledText(good), hear), cases(200))
      expect(seen.refused).toBeGreaterThan(0)
    },
    240_000,
  )
})
