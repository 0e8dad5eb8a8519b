// The hub's whole HTTP face. Nothing here decides: routes hand over to the rooms' modules.
import { Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import { readRevision } from '../database/revision.ts'
import { boardRoutes } from './board-routes.ts'
import type { HubEnv, Parts } from './environment.ts'
import { giveUpRoutes } from './give-up-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { incidentRoutes } from './incident-routes.ts'
import { lossRoutes } from './loss-routes.ts'
import { openApi } from './open-api/open-api.ts'
import { outageRoutes } from './outage-routes.ts'
import { isStorageFull, isUnkeepable, problem } from './problem.ts'
import { reminderRoutes } from './reminder-routes.ts'
import { schoolRoutes } from './school-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { setAsideRoutes } from './set-aside-routes.ts'
import { staticApp } from './static-app.ts'
import { syncRoutes } from './sync-routes.ts'
import { unboundRoutes } from './unbound-routes.ts'

/** A page of another origin must not act in a signed-in person's name. */
const sameOrigin: MiddlewareHandler<HubEnv> = async (c, next) => {
  const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
  const site = c.req.header('sec-fetch-site')
  if (!reading && site !== undefined && site !== 'same-origin') return problem(c, 'forbidden')
  return next()
}

const observed =
  ({ log, metrics }: Parts): MiddlewareHandler<HubEnv> =>
  async (c, next) => {
    const began = performance.now()
    await next()
    const seconds = (performance.now() - began) / 1000
    // The route's pattern, not the path: a path may name a lesson or a person.
    const labels = { method: c.req.method, route: routePath(c, -1), status: c.res.status }
    metrics.requests.observe(labels, seconds)
    log.info({ ...labels, ms: Math.round(seconds * 1000) }, 'request')
  }

export const createHttp = (parts: Parts): Hono<HubEnv> => {
  const api = new Hono<HubEnv>()
    .use(async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-store')
    })
    .use(sameOrigin)
    .get('/openapi.json', (c) => c.json(openApi()))
    .route('/', sessionRoutes(parts))
    .route('/', syncRoutes(parts))
    .route('/', boardRoutes(parts))
    .route('/', historyRoutes(parts))
    .route('/', giveUpRoutes(parts))
    .route('/', outageRoutes(parts))
    .route('/', lossRoutes(parts))
    .route('/', incidentRoutes(parts))
    .route('/', setAsideRoutes(parts))
    .route('/', reminderRoutes(parts))
    .route('/', schoolRoutes(parts))
    .route('/', unboundRoutes(parts))
    .all('*', (c) => problem(c, 'notFound'))

  const app = new Hono<HubEnv>()
    .use(observed(parts))
    .use(
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
        // Over plain HTTP inside a school it would lock the tablets out; the proxy in front says it.
        strictTransportSecurity: false,
      }),
    )
    .route('/api', api)
    .get('/healthz', async (c) => {
      const { rev } = await readRevision(parts.db)
      const school = await parts.school()
      const backup = parts.backups?.state() ?? null
      return c.json({ status: 'ok', rev, school: school?.version ?? null, backup })
    })
    .get('/metrics', async (c) => c.text(await parts.metrics.registry.metrics()))

  app.onError((error, c) => {
    const full = isStorageFull(error)
    parts.log.error({ route: routePath(c, -1), error: error.name, full }, 'request failed')
    if (isUnkeepable(error)) return problem(c, 'malformed')
    return problem(c, full ? 'storageFull' : 'internal')
  })
  if (parts.assets !== null) app.route('/', staticApp(parts.assets))
  return app
}
