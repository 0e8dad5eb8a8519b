// Sign-in, «who am I» and sign-out. The token travels in a cookie that no script can read.
import { Hono, type MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Session, signInRequestSchema } from '../../contract/protocol.ts'
import { mayReadBoard } from '../../domain/role.ts'
import type { SignedInSession } from '../accounts/accounts.ts'
import { shortName } from '../board/names.ts'
import { readRevision } from '../database/revision.ts'
import { readBody } from './body.ts'
import { clientAddress } from './client-address.ts'
import type { HubEnv, Parts } from './environment.ts'
import { problem } from './problem.ts'

const cookieName = 'journal_session'

/** Lets only a request with a good session through. */
export const needSession =
  ({ accounts }: Pick<Parts, 'accounts'>): MiddlewareHandler<HubEnv> =>
  async (c, next) => {
    const token = getCookie(c, cookieName)
    const session = token ? await accounts.sessionOf(token) : null
    if (!token || !session) return problem(c, 'signInNeeded')
    c.set('session', session)
    c.set('token', token)
    return next()
  }

export const sessionRoutes = (parts: Parts) => {
  const { db, accounts, school, now } = parts
  const answer = async (session: SignedInSession): Promise<Session | null> => {
    const lists = await school()
    const person = lists?.staff.find((one) => one.id === session.person)
    if (!lists || !person) return null
    const { incarnation } = await readRevision(db)
    return {
      serverTime: now(),
      incarnation,
      person: person.id,
      name: shortName(person),
      board: mayReadBoard(lists, person.id),
      expiresAt: session.expiresAt,
    }
  }

  return new Hono<HubEnv>()
    .post('/session', async (c) => {
      const body = await readBody(c.req.raw, signInRequestSchema)
      if (!body.ok) return problem(c, body.why)
      const { login, password, device } = body.value
      const socket = c.env?.incoming?.socket?.remoteAddress ?? ''
      const from = clientAddress(socket, c.req.header('x-forwarded-for'))
      const outcome = await accounts.signIn(login, password, device, from)
      if (outcome.kind === 'tooManyAttempts') {
        return problem(c, 'tooManyAttempts', outcome.retryAfterSeconds)
      }
      if (outcome.kind === 'wrongPassword') return problem(c, 'wrongPassword')
      const session = await answer(outcome.session)
      // The account's person has left the lists: there is nothing they may work with.
      if (!session) return problem(c, 'forbidden')
      setCookie(c, cookieName, outcome.token, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        expires: new Date(outcome.session.expiresAt),
        secure: new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https',
      })
      return c.json(session)
    })
    .get('/session', needSession(parts), async (c) => {
      const session = await answer(c.get('session'))
      return session ? c.json(session) : problem(c, 'signInNeeded')
    })
    .delete('/session', needSession(parts), async (c) => {
      await accounts.signOut(c.get('token'))
      deleteCookie(c, cookieName, { path: '/' })
      const { incarnation } = await readRevision(db)
      return c.json({ serverTime: now(), incarnation })
    })
}
