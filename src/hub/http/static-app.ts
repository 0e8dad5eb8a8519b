// Serves the built app: hashed files for good, everything else asked anew each time, any route with the one page.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { HubEnv } from './environment.ts'
import { problem } from './problem.ts'

export const staticApp = (folder: string) =>
  new Hono<HubEnv>()
    .use(async (c, next) => {
      await next()
      const hashed = c.req.path.startsWith('/assets/') && c.res.status === 200
      c.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    })
    .use(serveStatic({ root: folder }))
    .get('*', async (c) => {
      // A missing file is not a page: a script that gets HTML fails in a way nobody understands.
      if (/\.[a-z0-9]+$/i.test(c.req.path)) return problem(c, 'notFound')
      return c.html(await readFile(join(folder, 'index.html'), 'utf8'))
    })
