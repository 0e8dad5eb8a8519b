// What stands between tablet and hub: lets through, answers in the hub's place, drips, or loses answers.
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { sleep } from './sleep.ts'

export type Mood =
  | { kind: 'open' }
  /** Nobody answers. */
  | { kind: 'silent' }
  /** A page of somebody else's instead of every answer. */
  | { kind: 'portal' }
  /** Each answer of the API at so many bytes a second. */
  | { kind: 'drip'; bytesPerSecond: number }
  /** The hub takes the push and its answer never arrives, with this chance. */
  | { kind: 'losesAnswers'; chance: number }
  /** A push breaks off in its middle on the way there, its answer on the way back: by turns. */
  | { kind: 'cuts' }

type Cut = 'push' | 'answer' | null

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** A tablet gzips a batch that is large enough. */
export const entriesIn = (body: Buffer, coding: string | undefined): number => {
  const plain = coding === 'gzip' ? gunzipSync(body) : body
  return (JSON.parse(plain.toString()) as { entries: unknown[] }).entries.length
}

const drip = async (
  from: AsyncIterable<Buffer> | Iterable<Buffer>,
  to: ServerResponse,
  bytesPerSecond: number,
): Promise<void> => {
  for await (const part of from) {
    for (const byte of part) {
      if (to.destroyed) return
      to.write(Buffer.of(byte))
      await sleep(1_000 / bytesPerSecond)
    }
  }
  to.end()
}

/** Listens on `port` before the hub on `hubPort`. */
export const openProxy = async (port: number, hubPort: number) => {
  let mood: Mood = { kind: 'open' }
  const seen = {
    pushedEntries: 0,
    pushes: 0,
    lostAnswers: 0,
    portalPages: 0,
    dripped: 0,
    cutPushes: 0,
    cutAnswers: 0,
    refused: 0,
  }

  /** The hub has taken a push; what of its answer comes back is a matter of the mood. */
  const answerPush = (whole: Buffer, from: IncomingMessage, answer: ServerResponse, cut: Cut): void => {
    // Counted here: on the tablet a later pull puts a wrong receipt right.
    seen.refused += whole.toString().split('"refused"').length - 1
    if (mood.kind === 'losesAnswers' && Math.random() < mood.chance) {
      seen.lostAnswers += 1
      return void answer.destroy()
    }
    const { 'content-length': _, ...told } = from.headers
    answer.writeHead(from.statusCode ?? 502, told)
    if (cut === 'answer') {
      seen.cutAnswers += 1
      answer.write(whole.subarray(0, whole.length / 2), () => answer.destroy())
    } else if (mood.kind === 'drip') {
      seen.dripped += 1
      void drip([whole], answer, mood.bytesPerSecond).catch(() => undefined)
    } else answer.end(whole)
  }
  const relay = (incoming: IncomingMessage, body: Buffer, answer: ServerResponse): void => {
    const { method, url, headers } = incoming
    const entries =
      method === 'POST' && url === '/api/push' ? entriesIn(body, headers['content-encoding']) : 0
    // A push without entries is only a report.
    const isPush = entries > 0
    if (isPush) seen.pushes += 1
    seen.pushedEntries += entries
    const cut: Cut = isPush && mood.kind === 'cuts' ? (seen.pushes % 2 === 0 ? 'push' : 'answer') : null
    const onward = request({ host: '127.0.0.1', port: hubPort, method, path: url, headers }, (from) => {
      if (isPush)
        return void bodyOf(from).then(
          (whole) => answerPush(whole, from, answer, cut),
          () => answer.destroy(),
        )
      const { 'content-length': _, ...told } = from.headers
      answer.writeHead(from.statusCode ?? 502, told)
      if (mood.kind === 'drip' && url?.startsWith('/api/')) {
        seen.dripped += 1
        void drip(from, answer, mood.bytesPerSecond).catch(() => undefined)
      } else from.pipe(answer)
      from.on('error', () => answer.destroy())
    })
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    if (cut === 'push') {
      seen.cutPushes += 1
      onward.setHeader('content-length', body.length)
      onward.write(body.subarray(0, body.length / 2), () => onward.destroy())
    } else onward.end(body)
  }
  const server: Server = createServer((incoming, answer) => {
    void bodyOf(incoming)
      .then((body) => {
        if (mood.kind === 'silent') return void answer.destroy()
        if (mood.kind !== 'portal') return relay(incoming, body, answer)
        seen.portalPages += 1
        answer.writeHead(200, { 'content-type': 'text/html' })
        answer.end('<html><body>Войдите в Wi-Fi</body></html>')
      })
      .catch(() => answer.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    seen,
    /** What was under way in the former mood is cut off. */
    set: (next: Mood): void => {
      mood = next
      server.closeAllConnections()
    },
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
