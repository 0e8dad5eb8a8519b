// Entries that wait for their place: read by the administration, put there by a deputy (п. 2.10, 4.2).
import { Hono } from 'hono'
import { bindActSchema } from '../../contract/unbound-schema.ts'
import { mayEditSchool, mayReadBoard } from '../../domain/role.ts'
import { bindByHand, tellUnbound } from '../intake/bind-by-hand.ts'
import { readBody } from './body.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const unboundRoutes = (parts: Parts) => {
  const { db, school, now, newId, doorbell } = parts
  return new Hono<HubEnv>()
    .use('/unbound', needSession(parts))
    .get('/unbound', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      if (!mayReadBoard(lists, c.get('session').person)) return problem(c, 'forbidden')
      return c.json(await tellUnbound(db, lists, now()))
    })
    .post('/unbound', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const { person } = c.get('session')
      if (!mayEditSchool(lists, person)) return problem(c, 'forbidden')
      const act = await readBody(c.req.raw, bindActSchema)
      if (!act.ok) return problem(c, act.why)
      const outcome = await bindByHand({ db, now, newId }, school, person, act.value)
      const answer = await tellUnbound(db, lists, now())
      if (outcome.kind === 'unfit') return c.json({ ...answer, unfit: outcome.why })
      doorbell.ring(outcome.rev)
      return c.json(answer)
    })
}
