// Two people settle one conflict, each from what was shown before the other had chosen: nothing is overwritten unseen.
import { afterEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { makeEntry } from '../domain/entries.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const late = { code: 'late', minutes: 5 } as const

describe.each(databases)('crossed settlements on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const push = async (entry: Entry): Promise<string | undefined> => {
      const { client } = await rig.signIn(entry.log.person, entry.log.device)
      const outcome = await client.push(pushOf([entry]))
      return outcome.kind === 'ok' ? outcome.value.receipts[0]?.state : outcome.kind
    }
    const cell = async () => {
      const row = await rig.db.selectFrom('cell').selectAll().executeTakeFirstOrThrow()
      return { value: JSON.parse(row.value), candidates: JSON.parse(row.candidates) }
    }
    await push(makeEntry({ id: 'a' }))
    await push(makeEntry({ id: 'b', author: 'leader', value: late }))
    return { push, cell }
  }
  const settle = (id: string, author: string, value: Entry['value'], follows: string[]): Entry =>
    makeEntry({ id, author, value, saw: { code: 'absent' }, follows, seq: 2, reason: 'По документу' })

  it.skipIf(skip)('open a conflict anew, and a third choice that saw both ends it', async () => {
    const { push, cell } = await start()
    expect(await push(settle('s1', 'algebraist', { code: 'absent' }, ['a', 'b']))).toBe('accepted')
    expect(await push(settle('s2', 'leader', late, ['a', 'b']))).toBe('conflict')
    expect((await cell()).candidates).toEqual([
      { value: { code: 'absent' }, entries: ['a', 's1'] },
      { value: late, entries: ['s2'] },
    ])
    const last = { ...settle('s3', 'algebraist', late, ['s1', 's2']), seq: 3 }
    expect(await push(last)).toBe('accepted')
    expect(await cell()).toEqual({ value: late, candidates: [] })
  })
})
