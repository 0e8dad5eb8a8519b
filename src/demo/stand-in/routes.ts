// How the stand-in АИС answers over HTTP.
import type { IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import type { AisBook } from './book.ts'
import { journalPage, loginPage, sessionPage } from './pages.ts'

export interface Faults {
  /** The next write is done, but its answer never comes. */
  loseNextAnswer: boolean
  /** The next write is neither done nor answered. */
  dropNextWrite: boolean
  /** A person's edit that gets in between the reading and the writing of a page. */
  beforeNextWrite: (() => void) | null
  /** Lessons that can be read and not changed, as those of a closed period. */
  locked: Set<string>
}

interface Env {
  Bindings: { incoming?: IncomingMessage }
}

/** Goes back only to where the browser could have come from: the same host. */
const mayReturn = (returnTo: string, here: string): boolean => {
  try {
    return new URL(returnTo).hostname === new URL(here).hostname
  } catch {
    return false
  }
}

export const standInRoutes = (book: AisBook, faults: Faults): Hono<Env> => {
  const app = new Hono<Env>()
  const personOf = (header: string | undefined): string | null =>
    book.personOf(header?.replace(/^Bearer /, '') ?? '')

  app.get('/login', (c) => c.html(loginPage()))
  app.get('/journal', (c) => c.html(journalPage(book.lessons().map(book.page))))
  app.get('/session', (c) => c.html(sessionPage(c.req.query('person') ?? '', c.req.query('return') ?? '')))
  app.post('/session', async (c) => {
    const form = await c.req.parseBody()
    const returnTo = String(form.return ?? '')
    if (!mayReturn(returnTo, c.req.url)) return c.text('return must be on this host', 400)
    const address = new URL(returnTo)
    address.searchParams.set('code', book.giveCode(String(form.person ?? '')))
    return c.redirect(address.href, 303)
  })
  app.post('/api/session', async (c) => {
    const { code } = await c.req.json<{ code?: string }>()
    const session = book.openSession(code ?? '')
    return session ? c.json(session) : c.text('no such code', 401)
  })
  app.get('/api/lessons/:lesson', (c) =>
    personOf(c.req.header('authorization')) === null
      ? c.text('no session', 401)
      : c.json(book.page(c.req.param('lesson'))),
  )
  app.post('/api/lessons/:lesson', async (c) => {
    const person = personOf(c.req.header('authorization'))
    if (person === null) return c.text('no session', 401)
    if (faults.locked.has(c.req.param('lesson'))) return c.text('editing is closed', 403)
    const { writes } = await c.req.json<{ writes: Record<string, string> }>()
    const dropped = faults.dropNextWrite
    const lost = faults.loseNextAnswer
    faults.dropNextWrite = false
    faults.loseNextAnswer = false
    faults.beforeNextWrite?.()
    faults.beforeNextWrite = null
    if (!dropped) book.write(c.req.param('lesson'), writes, person)
    if (dropped || lost) c.env.incoming?.socket.destroy()
    return c.json({ written: Object.keys(writes).length })
  })
  return app
}
