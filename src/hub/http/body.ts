// Reads a JSON body, gzipped or not, and never more of it than a batch may be.
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type * as z from 'zod/mini'

const maxBodyBytes = 10_000_000

export type ReadBody<T> = { ok: true; value: T } | { ok: false; why: 'malformed' | 'tooLarge' }

class TooLarge extends Error {}

const collect = async (stream: AsyncIterable<Uint8Array>): Promise<string> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    size += part.byteLength
    // A small gzip can hold a large text, so what counts is what comes out.
    if (size > maxBodyBytes) throw new TooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

const textOf = async (request: Request): Promise<string> => {
  if (!request.body) return ''
  const raw = Readable.fromWeb(request.body as import('node:stream/web').ReadableStream)
  if (request.headers.get('content-encoding') !== 'gzip') return collect(raw)
  const plain = createGunzip()
  raw.on('error', (error) => plain.destroy(error))
  return collect(raw.pipe(plain))
}

/** Nothing that the hub is told is nested so deeply, and what is would end whoever walks through it. */
const mostNested = 40

const isDeep = (body: unknown): boolean => {
  let level = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostNested) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

/** Any JSON; `malformed` where the body is none, or is nested too deeply. */
export const readJson = async (request: Request): Promise<ReadBody<unknown>> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return { ok: false, why: 'tooLarge' }
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) {
    return { ok: false, why: 'malformed' }
  }
  try {
    const value: unknown = JSON.parse(await textOf(request))
    return isDeep(value) ? { ok: false, why: 'malformed' } : { ok: true, value }
  } catch (error) {
    return { ok: false, why: error instanceof TooLarge ? 'tooLarge' : 'malformed' }
  }
}

/** SQLite cuts a text at a zero byte and PostgreSQL refuses it: no column would say what the person said. */
const holdsZero = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsZero)

export const readBody = async <T>(request: Request, schema: z.ZodMiniType<T>): Promise<ReadBody<T>> => {
  const json = await readJson(request)
  if (!json.ok) return json
  const parsed = schema.safeParse(json.value)
  return parsed.success && !holdsZero(parsed.data)
    ? { ok: true, value: parsed.data }
    : { ok: false, why: 'malformed' }
}
