// «В АИС не вносится», said by a deputy (п. 4.2), and «внесено вручную» of final marks, said by whoever may write them.
import { Hono } from 'hono'
import { type GiveUpAnswer, giveUpActSchema } from '../../contract/not-carried-schema.ts'
import { mayGiveUpTransfer } from '../../domain/role.ts'
import { readRevision } from '../database/revision.ts'
import { giveUpTransfer } from '../transfer/give-up.ts'
import { readBody } from './body.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const giveUpRoutes = (parts: Parts) => {
  const { db, school, now, newId, doorbell, carrier } = parts
  const isRunning = (person: string): boolean => carrier?.runOf(person).running ?? false
  return new Hono<HubEnv>().use('/not-carried', needSession(parts)).post('/not-carried', async (c) => {
    const lists = await school()
    if (!lists) return problem(c, 'internal')
    const { person } = c.get('session')
    const act = await readBody(c.req.raw, giveUpActSchema)
    if (!act.ok) return problem(c, act.why)
    if (act.value.cause !== 'byHand' && !mayGiveUpTransfer(lists, person)) return problem(c, 'forbidden')
    const outcome = await giveUpTransfer({ db, now, newId, isRunning }, school, person, act.value)
    if (outcome.kind === 'forbidden') return problem(c, 'forbidden')
    if (outcome.kind === 'given') doorbell.ring(outcome.rev)
    const { incarnation } = await readRevision(db)
    const answer: GiveUpAnswer = {
      ...{ serverTime: now(), incarnation, moved: outcome.kind === 'moved' },
      entries: outcome.kind === 'given' ? outcome.entries : 0,
    }
    return c.json(answer)
  })
}
