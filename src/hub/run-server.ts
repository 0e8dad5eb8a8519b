// Listens, and stops cleanly: no new request is taken, those under way end, then the database is closed.
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'

export interface Running {
  port: number
  stop(): Promise<void>
}

/** Rejects when the port is taken. */
export const runServer = (
  fetch: (request: Request, env: never) => Response | Promise<Response>,
  at: { port: number; host: string },
  close: () => Promise<void>,
): Promise<Running> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch: fetch as (request: Request) => Response }) as Server
    server.once('error', reject)
    server.listen(at.port, at.host, () => {
      const address = server.address()
      resolve({
        port: address && typeof address === 'object' ? address.port : at.port,
        stop: async () => {
          const ended = new Promise((done) => server.close(done))
          server.closeIdleConnections()
          // Streams of events end with the bell, which `close` ends; nothing else lasts longer than this.
          const patience = setTimeout(() => server.closeAllConnections(), 3_000)
          await close()
          server.closeIdleConnections()
          await ended
          clearTimeout(patience)
        },
      })
    })
  })
