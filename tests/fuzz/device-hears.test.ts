// Whatever answers in the hub's place, the tablet reads it as one of its outcomes, and believes only what its schema allows.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { backlogHistorySchema, boardAnswerSchema } from '../../src/contract/board-schema.ts'
import { cellHistorySchema, lessonCellsSchema } from '../../src/contract/history-schema.ts'
import { createHubClient, type HubClient, type HubOutcome } from '../../src/contract/hub-client.ts'
import * as protocol from '../../src/contract/protocol.ts'
import { readPull } from '../../src/contract/read-pull.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { collectGoodMessages, type GoodMessages } from './good-messages.ts'
import { cases, spoiledText } from './spoiled.ts'

const kinds = ['ok', 'unreachable', 'notHub', 'signInNeeded', 'tooLarge', 'busy', 'refused']

const questions: [
  string,
  (client: HubClient) => Promise<HubOutcome<unknown>>,
  (value: unknown) => boolean,
][] = [
  ['/api/push', (c) => c.push({} as never), (v) => protocol.pushAnswerSchema.safeParse(v).success],
  ['/api/pull', (c) => c.pull(0, ''), (v) => readPull(v) !== null],
  ['/api/reference', (c) => c.reference(), (v) => protocol.referenceAnswerSchema.safeParse(v).success],
  ['/api/session', (c) => c.session(), (v) => protocol.sessionSchema.safeParse(v).success],
  ['/api/board', (c) => c.board(), (v) => boardAnswerSchema.safeParse(v).success],
  [
    `/api/lessons/${encodeURIComponent(algebraFirst)}/cells`,
    (c) => c.lessonCells(algebraFirst),
    (v) => lessonCellsSchema.safeParse(v).success,
  ],
  ['/api/board/backlog', (c) => c.backlogHistory(), (v) => backlogHistorySchema.safeParse(v).success],
  ['/api/history', (c) => c.cellHistory('x'), (v) => cellHistorySchema.safeParse(v).success],
]

const status = fc.oneof(
  { weight: 4, arbitrary: fc.constant(200) },
  fc.constantFrom(201, 204, 301, 400, 401, 403, 404, 409, 413, 429, 500, 503, 507, 0),
  fc.integer({ min: 100, max: 999 }),
)
const contentType = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json; charset=utf-8') },
  fc.constantFrom('', 'text/html', 'application/jsonp', 'APPLICATION/JSON'),
)
const retryAfter = fc.oneof(fc.constant(null), fc.double(), fc.nat())

describe('what a tablet hears', () => {
  let good: GoodMessages
  beforeAll(async () => {
    good = await collectGoodMessages()
  })

  it.each(questions)(
    'is one of its outcomes, and never more than its schema allows: %s',
    async (path, ask, fits) => {
      const known = good.answers[path] ?? []
      expect(known.length).toBeGreaterThan(0)
      expect(known.every(fits)).toBe(true)
      let believed = 0
      await fc.assert(
        fc.asyncProperty(
          fc.record({ status, contentType, retryAfter, text: spoiledText(known) }),
          async (response) => {
            const outcome = await ask(createHubClient(async () => response))
            expect(kinds).toContain(outcome.kind)
            if (outcome.kind === 'ok') {
              believed += 1
              expect(response.status).toBeLessThan(300)
              expect(fits(outcome.value)).toBe(true)
            }
          },
        ),
        cases(14_000),
      )
      // Some changes are harmless, such as a field that nobody knows: the rest must have been refused.
      expect(believed).toBeGreaterThan(0)
    },
    120_000,
  )
})
