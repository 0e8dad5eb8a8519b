// п. 2.2: the journal holds attendance, marks, topics, homework of all and a task of one: that task is shown to few.
// requirement: R3; screen: Урок
import { afterEach, describe, expect, it } from 'vitest'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import { mayRead } from '../../src/domain/role.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { chain } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'

const task: Cell = { kind: 'individualHomework', lesson: algebraFirst, pupil: 'p1' }
const given: CellValue = { text: 'карточка 4' }

describe.each(databases)('п. 2.2, R3: what the journal holds, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())

  /** The algebra teacher records these cells; whoever is named pulls anew. */
  const start = async (...cells: [Cell, CellValue][]) => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    const { client } = await rig.signIn('algebraist', 'tablet')
    const entries = chain(cells.map(([cell, value], n) => ({ id: `e${n}`, cell, value })))
    const pushed = await client.push(pushOf(entries))
    const states = pushed.kind === 'ok' ? pushed.value.receipts.map((one) => one.state) : pushed.kind
    expect(states).toEqual(cells.map(() => 'accepted'))
    return async (person: string) => {
      const pulled = await (await rig.signIn(person)).client.pull(0, '')
      if (pulled.kind !== 'ok') throw new Error(pulled.kind)
      return Object.fromEntries(pulled.value.cells.map((one) => [one.key, one.value]))
    }
  }

  it.skipIf(skip).each<[string, Cell, CellValue]>([
    ['attendance', { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }, { code: 'present' }],
    [
      'a mark under its work',
      { kind: 'mark', lesson: algebraFirst, pupil: 'p1', workType: 'controlTest', n: 1 },
      { marks: ['5', '4'], owed: false },
    ],
    ['a final mark', { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' }, { mark: '4' }],
    ['the topic', { kind: 'topic', lesson: algebraFirst }, { planItem: 5, text: 'Одночлены' }],
    ['homework of all', { kind: 'homework', lesson: algebraFirst }, { text: '№ 341' }],
    ['a task of one pupil', task, given],
  ])('%s, as it was recorded', async (_, cell, value) => {
    const pull = await start([cell, value])
    expect(await pull('algebraist')).toEqual({ [cellKey(cell)]: value })
  })

  it.skipIf(skip).each([
    ['to the teacher who gave it', 'algebraist', true],
    ['to the class teacher', 'leader', true],
    ['to no other teacher', 'stranger', false],
  ])('a task of one pupil comes %s', async (_, person, comes) => {
    const pull = await start([task, given])
    expect(await pull(person)).toEqual(comes ? { [cellKey(task)]: given } : {})
  })

  it.skipIf(skip)(
    'a task of one pupil leaves the homework of all, and that of another, as they are',
    async () => {
      const homework: Cell = { kind: 'homework', lesson: algebraFirst }
      const other: Cell = { ...task, pupil: 'p2' }
      const pull = await start([homework, { none: true }], [task, given], [other, { text: 'карточка 5' }])
      expect(await pull('leader')).toEqual({
        [cellKey(homework)]: { none: true },
        [cellKey(task)]: given,
        [cellKey(other)]: { text: 'карточка 5' },
      })
    },
  )
})

it('п. 2.2, R3: of the staff a task of one pupil is read by its teachers and the administration', () => {
  const readers = tinySchool.staff.filter((one) => mayRead(tinySchool, one.id, task)).map((one) => one.id)
  expect(readers).toEqual(['algebraist', 'leader', 'deputy', 'head'])
})
