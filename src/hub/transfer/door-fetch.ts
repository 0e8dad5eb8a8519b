// How a door reaches АИС from the hub: one request, a whole answer in time, or a rejection.
import type { DoorFetch } from '../../connectors/stand-in/stand-in-door.ts'

export const doorFetch: DoorFetch = async ({ method, url, headers, body, timeoutMs }) => {
  const response = await fetch(url, {
    method,
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  return { status: response.status, text: await response.text() }
}
