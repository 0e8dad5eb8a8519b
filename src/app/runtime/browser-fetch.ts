// The browser's fetch as the hub's client wants it: a whole answer in time, or a rejection.
import type { HubFetch } from '../../contract/hub-client.ts'

export const browserFetch: HubFetch = async ({ method, path, body, timeoutMs }) => {
  const response = await fetch(path, {
    method,
    body,
    headers: body === null ? {} : { 'content-type': 'application/json' },
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const retryAfter = Number(response.headers.get('retry-after'))
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    retryAfter: response.headers.has('retry-after') && Number.isFinite(retryAfter) ? retryAfter : null,
    text: await response.text(),
  }
}
