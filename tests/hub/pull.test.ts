// What a pull tells: everything anew to whoever knows another life of the hub, and of a cell never more than is sure.
import { afterEach, describe, expect, it } from 'vitest'
import type { School } from '../../src/domain/school.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'
import { createTransferRig } from './transfer-rig.ts'

describe.each(databases)('a pull from $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  const start = async () => {
    const rig = await createTransferRig(await open())
    stop = rig.stop
    return rig
  }
  afterEach(() => stop())
  const test = it.skipIf(skip)

  test('begins anew for a cursor of another life, though the revisions have caught up with it', async () => {
    const { person } = await start()
    const { client, push } = await person('algebraist')
    await push([makeEntry({ id: 'a1' })])
    const told = await client.pull(0, '')
    if (told.kind !== 'ok') throw new Error(told.kind)
    const { rev, incarnation } = told.value
    expect(await client.pull(rev, incarnation)).toMatchObject({ value: { reset: false, cells: [] } })
    const anew = { reset: true, entries: [{ id: 'a1' }], cells: [{ value: { code: 'absent' } }] }
    expect(await client.pull(rev, 'another life')).toMatchObject({ value: anew })
  })

  test('calls a cell no further than the least advanced of the entries that hold it', async () => {
    const { person, states } = await start()
    const teacher = await person('algebraist')
    await teacher.push([makeEntry({ id: 'a1' })])
    await teacher.transfer()
    const leader = await person('leader', 'other')
    const log = { device: 'other', person: 'leader', epoch: 1 }
    await leader.push([{ ...makeEntry({ id: 'k1' }), log }])
    expect(await states()).toEqual({ a1: 'verified', k1: 'accepted' })
    expect(await teacher.client.pull(0, '')).toMatchObject({ value: { cells: [{ state: 'accepted' }] } })
  })

  test.each(['7_', '7A'])('tells the leader of %s nothing of 7a', async (id) => {
    const database = await open()
    const school: School = JSON.parse(JSON.stringify(tinySchool).replaceAll('"8b"', JSON.stringify(id)))
    const rig = await createHubRig({ db: database.db, school })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const { client } = await rig.signIn('algebraist', 'tablet')
    const topic = { kind: 'topic', lesson: algebraFirst } as const
    await client.push(pushOf([makeEntry({ id: 'a1', cell: topic, value: { text: 'Степень', planItem: 1 } })]))
    const toldTo = async (login: string) => (await (await rig.signIn(login)).client.pull(0, '')) as unknown
    expect(await toldTo('leader')).toMatchObject({ value: { cells: [{ key: `${algebraFirst}/topic` }] } })
    expect(await toldTo('stranger')).toMatchObject({ kind: 'ok', value: { cells: [] } })
  })
})
