// The hub was put back from a copy older than the lists that tablets have: what those allowed is kept until it is placed.
import { afterEach, describe, expect, it } from 'vitest'
import { beginLife } from '../../src/hub/database/life.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, history } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

describe.each(databases)('lists that a copy lacks, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    await beginLife(database.db, 'journal.sqlite', { now: rig.clock.instant, newId: () => 'second' })
    rig.clock.set('2026-11-24T06:00:00.000Z')
    const deputy = (await rig.signIn('deputy', 'desk')).client
    const { client } = await rig.signIn('stranger', 'tablet')
    const entry = { ...makeEntry({ id: 'a', author: 'stranger' }), refVersion: 2 }
    const push = async () => {
      const outcome = await client.push(pushOf([entry]))
      if (outcome.kind !== 'ok') throw new Error(outcome.kind)
      return outcome.value.receipts.map(({ state, reason }) => `${state} ${reason}`)
    }
    /** The version that an edit of one list makes. */
    const edit = async (version: number, list: 'days' | 'substitutions', add: Record<string, string>) => {
      const outcome = await deputy.editSchool({ version, edits: [{ list, add }] })
      if (outcome.kind !== 'ok' || outcome.value.faults) throw new Error('not edited')
      return outcome.value.school.version
    }
    return { client, deputy, push, edit }
  }
  const otherDay = { kind: 'remote', from: '2026-12-14', to: '2026-12-14', classes: '8b' }

  it.skipIf(skip)(
    'an entry of them is held through other edits and placed by the one that it needs',
    async () => {
      const { deputy, push, edit } = await start()
      expect(await push()).toEqual(['held notBound'])
      expect(await deputy.board()).toMatchObject({ value: { stuck: [{ state: 'held', count: 1 }] } })
      const version = await edit(1, 'days', otherDay)
      expect(await push()).toEqual(['held notBound'])
      await edit(version, 'substitutions', { lesson: algebraFirst, teacher: 'stranger' })
      expect(await push()).toEqual(['accepted null'])
    },
  )

  it.skipIf(skip)('what no lists can cure is refused with its own word', async () => {
    const { client } = await start()
    const cell = { kind: 'absenceReason', lesson: history, pupil: 'p4' } as const
    const value = { reason: 'illness', documentReceived: '2026-11-30' } as const
    const entry = { ...makeEntry({ id: 'a', author: 'stranger', cell, value }), refVersion: 2 }
    expect(await client.push(pushOf([entry]))).toMatchObject({
      value: { receipts: [{ state: 'refused', reason: 'documentDates' }] },
    })
  })

  it.skipIf(skip)(
    'their numbers are given to no other lists, so an entry that comes late is held too',
    async () => {
      const { push, edit } = await start()
      const version = await edit(1, 'days', otherDay)
      expect(version).toBeGreaterThan(100)
      expect(await push()).toEqual(['held notBound'])
      expect(await edit(version, 'days', { ...otherDay, classes: '7a' })).toBe(version + 1)
    },
  )

  it.skipIf(skip)('a deputy says where it belongs', async () => {
    const { deputy, push } = await start()
    await push()
    const act = { person: 'stranger', lesson: algebraFirst, into: algebraFirst, pupils: [] }
    expect(await deputy.bindByHand(act)).toMatchObject({
      value: { unfit: 'foreignLesson', lessons: [{ lesson: algebraFirst, entries: [{ id: 'a' }] }] },
    })
  })
})
