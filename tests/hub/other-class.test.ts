// A group of two classes: each class teacher is told of their own pupils, of the others nothing (п. 2.10, 4.4).
import { afterEach, describe, expect, it } from 'vitest'
import { makeEntry } from '../domain/entries.ts'
import { english, tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

const [group] = tinySchool.groups
const school = {
  ...tinySchool,
  groups: group ? [{ ...group, classes: ['7a', '8b'], members: ['p2', 'p4'] }] : [],
  assignments: tinySchool.assignments.map((one) =>
    one.id === 'eng7a' ? { ...one, teacher: 'algebraist' } : one,
  ),
}

describe.each(databases)('a pull of a class teacher on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  it.skipIf(skip)('brings no mark, absence or illness of another class', async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db, school })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const at = { kind: 'attendance', lesson: english } as const
    const mark = { kind: 'mark', lesson: english, pupil: 'p4', workType: 'oralAnswer', n: 1 } as const
    const topic = { kind: 'topic', lesson: english } as const
    const teacher = (await rig.signIn('algebraist', 'tablet')).client
    await teacher.push(
      pushOf([
        makeEntry({ id: 'e1', cell: { ...at, pupil: 'p4' } }),
        makeEntry({ id: 'e2', seq: 2, cell: mark, value: { marks: ['2'], owed: false } }),
        makeEntry({ id: 'e3', seq: 3, cell: { ...at, pupil: 'p2' } }),
        makeEntry({ id: 'e4', seq: 4, cell: topic, value: { planItem: null, text: 'Colours' } }),
      ]),
    )
    const other = (await rig.signIn('stranger', 'other')).client
    const reason = { kind: 'absenceReason', lesson: english, pupil: 'p4' } as const
    await other.push(
      pushOf([makeEntry({ id: 'r', author: 'stranger', cell: reason, value: { reason: 'illness' } })]),
    )
    const told = async (client: typeof teacher) => {
      const answer = await client.pull(0, '')
      if (answer.kind !== 'ok') throw new Error(answer.kind)
      return answer.value.cells
        .map((one) => `${one.cell.kind} ${'pupil' in one.cell ? one.cell.pupil : ''}`)
        .sort()
    }
    const leader = (await rig.signIn('leader', 'desk')).client
    expect(await told(leader)).toEqual(['attendance p2', 'topic '])
    expect(await told(other)).toEqual(['absenceReason p4', 'attendance p4', 'mark p4', 'topic '])
    expect(await told(teacher)).toHaveLength(5)
  })
})
