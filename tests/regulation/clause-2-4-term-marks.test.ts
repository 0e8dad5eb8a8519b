// п. 2.4: two people may set a final mark (п. 4.4); a different value is a conflict that the subject teacher settles.
// requirement: R5, R19; screen: Расхождения
import { afterEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { chain } from '../domain/entries.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'

const cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' } as const
const key = 'term:q2/algebra/p1'

describe.each(databases)('п. 2.4, 4.4: the final marks of two people, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const personAt = async (login: string) => {
      const { client } = await rig.signIn(login, 'tablet')
      const send = async (entry: Entry | undefined) => {
        const pushed = await client.push(pushOf([entry]))
        return pushed.kind === 'ok' ? pushed.value.receipts[0] : null
      }
      const sees = async () => {
        const pulled = await client.pull(0, '')
        return pulled.kind === 'ok' ? pulled.value.cells.find((one) => one.key === key) : undefined
      }
      return { send, sees }
    }
    return { teacher: await personAt('algebraist'), leader: await personAt('leader'), rig }
  }
  type Wanted = Parameters<typeof chain>[0][number]
  const entry = (wanted: Wanted): Entry | undefined => chain([{ cell, ...wanted }])[0]

  it.skipIf(skip).each<[string, Wanted]>([
    ['who had not seen the other one', { id: 'b', author: 'leader', value: { mark: '5' } }],
    [
      'who had seen it and follows it: never the last word',
      { id: 'b', author: 'leader', value: { mark: '5' }, saw: { mark: '4' }, follows: ['a'] },
    ],
  ])('a different mark of the class teacher, %s', async (_, wanted) => {
    const { teacher, leader } = await start()
    await teacher.send(entry({ id: 'a', value: { mark: '4' } }))
    expect(await leader.send(entry(wanted))).toMatchObject({ state: 'conflict' })
    // Both are shown both values, and the one that stood first still stands.
    for (const person of [teacher, leader]) {
      const seen = await person.sees()
      expect(seen?.value).toEqual({ mark: '4' })
      expect(seen?.candidates.map((one) => one.value)).toEqual([{ mark: '4' }, { mark: '5' }])
    }
  })

  it.skipIf(skip)('the same mark is no conflict', async () => {
    const { teacher, leader } = await start()
    await teacher.send(entry({ id: 'a', value: { mark: '4' } }))
    expect(await leader.send(entry({ id: 'b', author: 'leader', value: { mark: '4' } }))).toMatchObject({
      state: 'accepted',
    })
    expect((await teacher.sees())?.candidates).toEqual([])
  })

  it.skipIf(skip)('the class teacher does not settle it, the subject teacher does', async () => {
    const { teacher, leader } = await start()
    await teacher.send(entry({ id: 'a', value: { mark: '4' } }))
    const theirs = chain([
      { id: 'b', author: 'leader', cell, value: { mark: '5' } },
      { id: 'c', author: 'leader', cell, value: { mark: '5' }, follows: ['a', 'b'] },
    ])
    await leader.send(theirs[0])
    expect(await leader.send(theirs[1])).toMatchObject({ state: 'conflict' })
    const own = chain([
      { id: 'a', cell, value: { mark: '4' } },
      { id: 'd', cell, value: { mark: '5' }, follows: ['a', 'b', 'c'] },
    ])
    expect(await teacher.send(own[1])).toMatchObject({ state: 'accepted' })
    const settled = await leader.sees()
    expect([settled?.value, settled?.candidates]).toEqual([{ mark: '5' }, []])
  })
})
