// Lists edited while somebody's batch or run is under way: what it stores goes to whoever has the lesson by then.
import { afterEach, describe, expect, it } from 'vitest'
import type { Commit } from '../../src/hub/intake/group-commit.ts'
import { createGroupCommit } from '../../src/hub/intake/group-commit.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'
import { createTransferRig } from './transfer-rig.ts'

/** A door that lets nobody through until it is opened, and tells when somebody has come to it. */
const gate = () => {
  let letIn = (): void => {}
  let hasCome = (): void => {}
  const opening = new Promise<void>((resolve) => {
    letIn = resolve
  })
  const come = new Promise<void>((resolve) => {
    hasCome = resolve
  })
  const pass = (): Promise<void> => {
    hasCome()
    return opening
  }
  return { pass, come, open: () => letIn() }
}
const edits = [{ list: 'substitutions' as const, add: { lesson: algebraFirst, teacher: 'stranger' } }]

describe.each(databases)('lists edited meanwhile, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  it.skipIf(skip)('a batch that waited for its turn is placed by the new ones', async () => {
    const { pass, come, open: letIn } = gate()
    const database = await open()
    const inGroups = createGroupCommit(database.db)
    const commit: Commit = async (size, work) => {
      await pass()
      return inGroups(size, work)
    }
    const rig = await createHubRig({ db: database.db, commit })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const deputy = (await rig.signIn('deputy', 'desk')).client
    const pushed = (await rig.signIn('algebraist', 'tablet')).client.push(pushOf([makeEntry({ id: 'a' })]))
    await come
    await deputy.editSchool({ version: 1, edits })
    letIn()
    expect(await pushed).toMatchObject({ value: { receipts: [{ state: 'accepted' }] } })
    expect(await rig.db.selectFrom('cell').select('teacher').execute()).toEqual([{ teacher: 'stranger' }])
  })

  it.skipIf(skip)('a run leaves the cells to the new teacher', async () => {
    const { pass, come, open: letIn } = gate()
    const rig = await createTransferRig(await open(), {}, (door) => ({
      ...door,
      apply: async (...args) => {
        await pass()
        return door.apply(...args)
      },
    }))
    stop = rig.stop
    const teacher = await rig.person('algebraist')
    const deputy = (await rig.person('deputy', 'desk')).client
    await teacher.push([makeEntry({ id: 'a' })])
    const carried = teacher.transfer()
    await come
    await deputy.editSchool({ version: 1, edits })
    letIn()
    await carried
    expect(await rig.states()).toEqual({ a: 'verified' })
    expect(await rig.db.selectFrom('cell').select('teacher').execute()).toEqual([{ teacher: 'stranger' }])
  })
})
