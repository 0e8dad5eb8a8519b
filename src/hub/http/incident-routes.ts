// A deputy's word that a loss which a tablet has told of was dealt with.
import { Hono } from 'hono'
import { type DealtIncidentAnswer, dealtIncidentSchema } from '../../contract/loss-schema.ts'
import { mayDeclareLoss } from '../../domain/role.ts'
import { readRevision } from '../database/revision.ts'
import { dealWithIncident } from '../losses/incidents.ts'
import { readBody } from './body.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const incidentRoutes = (parts: Parts) => {
  const { db, school, now, newId, doorbell } = parts
  return new Hono<HubEnv>().use('/incidents', needSession(parts)).post('/incidents', async (c) => {
    const lists = await school()
    if (!lists) return problem(c, 'internal')
    const { person } = c.get('session')
    if (!mayDeclareLoss(lists, person)) return problem(c, 'forbidden')
    const act = await readBody(c.req.raw, dealtIncidentSchema)
    if (!act.ok) return problem(c, act.why)
    const outcome = await dealWithIncident({ db, now, newId }, person, act.value)
    if (outcome.kind === 'done') doorbell.ring(outcome.rev)
    const { incarnation } = await readRevision(db)
    const answer: DealtIncidentAnswer = { serverTime: now(), incarnation, moved: outcome.kind === 'unknown' }
    return c.json(answer)
  })
}
