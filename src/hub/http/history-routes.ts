// Reading down to a cell and its history: for the administration, and for whoever may read the cell (п. 2.10, 4.1–4.4).
import { Hono } from 'hono'
import { readCellHistory, readLessonCells } from '../board/cell-history.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'
import { needSession } from './session-routes.ts'

export const historyRoutes = (parts: Parts) => {
  const { db, school, now } = parts
  return new Hono<HubEnv>()
    .use('/lessons/*', needSession(parts))
    .use('/history', needSession(parts))
    .get('/lessons/:id/cells', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const read = await readLessonCells(db, lists, c.get('session').person, c.req.param('id'), now())
      return read.kind === 'told' ? c.json(read.answer) : problem(c, read.kind)
    })
    .get('/history', async (c) => {
      const lists = await school()
      if (!lists) return problem(c, 'internal')
      const key = c.req.query('cell') ?? ''
      if (key === '' || key.length > 500) return problem(c, 'malformed')
      const read = await readCellHistory(db, lists, c.get('session').person, key, now())
      return read.kind === 'told' ? c.json(read.answer) : problem(c, read.kind)
    })
}
