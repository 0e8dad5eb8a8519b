// Reminders that the head and the deputies send (п. 2.10, 4.1, 4.2).
import { Hono } from 'hono'
import { sendReminderSchema } from '../../contract/reminder-schema.ts'
import { mayRemind } from '../../domain/role.ts'
import { readReminders, sendReminder } from '../reminders/reminders.ts'
import { readBody } from './body.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const reminderRoutes = (parts: Parts) => {
  const { db, school, now, newId, doorbell } = parts
  return new Hono<HubEnv>()
    .use('/reminders', needSession(parts))
    .get('/reminders', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      if (!mayRemind(lists, c.get('session').person)) return problem(c, 'forbidden')
      return c.json(await readReminders(db, lists, now()))
    })
    .post('/reminders', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const { person } = c.get('session')
      if (!mayRemind(lists, person)) return problem(c, 'forbidden')
      const wanted = await readBody(c.req.raw, sendReminderSchema)
      if (!wanted.ok) return problem(c, wanted.why)
      const outcome = await sendReminder({ db, now, newId }, lists, person, wanted.value)
      if (outcome.kind === 'unknownPerson') return problem(c, 'notFound')
      doorbell.ring(outcome.rev)
      return c.json(await readReminders(db, lists, now()))
    })
}
