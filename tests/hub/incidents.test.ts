// Losses that tablets told of: each stays on the board, whatever is told later, until a deputy has dealt with it.
import { afterEach, describe, expect, it } from 'vitest'
import { incidents } from '../../src/hub/database/migrations/incidents.ts'
import { at } from '../regulation/recorded.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const log = { device: 'tablet', person: 'algebraist', epoch: 1 }
const loss = (time: string, lost: number) => ({ at: at(time), restored: 0, lost, altered: 0 })

describe.each(databases)('a loss that a tablet told of, on $name', ({ open, skip }) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async () => {
    const database = await open()
    closing.push(database.drop)
    const rig = await createHubRig({ db: database.db })
    closing.push(rig.hub.close)
    const tablet = await rig.signIn('algebraist', 'tablet')
    const deputy = await rig.signIn('deputy', 'desk')
    const tell = async (incident: ReturnType<typeof loss> | null) => {
      const push = pushOf([], log)
      const outcome = await tablet.client.push({ ...push, report: { ...push.report, incident } })
      expect(outcome.kind).toBe('ok')
    }
    const onBoard = async () => {
      const outcome = await deputy.client.board()
      if (outcome.kind !== 'ok') throw new Error(outcome.kind)
      return outcome.value.incidents?.map((one) => `${one.name} ${one.at} ${one.lost}`)
    }
    return { db: database.db, tablet, deputy, tell, onBoard }
  }
  const told = (time: string, lost: number): string => `Рябинина И. ${at(time)} ${lost}`

  it.skipIf(skip)('stands beside a later one of the same tablet, and is told once', async () => {
    const { tell, onBoard } = await start()
    await tell(loss('24.11 09:00', 5))
    await tell(loss('24.11 09:00', 5))
    await tell(loss('24.11 11:00', 1))
    await tell(null)
    expect(await onBoard()).toEqual([told('24.11 11:00', 1), told('24.11 09:00', 5)])
  })

  it.skipIf(skip)(
    'leaves the board by a deputy’s word alone, and does not come back with a report',
    async () => {
      const { db, tablet, deputy, tell, onBoard } = await start()
      await tell(loss('24.11 09:00', 5))
      const act = { device: 'tablet', person: 'algebraist', at: at('24.11 09:00') }
      expect(await tablet.client.dealWithIncident(act)).toMatchObject({
        kind: 'refused',
        problem: { error: 'forbidden' },
      })
      const unknown = await deputy.client.dealWithIncident({ ...act, at: at('24.11 10:00') })
      expect(unknown).toMatchObject({ value: { moved: true } })
      expect(await onBoard()).toEqual([told('24.11 09:00', 5)])
      for (const _ of ['once', 'again']) {
        expect(await deputy.client.dealWithIncident(act)).toMatchObject({ value: { moved: false } })
      }
      await tell(loss('24.11 09:00', 5))
      expect(await onBoard()).toEqual([])
      const lines = await db.selectFrom('audit').selectAll().where('action', '=', 'incidentDealt').execute()
      expect(lines.map((one) => [one.who, one.device])).toEqual([['deputy', 'tablet']])
    },
  )

  it.skipIf(skip)('comes over from the reports that a former build has kept', async () => {
    const { db, tell, onBoard } = await start()
    await tell(loss('24.11 09:00', 5))
    await db.schema.dropTable('incident').execute()
    await incidents.up(db)
    expect(await onBoard()).toEqual([told('24.11 09:00', 5)])
  })
})
