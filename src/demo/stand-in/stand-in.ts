// The stand-in АИС СРО: an HTTP server of its own with its own data, and a switch that really closes its socket.
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { openAisBook } from './book.ts'
import { type Faults, standInRoutes } from './routes.ts'

export interface StandInPorts {
  /** A file, or `:memory:`. */
  file: string
  host: string
  /** 0 takes any free port at the first start and keeps it. */
  port: number
  now(): string
  newToken(): string
}

export const createStandIn = (ports: StandInPorts) => {
  const book = openAisBook(ports.file, ports)
  const faults: Faults = {
    ...{ loseNextAnswer: false, dropNextWrite: false, beforeNextWrite: null, locked: new Set() },
  }
  const routes = standInRoutes(book, faults)
  let server: Server | null = null
  let port = ports.port

  /** Listens. Rejects when the port is taken. */
  const up = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (server) return resolve()
      const made = createAdaptorServer({ fetch: routes.fetch }) as Server
      made.once('error', reject)
      made.listen(port, ports.host, () => {
        const address = made.address()
        if (address && typeof address === 'object') port = address.port
        server = made
        resolve()
      })
    })

  /** Stops listening and cuts every connection. */
  const down = (): Promise<void> =>
    new Promise((resolve) => {
      if (!server) return resolve()
      server.close(() => resolve())
      server.closeAllConnections()
      server = null
    })

  return {
    up,
    down,
    isDown: (): boolean => server === null,
    baseUrl: (): string => `http://${ports.host}:${port}`,
    /** What АИС holds now, and what a person changes there by hand. */
    book,
    faults,
    close: async (): Promise<void> => {
      await down()
      book.close()
    },
  }
}

export type StandIn = ReturnType<typeof createStandIn>
