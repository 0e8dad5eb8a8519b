// Signing in: a session that the database knows only by hash, few guesses, and the same words for every wrong try.
import { afterEach, describe, expect, it } from 'vitest'
import { makeEntry } from '../domain/entries.ts'
import { databases } from './databases.ts'
import { createHubRig, password } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

describe.each(databases)('accounts on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    return rig
  }
  afterEach(() => stop())
  const test = it.skipIf(skip)

  test('tells a signed-in person who they are and what they may open', async () => {
    const rig = await start()
    const deputy = await rig.signIn('deputy')
    expect(await deputy.client.session()).toMatchObject({
      kind: 'ok',
      value: { person: 'deputy', name: 'Завьялова И.', board: true },
    })
    const teacher = await rig.signIn('algebraist')
    expect(await teacher.client.session()).toMatchObject({ value: { board: false } })
  })

  test('says the same of a wrong password and of an unknown login', async () => {
    const { client } = (await start()).browser()
    const wrong = { kind: 'refused', problem: { error: 'wrongPassword' } }
    expect(await client.signIn({ login: 'algebraist', password: 'нет', device: 'd' })).toMatchObject(wrong)
    expect(await client.signIn({ login: 'nobody', password, device: 'd' })).toMatchObject(wrong)
    expect(await client.session()).toEqual({ kind: 'signInNeeded' })
  })

  test('asks for a pause after five wrong passwords and forgives after a quarter of an hour', async () => {
    const rig = await start()
    const { client } = rig.browser()
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await client.signIn({ login: 'algebraist', password: 'нет', device: 'd' })
    }
    const paused = await client.signIn({ login: 'algebraist', password, device: 'd' })
    expect(paused).toMatchObject({ problem: { error: 'tooManyAttempts', retryAfterSeconds: 900 } })
    rig.clock.set('2026-11-24T05:15:01.000Z')
    expect(await client.signIn({ login: 'algebraist', password, device: 'd' })).toMatchObject({ kind: 'ok' })
  })

  test('keeps no token and no password in the database as they are', async () => {
    const rig = await start()
    const { cookie } = await rig.signIn('algebraist')
    const token = cookie().split('=')[1] ?? ''
    const kept = JSON.stringify([
      await rig.db.selectFrom('session').selectAll().execute(),
      await rig.db.selectFrom('account').selectAll().execute(),
    ])
    expect(token.length).toBeGreaterThan(20)
    expect(kept).not.toContain(token)
    expect(kept).not.toContain(password)
    expect(kept).toContain('$argon2id$')
  })

  test('ends a session when it is signed out of, and after two weeks', async () => {
    const rig = await start()
    const left = await rig.signIn('algebraist')
    await left.client.signOut()
    expect(await left.client.session()).toEqual({ kind: 'signInNeeded' })
    const old = await rig.signIn('algebraist')
    rig.clock.set('2026-12-08T05:00:01.000Z')
    expect(await old.client.session()).toEqual({ kind: 'signInNeeded' })
    expect(await old.client.push(pushOf([makeEntry({ id: 'a1' })]))).toEqual({ kind: 'signInNeeded' })
  })

  test('opens the board for the administration alone (п. 2.10, 4.2)', async () => {
    const rig = await start()
    expect(await (await rig.signIn('algebraist')).client.board()).toMatchObject({
      kind: 'refused',
      problem: { error: 'forbidden' },
    })
    expect(await (await rig.signIn('head')).client.board()).toMatchObject({ kind: 'ok' })
  })

  test('gives a teacher the pupils of own and led classes, and nobody else', async () => {
    const rig = await start()
    const { client } = await rig.signIn('algebraist')
    const answer = await client.reference()
    if (answer.kind !== 'ok') throw new Error(answer.kind)
    const { pupils, classes, staff } = answer.value.reference
    expect(classes.map((one) => one.id)).toEqual(['7a'])
    expect(pupils.map((one) => one.id)).toEqual(['p1', 'p2', 'p3'])
    expect(staff.map((one) => one.id)).not.toContain('stranger')
  })

  test('writes no name, login or value into its log', async () => {
    const rig = await start()
    const { client } = await rig.signIn('algebraist', 'tablet')
    await client.push(pushOf([makeEntry({ id: 'a1' })]))
    await client.pull(0, '')
    const text = JSON.stringify(rig.lines)
    expect(rig.lines.length).toBeGreaterThan(2)
    for (const secret of ['algebraist', 'Рябинина', 'Волков', 'p1', 'absent', password]) {
      expect(text).not.toContain(secret)
    }
  })
})
