// A port for a server that will be started later, and perhaps again: nobody may take it in between.
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Below the range from which the system gives ports to outgoing connections, so that none of them can slip in.
const range = { from: 15_000, to: 32_000 }
const tries = 50

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

export const freePort = async (): Promise<number> => {
  for (let left = tries; left > 0; left -= 1) {
    const port = randomInt(range.from, range.to)
    if (await isFree(port)) return port
  }
  throw new Error(`no free port among ${tries} of ${range.from}–${range.to}`)
}
