// Guesses sent at once and guesses spread over many logins: how many of them are looked at is told by argon2 itself,
// which is made cheap here, for hundreds of guesses would cost minutes.
import { verify } from '@node-rs/argon2'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { databases } from './databases.ts'
import { createHubRig, password } from './hub-rig.ts'

vi.mock('@node-rs/argon2', async (real) => ({
  ...(await real<typeof import('@node-rs/argon2')>()),
  verify: vi.fn(async (_: string, given: string) => given === password),
}))

describe.each(databases)('guesses of a password on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const signIn = async (login: string, given: string, remoteAddress = '10.0.0.5', forwarded = '') => {
      const body = JSON.stringify({ login, password: given, device: 'd' })
      const headers = {
        'content-type': 'application/json',
        ...(forwarded && { 'x-forwarded-for': forwarded }),
      }
      const sent = { method: 'POST', headers, body }
      const response = await rig.hub.app.request('/api/session', sent, {
        incoming: { socket: { remoteAddress } },
      })
      return { status: response.status, retryAfter: response.headers.get('retry-after') }
    }
    return { ...rig, signIn }
  }
  beforeEach(() => void vi.mocked(verify).mockClear())
  afterEach(() => stop())
  const test = it.skipIf(skip)
  const paused = { status: 429, retryAfter: '900' }

  test('are five for a login, however many come at once', async () => {
    const { signIn, clock } = await start()
    const said = await Promise.all(Array.from({ length: 20 }, (_, n) => signIn('algebraist', `нет ${n}`)))
    expect(verify).toHaveBeenCalledTimes(5)
    expect(said.filter((one) => one.status === 401)).toHaveLength(5)
    expect(said.filter((one) => one.status === 429)).toEqual(Array(15).fill(paused))
    expect(await signIn('algebraist', password)).toEqual(paused)
    expect(await signIn('algebraist', password, '10.0.0.6')).toMatchObject({ status: 200 })
    clock.set('2026-11-24T05:15:01.000Z')
    expect(await signIn('algebraist', password)).toMatchObject({ status: 200 })
  })

  test('are counted by the address that a proxy on this machine tells, and by no other’s word', async () => {
    const { signIn } = await start()
    const guess = (socket: string, forwarded: string) => signIn('algebraist', 'нет', socket, forwarded)
    for (let n = 0; n < 5; n += 1) await guess('127.0.0.1', '10.9.9.9, 10.0.0.7')
    expect(await guess('127.0.0.1', '10.0.0.7')).toEqual(paused)
    expect(await signIn('algebraist', password, '::ffff:127.0.0.1', '10.0.0.8')).toMatchObject({
      status: 200,
    })
    // From elsewhere another name for oneself at each guess changes nothing.
    for (let n = 0; n < 5; n += 1) await guess('10.0.0.9', `10.1.1.${n}`)
    expect(await guess('10.0.0.9', '10.1.1.9')).toEqual(paused)
  })

  test('are three hundred for an address, whatever the logins, and its right passwords are none of them', async () => {
    const { signIn, clock } = await start()
    const wrong = (n: number) => signIn(`guessed-${n}`, 'нет')
    for (let n = 0; n < 299; n += 1) await wrong(n)
    for (let n = 0; n < 3; n += 1) {
      expect(await signIn('algebraist', password)).toMatchObject({ status: 200 })
    }
    const last = await Promise.all(Array.from({ length: 20 }, (_, n) => wrong(300 + n)))
    expect(last.filter((one) => one.status === 401)).toHaveLength(1)
    expect(await signIn('algebraist', password)).toEqual(paused)
    expect(await signIn('algebraist', password, '10.0.0.6')).toMatchObject({ status: 200 })
    clock.set('2026-11-24T05:15:01.000Z')
    expect(await signIn('algebraist', password)).toMatchObject({ status: 200 })
  })
})
