// What goes over the network: a large body in gzip that the hub can read, a small one as it is.
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, it, vi } from 'vitest'
import { browserFetch } from '../../src/app/runtime/browser-fetch.ts'

afterEach(() => void vi.unstubAllGlobals())

/** What the browser is asked to send. */
const sent = async (body: string | null): Promise<Request> => {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(new Request(`http://hub${path}`, init))
    return new Response('{}')
  })
  await browserFetch({ method: 'POST', path: '/api/push', body, timeoutMs: 1_000 })
  const [request] = asked
  if (!request) throw new Error('nothing was sent')
  return request
}

it('sends a batch in gzip', async () => {
  const body = JSON.stringify(Array.from({ length: 400 }, (_, seq) => ({ seq, text: 'отсутствует' })))
  const request = await sent(body)
  const bytes = Buffer.from(await request.arrayBuffer())
  expect(request.headers.get('content-encoding')).toBe('gzip')
  expect(request.headers.get('content-type')).toBe('application/json')
  expect(gunzipSync(bytes).toString('utf8')).toBe(body)
  expect(bytes.length).toBeLessThan(body.length / 5)
})

it('sends a few words as they are, and a batch too where the browser can’t gzip', async () => {
  const few = await sent('{"a":1}')
  expect([few.headers.get('content-encoding'), await few.text()]).toEqual([null, '{"a":1}'])
  vi.stubGlobal('CompressionStream', undefined)
  const body = 'x'.repeat(10_000)
  const plain = await sent(body)
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, body])
})
