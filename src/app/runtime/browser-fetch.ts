// The browser's fetch as the hub's client wants it: a whole answer in time, or a rejection.
import { type HubFetch, readRetryAfter } from '../../contract/hub-client.ts'

/** Below this gzip saves less than it costs. */
const gzipFrom = 4_096

/** A batch is mostly the same words again: on a slow link it goes in a tenth of its bytes. */
const packed = async (body: string): Promise<{ body: BodyInit; headers: Record<string, string> }> => {
  const headers = { 'content-type': 'application/json' }
  if (body.length < gzipFrom || typeof CompressionStream === 'undefined') return { body, headers }
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))
  // Whole, for a streamed body would need HTTP/2 and a half-open connection.
  return {
    body: await new Response(stream).blob(),
    headers: { ...headers, 'content-encoding': 'gzip' },
  }
}

export const browserFetch: HubFetch = async ({ method, path, body, timeoutMs }) => {
  const response = await fetch(path, {
    method,
    ...(body === null ? {} : await packed(body)),
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    retryAfter: readRetryAfter(response.headers.get('retry-after'), Date.now()),
    text: await response.text(),
  }
}
