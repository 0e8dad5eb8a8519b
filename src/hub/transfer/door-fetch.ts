// How a door reaches АИС from the hub: one request, a whole answer in time, or the step at which it failed.
import { DoorFailure, type DoorFetch } from '../../connectors/door-fetch.ts'
import type { ProbeStep } from '../../domain/outage.ts'

/** By the codes of Node and OpenSSL; whatever else goes wrong, a connection had been made. */
const steps: readonly (readonly [ProbeStep, RegExp])[] = [
  ['dns', /^(ENOTFOUND|EAI_)/],
  ['tls', /CERT|SIGNATURE|ISSUER|^(ERR_TLS|ERR_SSL|EPROTO)/],
  ['tcp', /^(ECONN|ETIMEDOUT|EHOST|ENET|EPIPE|UND_ERR_CONNECT|UND_ERR_SOCKET)/],
  ['time', /^TimeoutError$/],
]

/** `fetch` names no step itself: the innermost cause with a code does. */
const codeOf = (error: unknown): string => {
  let code = error instanceof Error ? error.name : 'unknown'
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string') code = one.code
  }
  return code
}

export const doorFetch: DoorFetch = async ({ method, url, headers, body, timeoutMs }) => {
  const began = performance.now()
  const ms = (): number => Math.round(performance.now() - began)
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal })
    return { status: response.status, text: await response.text(), ms: ms() }
  } catch (error) {
    const detail = codeOf(error)
    const step = steps.find(([, codes]) => codes.test(detail))?.[0] ?? 'http'
    throw new DoorFailure({ step, detail, ms: ms() }, error)
  }
}
