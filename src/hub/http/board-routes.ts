// What is online by nature: the deputy's board (п. 2.10) and a person's transfer into АИС.
import { Hono } from 'hono'
import type { TransferView } from '../../contract/protocol.ts'
import { periodFault } from '../../domain/control/period.ts'
import { mayReadBoard } from '../../domain/role.ts'
import { readBacklogHistory } from '../board/backlog-log.ts'
import { readBoard } from '../board/board.ts'
import { readFindings } from '../board/findings.ts'
import { readPeriod } from '../board/period/read-period.ts'
import { readWaitingTermMarks } from '../board/term-marks.ts'
import { readRevision } from '../database/revision.ts'
import { date as readDate } from '../import/readers.ts'
import { countToCarry } from '../transfer/may-carry.ts'
import type { HubEnv, Parts } from './environment.ts'
import { noPeriod, problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const boardRoutes = (parts: Parts) => {
  const { db, school, now, watch, carrier } = parts
  return new Hono<HubEnv>()
    .use(needSession(parts))
    .get('/board', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      if (!mayReadBoard(lists, c.get('session').person)) return problem(c, 'forbidden')
      return c.json(
        await readBoard(db, lists, c.get('session').person, { now: now(), ais: watch?.last() ?? null }),
      )
    })
    .get('/board/backlog', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      if (!mayReadBoard(lists, c.get('session').person)) return problem(c, 'forbidden')
      return c.json(await readBacklogHistory(db, lists, now()))
    })
    .get('/board/term-marks', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const { person } = c.get('session')
      if (!mayReadBoard(lists, person)) return problem(c, 'forbidden')
      return c.json(await readWaitingTermMarks(db, lists, person, c.req.query('class') ?? '', now()))
    })
    .get('/board/period', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      if (!mayReadBoard(lists, c.get('session').person)) return problem(c, 'forbidden')
      const period = { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' }
      const fault = periodFault(period)
      return fault === null ? c.json(await readPeriod(db, lists, period, now())) : noPeriod(c, fault)
    })
    .get('/findings', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      if (!mayReadBoard(lists, c.get('session').person)) return problem(c, 'forbidden')
      const date = readDate(c.req.query('date') ?? '')
      if (!date.ok) return problem(c, 'malformed')
      return c.json(await readFindings(db, lists, date.value, now()))
    })
    .get('/transfer', async (c) => {
      const { person } = c.get('session')
      const { incarnation } = await readRevision(db)
      const run = carrier?.runOf(person)
      const returnTo = new URL('/api/transfer/return', c.req.url).href
      const view: TransferView = {
        serverTime: now(),
        incarnation,
        running: run?.running ?? false,
        sessionExpiresAt: run?.sessionExpiresAt ?? null,
        waiting: await countToCarry(db, await school(), person, now()),
        written: run?.written ?? 0,
        verified: run?.verified ?? 0,
        conflicts: run?.conflicts ?? 0,
        stopped: run?.stopped ?? null,
        sessionPage: carrier?.sessionPage(person, returnTo) ?? '',
      }
      return c.json(view)
    })
    .get('/transfer/return', async (c) => {
      if (!carrier) return problem(c, 'notFound')
      const { person } = c.get('session')
      const outcome = await carrier.returned(person, c.req.query('code') ?? '', c.req.query('state') ?? '')
      return c.redirect(outcome === 'started' ? '/transfer' : `/transfer?session=${outcome}`)
    })
}
