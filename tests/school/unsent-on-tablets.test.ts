// What lies on tablets the board knows from their own last words: so many entries, and since when the oldest waits.
import { expect, it } from 'vitest'
import { protocolVersion } from '../../src/contract/protocol.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'

it('the board counts what tablets hold unsent, and forgets it once they say that all is sent', async () => {
  const database = await databases[0]?.open()
  if (!database) throw new Error('no database')
  const rig = await createHubRig({ db: database.db })
  const { client: deputy } = await rig.signIn('deputy', 'desk')
  const say = async (device: string, unsent: number, oldestUnsentAt: string | null) => {
    const { client } = await rig.signIn('algebraist', device)
    const facts = { appBuild: 'test', freeBytes: null, persisted: null, clockOffsetMs: null }
    const said = await client.push({
      protocol: protocolVersion,
      log: { device, person: 'algebraist', epoch: 1 },
      entries: [],
      report: { ...facts, device, unsent, oldestUnsentAt },
    })
    expect(said.kind).toBe('ok')
  }
  const onTablets = async () => {
    const board = await deputy.board()
    return board.kind === 'ok' ? board.value.places.tablets : board.kind
  }
  await say('first', 3, '2026-11-24T04:10:00.000Z')
  await say('second', 2, '2026-11-24T04:00:00.000Z')
  expect(await onTablets()).toEqual({ count: 5, oldest: '2026-11-24T04:00:00.000Z' })
  await say('second', 0, null)
  expect(await onTablets()).toEqual({ count: 3, oldest: '2026-11-24T04:10:00.000Z' })
  await rig.hub.close()
  await database.drop()
})
