// The school's lists by hand: read and edited by a deputy (п. 4.2); tablets get each version with their next pull.
import { Hono } from 'hono'
import { schoolEditSchema } from '../../contract/school-edit-schema.ts'
import { mayEditSchool, mayReadBoard } from '../../domain/role.ts'
import { replayHeld } from '../intake/replay-held.ts'
import { editSchool } from '../school/edit-school.ts'
import { readSchoolAnswer } from '../school/school-answer.ts'
import { readBody } from './body.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const schoolRoutes = (parts: Parts) => {
  const { db, school, now, newId, doorbell, log } = parts
  const answer = async () => {
    const lists = await school()
    if (!lists) throw new Error('the hub has no school')
    return readSchoolAnswer(db, lists, now())
  }
  return new Hono<HubEnv>()
    .use(needSession(parts))
    .get('/school', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      if (!mayReadBoard(lists, c.get('session').person)) return problem(c, 'forbidden')
      return c.json(await answer())
    })
    .post('/school', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const { person } = c.get('session')
      if (!mayEditSchool(lists, person)) return problem(c, 'forbidden')
      const edit = await readBody(c.req.raw, schoolEditSchema)
      if (!edit.ok) return problem(c, edit.why)
      const outcome = await editSchool({ db, now, newId }, person, edit.value)
      if (outcome.kind === 'stale') return c.json({ ...(await answer()), stale: true })
      if (outcome.kind === 'refused') return c.json({ ...(await answer()), faults: outcome.faults })
      const bound = await replayHeld(db, school, now())
      log.info({ version: outcome.version, bound }, 'school edited')
      doorbell.ring(outcome.rev)
      return c.json(await answer())
    })
}
