// Tablets that will not speak again: declared lost by a deputy, and re-recorded from paper in their author's name.
import { Hono } from 'hono'
import { declareLossSchema, type PaperAnswer, paperRequestSchema } from '../../contract/loss-schema.ts'
import { lossDays } from '../../domain/register/loss.ts'
import { mayDeclareLoss } from '../../domain/role.ts'
import { readRevision } from '../database/revision.ts'
import { date as readDate } from '../import/readers.ts'
import { declareLoss, readLosses } from '../losses/declare-loss.ts'
import { recordFromPaper } from '../losses/from-paper.ts'
import { paperSheet, tellLosses } from '../losses/tell-losses.ts'
import { readBody } from './body.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const lossRoutes = (parts: Parts) => {
  const { db, school, now, newId, doorbell } = parts
  const ports = { db, now, newId }
  return new Hono<HubEnv>()
    .use('/losses/*', needSession(parts))
    .use('/losses/*', async (c, next) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      if (!mayDeclareLoss(lists, c.get('session').person)) return problem(c, 'forbidden')
      return next()
    })
    .get('/losses', async (c) => {
      const lists = await school()
      return lists ? c.json(await tellLosses(db, lists, now())) : problem(c, 'internal')
    })
    .post('/losses', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const act = await readBody(c.req.raw, declareLossSchema)
      if (!act.ok) return problem(c, act.why)
      const outcome = await declareLoss(ports, school, c.get('session').person, act.value)
      if (outcome.kind === 'unfit') return problem(c, 'notFound')
      doorbell.ring(outcome.rev)
      return c.json(await tellLosses(db, lists, now()))
    })
    .get('/losses/:id/sheet', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const loss = (await readLosses(db)).find((one) => one.id === c.req.param('id'))
      if (!loss) return problem(c, 'notFound')
      const date = readDate(c.req.query('date') ?? '')
      const { from, to } = lossDays(loss, lists.zone)
      if (!date.ok || date.value < from || date.value > to) return problem(c, 'malformed')
      return c.json(await paperSheet(db, lists, loss.person, date.value, now()))
    })
    .post('/losses/:id/entries', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const typed = await readBody(c.req.raw, paperRequestSchema)
      if (!typed.ok) return problem(c, typed.why)
      const { person } = c.get('session')
      const outcome = await recordFromPaper(ports, school, person, c.req.param('id'), typed.value)
      if (outcome.kind === 'unknownLoss') return problem(c, 'notFound')
      if (outcome.kind === 'unfit') return problem(c, 'malformed')
      doorbell.ring(outcome.rev)
      const { incarnation } = await readRevision(db)
      const entries = outcome.receipts.map(({ id, state, reason }) => ({ id, state, reason }))
      const answer: PaperAnswer = { serverTime: now(), incarnation, entries }
      return c.json(answer)
    })
}
