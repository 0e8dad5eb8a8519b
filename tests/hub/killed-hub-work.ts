// What the killed hub has to do: two batches of one tablet over two lessons, with a change of mind between them, and
// a batch of another tablet that shares the first one's commit.
import type { Entry } from '../../src/domain/entry.ts'
import { chain } from '../domain/entries.ts'
import { algebraFirst, english } from '../domain/tiny-school.ts'

export const weekBefore = 's1@2026-11-17'
const attendance = (pupil: string) => ({ kind: 'attendance', lesson: algebraFirst, pupil }) as const
const topic = (lesson: string) => ({ kind: 'topic', lesson }) as const

export const batches = (): Entry[][] => {
  const entries = chain([
    { id: 'e1', cell: attendance('p1') },
    { id: 'e2', cell: attendance('p2') },
    { id: 'e3', cell: topic(algebraFirst), value: { planItem: 5, text: 'Одночлены' } },
    {
      id: 'e4',
      cell: attendance('p1'),
      value: { code: 'late', minutes: 5 },
      saw: { code: 'absent' },
      follows: ['e1'],
    },
    { id: 'e5', cell: { kind: 'homework', lesson: algebraFirst }, value: { none: true } },
    { id: 'e6', cell: topic(weekBefore), value: { planItem: 1, text: 'Степень' } },
  ])
  return [entries.slice(0, 3), entries.slice(3)]
}

export const besideFirst = (): Entry[] =>
  chain([{ id: 'g1', author: 'leader', cell: { kind: 'homework', lesson: english }, value: { none: true } }])
