// A deputy's word that something is waited for no longer: what stands behind it goes on by the rule of every day.
import { Hono } from 'hono'
import { type SetAsideAnswer, setAsideSchema } from '../../contract/set-aside-schema.ts'
import { mayDeclareLoss } from '../../domain/role.ts'
import { readRevision } from '../database/revision.ts'
import { setAside } from '../intake/set-aside.ts'
import { readBody } from './body.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const setAsideRoutes = (parts: Parts) => {
  const { db, school, now, newId, doorbell } = parts
  return new Hono<HubEnv>().use('/set-aside', needSession(parts)).post('/set-aside', async (c) => {
    const lists = await school()
    if (!lists) return problem(c, 'internal')
    const { person } = c.get('session')
    if (!mayDeclareLoss(lists, person)) return problem(c, 'forbidden')
    const act = await readBody(c.req.raw, setAsideSchema)
    if (!act.ok) return problem(c, act.why)
    const outcome = await setAside({ db, now, newId }, school, person, act.value)
    if (outcome.kind === 'done') doorbell.ring(outcome.rev)
    const { incarnation } = await readRevision(db)
    const answer: SetAsideAnswer = { serverTime: now(), incarnation, moved: outcome.kind === 'moved' }
    return c.json(answer)
  })
}
