// A person has typed something in АИС that no value of ours says: it is told to the tablet as it stands, and never erased.
import { afterEach, describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import type { School } from '../../src/domain/school.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { attendanceOfP1, makeEntry } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'
import { createTransferRig } from './transfer-rig.ts'

const slot = `${algebraFirst}/attendance/p1`
const mark: Cell = { kind: 'mark', lesson: algebraFirst, pupil: 'p1', workType: 'controlTest', n: 1 }
const topic: Cell = { kind: 'topic', lesson: algebraFirst }

describe.each(databases)('a text of АИС that is no value of ours on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const start = async (settings: School['settings'] = {}) => {
    const rig = await createTransferRig(await open(), settings)
    stop = rig.stop
    const teacher = await rig.person('algebraist')
    const pulled = async () => {
      const answer = await teacher.client.pull(0, '')
      if (answer.kind !== 'ok') throw new Error(answer.kind)
      return answer.value
    }
    return { ...rig, teacher, pulled }
  }
  const test = it.skipIf(skip)

  test.each<[string, Cell, CellValue, string]>([
    ['a code of the paper register', attendanceOfP1, { code: 'present' }, 'Н'],
    ['a late arrival without minutes', attendanceOfP1, { code: 'absent' }, 'ОП'],
    ['more minutes than a lesson has', attendanceOfP1, { code: 'absent' }, 'ОП 999'],
    ['a code with a remark', attendanceOfP1, { code: 'present' }, 'Б (справка у медсестры)'],
    ['three marks', mark, { marks: ['5'], owed: false }, '5/4/3'],
    [
      'a remark in the place of a mark',
      mark,
      { marks: ['5'], owed: false },
      'переписать контрольную до пятницы',
    ],
    ['a text longer than any of ours', topic, { planItem: 5, text: 'Одночлены' }, 'т'.repeat(5000)],
  ])('%s stands before the teacher’s eyes', async (_, cell, value, typed) => {
    const { teacher, pulled, standIn, inAis, states } = await start()
    await teacher.push([makeEntry({ id: 'a1', cell, value })])
    const [place] = (await pulled()).cells
    standIn.book.write(algebraFirst, { [place?.key ?? '']: typed }, 'somebody')
    expect(await teacher.transfer()).toMatchObject({ written: 0, conflicts: 1 })
    const [told] = (await pulled()).cells
    expect(told?.candidates.map((one) => one.value)).toEqual([value, { aisText: typed }])
    expect(inAis()).toEqual({ [place?.key ?? '']: typed })

    // The person leaves it as it stands: nothing is written, and nothing is owed.
    const follows = told?.candidates.flatMap((one) => one.entries.map((each) => each.entry)) ?? []
    await teacher.push([makeEntry({ id: 'a2', seq: 2, cell, follows, value: { aisText: typed } })])
    expect(await teacher.transfer()).toMatchObject({ written: 0, verified: 1, conflicts: 0, waiting: 0 })
    expect(inAis()).toEqual({ [place?.key ?? '']: typed })
    expect(await states()).toEqual({ a1: 'superseded', a2: 'verified' })
  })

  test('a mark of the school’s own goes there, is read back and, typed there, is that mark', async () => {
    const { teacher, pulled, standIn, inAis, states } = await start({ markScale: '5 4 3 2 б/о' })
    await teacher.push([makeEntry({ id: 'a1', cell: mark, value: { marks: ['5', 'б/о'], owed: false } })])
    expect(await teacher.transfer()).toMatchObject({ written: 1, verified: 1, conflicts: 0 })
    const [key = ''] = Object.keys(inAis())
    expect(inAis()).toEqual({ [key]: '5/б/о' })
    expect(await states()).toEqual({ a1: 'verified' })

    standIn.book.write(algebraFirst, { [key]: 'б/о' }, 'somebody')
    await teacher.push([
      makeEntry({ id: 'a2', seq: 2, cell: mark, follows: ['a1'], value: { marks: ['4'], owed: false } }),
    ])
    expect(await teacher.transfer()).toMatchObject({ conflicts: 1 })
    const [told] = (await pulled()).cells
    expect(told?.candidates.map((one) => one.value)).toContainEqual({ marks: ['б/о'], owed: false })
  })

  test('a code in small letters or with a space is the code', async () => {
    const { teacher, standIn, states, pulled } = await start()
    await teacher.push([makeEntry({ id: 'a1' })])
    standIn.book.write(algebraFirst, { [slot]: 'от ' }, 'somebody')
    await teacher.transfer()
    expect((await pulled()).cells).toMatchObject([{ value: { code: 'absent' }, candidates: [] }])
    expect(await states()).toEqual({ a1: 'verified' })
  })
})
