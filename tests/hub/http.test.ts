// What reaches the hub from outside: bad bodies, other origins, and what machines read of it.
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { protocolVersion } from '../../src/contract/protocol.ts'
import { schemas } from '../../src/hub/http/open-api/schemas.ts'
import { makeEntry } from '../domain/entries.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

/** Leaves the database no room for an entry, each in its own words. */
const fill = {
  SQLite: ['pragma max_page_count = 1'],
  PostgreSQL: [
    "create function no_room() returns trigger language plpgsql as $$ begin raise 'no room' using errcode = '53100'; end $$",
    'create trigger no_room before insert on entry for each row execute function no_room()',
  ],
}
const gzipped = (text: string) => new Uint8Array(gzipSync(text))

describe.each(databases)('the hub over HTTP, on $name', ({ name, open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const teacher = await rig.signIn('algebraist', 'tablet')
    const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      rig.hub.app.request('/api/push', {
        method: 'POST',
        headers: { cookie: teacher.cookie(), 'content-type': 'application/json', ...headers },
        body,
      })
    return { ...rig, teacher, post }
  }
  afterEach(() => stop())
  const test = it.skipIf(skip)
  const batch = () => JSON.stringify(pushOf([makeEntry({ id: 'a1' })]))

  test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
    ['no JSON', '{"protocol":', {}, 400, 'malformed'],
    ['JSON of something else', '{"entries":3}', {}, 400, 'malformed'],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 400, 'malformed'],
    [
      'broken gzip',
      new TextEncoder().encode('no gzip at all'),
      { 'content-encoding': 'gzip' },
      400,
      'malformed',
    ],
    [
      'another protocol',
      JSON.stringify({
        ...JSON.parse(JSON.stringify(pushOf([makeEntry({ id: 'a' })]))),
        protocol: protocolVersion + 1,
      }),
      {},
      400,
      'otherProtocol',
    ],
    ['ten megabytes', `"${'x'.repeat(10_000_001)}"`, {}, 413, 'tooLarge'],
    [
      'ten megabytes in a small gzip',
      gzipped(`"${'x'.repeat(10_000_001)}"`),
      { 'content-encoding': 'gzip' },
      413,
      'tooLarge',
    ],
    ['1001 entries', JSON.stringify({ entries: Array(1001).fill(0) }), {}, 413, 'tooLarge'],
    ['a page of another origin', '{}', { 'sec-fetch-site': 'cross-site' }, 403, 'forbidden'],
  ])('answers %s with a code and keeps nothing', async (_, body, headers, status, error) => {
    const { post, db } = await start()
    const response = await post(body, headers)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error })
    expect(await db.selectFrom('entry').select('id').execute()).toEqual([])
  })

  test('takes a gzipped batch', async () => {
    const { post } = await start()
    const response = await post(gzipped(batch()), { 'content-encoding': 'gzip' })
    expect(await response.json()).toMatchObject({ receipts: [{ state: 'accepted' }] })
  })

  test.each([0, 1, 2])('takes the batch of a tablet whose protocol is %i behind', async (behind) => {
    const { post } = await start()
    const former = { ...JSON.parse(batch()), protocol: protocolVersion - behind }
    expect(await (await post(JSON.stringify(former))).json()).toMatchObject({
      receipts: [{ state: 'accepted' }],
    })
  })

  test('takes nothing without a session', async () => {
    const { post } = await start()
    const response = await post(batch(), { cookie: 'journal_session=made-up' })
    expect(response.status).toBe(401)
  })

  test('describes itself in OpenAPI 3.1 from the contract', async () => {
    const { hub } = await start()
    const described = await (await hub.app.request('/api/openapi.json')).json()
    expect(described.openapi).toBe('3.1.0')
    expect(Object.keys(described.paths)).toContain('/api/push')
    const { properties } = described.components.schemas.Entry
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['id', 'cell', 'value', 'saw', 'follows']))
  })

  test('describes every route it has, and no other', async () => {
    const { hub } = await start()
    const { paths } = await (await hub.app.request('/api/openapi.json')).json()
    const described = Object.entries<object>(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    // What stands under ALL is for every request alike: headers, sessions, the answer to an unknown path.
    const routes = hub.app.routes.filter(({ method }) => method !== 'ALL')
    const own = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.sort()).toEqual([...new Set(own)].sort())
  })

  test('tells that it lives, and its numbers, and neither names a person', async () => {
    const { hub, post } = await start()
    await post(batch())
    const health = await (await hub.app.request('/healthz')).json()
    expect(health).toMatchObject({ status: 'ok', school: 1 })
    expect(schemas.Health.parse(health)).toEqual(health)
    const metrics = await (await hub.app.request('/metrics')).text()
    expect(metrics).toContain('hub_entries{state="accepted"} 1')
    expect(metrics).toContain('hub_backlog_entries 1')
    expect(metrics).not.toContain('algebraist')
  })

  test('forbids scripts and frames of others', async () => {
    const { hub } = await start()
    const { headers } = await hub.app.request('/healthz')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('says that its disk is full with a code of its own', async () => {
    const { post, db } = await start()
    for (const statement of fill[name]) await sql.raw(statement).execute(db)
    const big = Array.from({ length: 400 }, (_, at) =>
      makeEntry({
        id: `full-${at}`,
        seq: at + 1,
        cell: { kind: 'topic', lesson: 's1@2026-11-24' },
        value: { planItem: null, text: 'о'.repeat(1000) },
      }),
    )
    const response = await post(JSON.stringify(pushOf(big)))
    expect([response.status, await response.json()]).toEqual([507, { error: 'storageFull' }])
  })
})
