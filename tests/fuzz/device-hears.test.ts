// Whatever answers in the hub's place, the tablet reads it as one of its outcomes, and believes only what its schema allows.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { backlogHistorySchema, boardAnswerSchema } from '../../src/contract/board-schema.ts'
import { findingsAnswerSchema } from '../../src/contract/finding-schema.ts'
import {
  cellHistorySchema,
  lessonCellsSchema,
  waitingTermMarksSchema,
} from '../../src/contract/history-schema.ts'
import { createHubClient, type HubClient, type HubOutcome } from '../../src/contract/hub-client.ts'
import {
  dealtIncidentAnswerSchema,
  lossesAnswerSchema,
  paperAnswerSchema,
  paperSheetSchema,
} from '../../src/contract/loss-schema.ts'
import { giveUpAnswerSchema } from '../../src/contract/not-carried-schema.ts'
import { registerAnswerSchema } from '../../src/contract/outage-schema.ts'
import { periodAnswerSchema } from '../../src/contract/period-schema.ts'
import * as protocol from '../../src/contract/protocol.ts'
import { readPull } from '../../src/contract/read-pull.ts'
import { remindersAnswerSchema } from '../../src/contract/reminder-schema.ts'
import { schoolAnswerSchema } from '../../src/contract/school-edit-schema.ts'
import { setAsideAnswerSchema } from '../../src/contract/set-aside-schema.ts'
import { unboundAnswerSchema } from '../../src/contract/unbound-schema.ts'
import { algebraFirst, tuesday } from '../domain/tiny-school.ts'
import { collectGoodMessages, type GoodMessages } from './good-messages.ts'
import { cases, spoiledText } from './spoiled.ts'

const kinds = ['ok', 'unreachable', 'notHub', 'signInNeeded', 'tooLarge', 'busy', 'refused']

const by =
  (schema: z.ZodMiniType<unknown>) =>
  (value: unknown): boolean =>
    schema.safeParse(value).success

/** Every call of the client, and what its answer must be. */
const questions: Record<
  keyof HubClient,
  [ask: (client: HubClient) => Promise<HubOutcome<unknown>>, fits: (value: unknown) => boolean]
> = {
  push: [(c) => c.push({} as never), by(protocol.pushAnswerSchema)],
  pull: [(c) => c.pull(0, ''), (value) => readPull(value) !== null],
  reference: [(c) => c.reference(), by(protocol.referenceAnswerSchema)],
  signIn: [(c) => c.signIn({} as never), by(protocol.sessionSchema)],
  session: [(c) => c.session(), by(protocol.sessionSchema)],
  signOut: [(c) => c.signOut(), by(protocol.signedOutSchema)],
  board: [(c) => c.board(), by(boardAnswerSchema)],
  backlogHistory: [(c) => c.backlogHistory(), by(backlogHistorySchema)],
  lessonCells: [(c) => c.lessonCells(algebraFirst), by(lessonCellsSchema)],
  cellHistory: [(c) => c.cellHistory('x'), by(cellHistorySchema)],
  waitingTermMarks: [(c) => c.waitingTermMarks(null), by(waitingTermMarksSchema)],
  findings: [(c) => c.findings(tuesday), by(findingsAnswerSchema)],
  period: [(c) => c.period(tuesday, tuesday), by(periodAnswerSchema)],
  register: [(c) => c.register(), by(registerAnswerSchema)],
  outageAct: [(c) => c.outageAct({} as never), by(registerAnswerSchema)],
  losses: [(c) => c.losses(), by(lossesAnswerSchema)],
  declareLoss: [(c) => c.declareLoss({} as never), by(lossesAnswerSchema)],
  paperSheet: [(c) => c.paperSheet('loss-1', tuesday), by(paperSheetSchema)],
  recordFromPaper: [(c) => c.recordFromPaper('loss-1', {} as never), by(paperAnswerSchema)],
  school: [(c) => c.school(), by(schoolAnswerSchema)],
  editSchool: [(c) => c.editSchool({} as never), by(schoolAnswerSchema)],
  reminders: [(c) => c.reminders(), by(remindersAnswerSchema)],
  remind: [(c) => c.remind({} as never), by(remindersAnswerSchema)],
  unbound: [(c) => c.unbound(), by(unboundAnswerSchema)],
  bindByHand: [(c) => c.bindByHand({} as never), by(unboundAnswerSchema)],
  dealWithIncident: [(c) => c.dealWithIncident({} as never), by(dealtIncidentAnswerSchema)],
  setAside: [(c) => c.setAside({} as never), by(setAsideAnswerSchema)],
  giveUpTransfer: [(c) => c.giveUpTransfer({} as never), by(giveUpAnswerSchema)],
  transfer: [(c) => c.transfer(), by(protocol.transferViewSchema)],
}

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
  }, 60_000)

  /** Where a call goes it says itself. */
  const answersTo = async (ask: (client: HubClient) => Promise<unknown>): Promise<unknown[]> => {
    let asked = ''
    const client = createHubClient(({ method, path }) => {
      asked = `${method} ${path.split('?')[0]}`
      return Promise.reject(new Error('no network'))
    })
    await ask(client)
    return good.answers[asked] ?? []
  }

  it('is asked for by these calls and no others', () => {
    const client = createHubClient(() => Promise.reject(new Error('no network')))
    expect(Object.keys(questions).sort()).toEqual(Object.keys(client).sort())
  })

  it.each(Object.entries(questions))(
    'is one of its outcomes, and never more than its schema allows: %s',
    async (_, [ask, fits]) => {
      const known = await answersTo(ask)
      expect(known.length).toBeGreaterThan(0)
      expect(known.filter((one) => !fits(one))).toEqual([])
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
        cases(4_300),
      )
      // Some changes are harmless, such as a field that nobody knows: the rest must have been refused.
      expect(believed).toBeGreaterThan(0)
    },
    120_000,
  )
})
