// A port for a server that will be started later, and perhaps again: nobody may take it in between.
import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:net'

// Below the range from which the system gives ports to outgoing connections, so that none of them can slip in.
const range = { from: 15_000, to: 23_500 }
/** So far above a port stands the one that says it is given: held as long as this process lives, and seen by all others. */
const claimAbove = 8_500
const tries = 50

const listenAt = (port: number): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

const isFree = async (port: number): Promise<boolean> => {
  const server = await listenAt(port)
  if (server === null) return false
  await new Promise((closed) => server.close(closed))
  return true
}

const claim = async (port: number): Promise<boolean> => {
  const server = await listenAt(port + claimAbove)
  // It keeps nobody from ending.
  server?.unref()
  return server !== null
}

export const freePort = async (pick = () => randomInt(range.from, range.to)): Promise<number> => {
  for (let left = tries; left > 0; left -= 1) {
    const port = pick()
    if ((await claim(port)) && (await isFree(port))) return port
  }
  throw new Error(`no free port among ${tries} of ${range.from}–${range.to}`)
}
