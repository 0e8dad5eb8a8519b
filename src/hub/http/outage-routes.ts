// The register of outages (п. 3.1): read by the administration, entered by a deputy.
import { Hono } from 'hono'
import { outageActSchema } from '../../contract/outage-schema.ts'
import { mayConfirmOutage, mayReadBoard } from '../../domain/role.ts'
import { actOnOutage } from '../outages/acts.ts'
import { readRegisterAnswer } from '../outages/register-answer.ts'
import { readBody } from './body.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const outageRoutes = (parts: Parts) => {
  const { db, school, now, newId, doorbell, watch } = parts
  return new Hono<HubEnv>()
    .use(needSession(parts))
    .get('/outages', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      if (!mayReadBoard(lists, c.get('session').person)) return problem(c, 'forbidden')
      return c.json(await readRegisterAnswer(db, lists, now()))
    })
    .post('/outages', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const { person } = c.get('session')
      if (!mayConfirmOutage(lists, person)) return problem(c, 'forbidden')
      const act = await readBody(c.req.raw, outageActSchema)
      if (!act.ok) return problem(c, act.why)
      const outcome = await actOnOutage({ db, now, newId, probes: watch !== null }, person, act.value)
      const register = await readRegisterAnswer(db, lists, now())
      if (outcome.kind === 'unfit') {
        const { why, overlapped } = outcome
        return c.json({ ...register, unfit: why, ...(overlapped !== undefined && { overlapped }) })
      }
      doorbell.ring(outcome.rev)
      return c.json(register)
    })
}
