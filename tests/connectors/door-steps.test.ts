// A probe says at which step it failed and after how long: the evidence of п. 3.1. Real sockets on loopback.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { seenSentence } from '../../src/app/messages/outages.ts'
import { DoorFailure } from '../../src/connectors/door-fetch.ts'
import { createStandInDoor } from '../../src/connectors/stand-in/stand-in-door.ts'
import { doorFetch } from '../../src/hub/transfer/door-fetch.ts'

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A certificate that nobody vouches for. */
const selfSigned = () => {
  const folder = mkdtempSync(join(tmpdir(), 'door-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const made = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', ...made, '-subj', '/CN=localhost', '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  })
  const pair = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(folder, { recursive: true })
  return pair
}

describe('a probe', () => {
  let server: Server | null = null
  afterEach(() => server?.close())
  const open = async (made: Server): Promise<number> => {
    server = made
    return listen(made)
  }
  const answering = (status: number): RequestListener => {
    return (_, answer) => void answer.writeHead(status).end('…')
  }

  it.each<[string, () => Promise<string>, { step: string; detail: unknown }, string, string]>([
    [
      'of a name that nobody has',
      async () => 'http://ais.invalid',
      { step: 'dns', detail: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) },
      'down',
      'адрес АИС СРО не найден в сети (DNS)',
    ],
    [
      'of a closed port',
      async () => {
        const port = await open(createTcp())
        await new Promise((resolve) => server?.close(resolve))
        return `http://127.0.0.1:${port}`
      },
      { step: 'tcp', detail: 'ECONNREFUSED' },
      'down',
      'сервер АИС СРО не принял соединение (TCP): ECONNREFUSED',
    ],
    [
      'of a certificate that nobody vouches for',
      async () => `https://localhost:${await open(createHttps(selfSigned(), answering(200)))}`,
      { step: 'tls', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      'down',
      'сертификат не подошёл (TLS)',
    ],
    [
      'of a server that is out of order',
      async () => `http://127.0.0.1:${await open(createHttp(answering(503)))}`,
      { step: 'http', detail: '503' },
      'down',
      'сервер АИС СРО ответил (HTTP): 503',
    ],
    [
      'of a server that lets in',
      async () => `http://127.0.0.1:${await open(createHttp(answering(200)))}`,
      { step: 'http', detail: '200' },
      'up',
      'сервер АИС СРО ответил (HTTP): 200',
    ],
    [
      'of something that speaks another language',
      async () => `http://127.0.0.1:${await open(createTcp((socket) => void socket.end('hello\r\n\r\n')))}`,
      { step: 'http', detail: expect.stringMatching(/^HPE_/) },
      'down',
      'ответ оборвался или не разобран (HTTP)',
    ],
  ])('%s says so', async (_, start, seen, reach, words) => {
    const door = createStandInDoor({
      ...{ baseUrl: await start(), fetch: doorFetch, now: () => '2026-11-24T02:00:00.000Z' },
    })
    const probe = await door.probe()
    expect(probe).toMatchObject({ reach, seen: { ...seen, ms: expect.any(Number) } })
    expect(probe.evidence).toContain(probe.seen?.detail)
    expect(probe.seen && seenSentence(probe.seen)).toContain(words)
  })

  it('of a server that never answers gives up, and says that', async () => {
    const port = await open(createTcp(() => {}))
    const request = { method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {}, body: null } as const
    const failure = await doorFetch({ ...request, timeoutMs: 50 }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(DoorFailure)
    expect(failure).toMatchObject({ seen: { step: 'time', detail: 'TimeoutError' } })
  })
})
