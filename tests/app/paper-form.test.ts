// A paper sheet typed by a deputy: what the hub puts aside stays on the sheet under its id, so that a second press of the
// same button records nothing twice.
import { describe, expect, it } from 'vitest'
import {
  createLineIds,
  emptyPaper,
  leftOf,
  type PaperLesson,
  paperEntries,
  type TypedPaper,
  untakenCells,
} from '../../src/app/losses/paper-form.ts'
import { paperTaken } from '../../src/app/messages/losses.ts'
import { cellKey } from '../../src/domain/cell.ts'
import { paperEntryId } from '../../src/domain/register/loss.ts'
import { algebraFirst } from '../domain/tiny-school.ts'

const lesson: PaperLesson = {
  ...{ id: algebraFirst, period: 1, target: '7А', subject: 'Алгебра', cells: [] },
  pupils: ['p1', 'p2', 'p3'].map((id) => ({ id, name: id })),
}
const absent = { attendance: 'absent', mark: '' } as const
const paper: TypedPaper = { ...emptyPaper, lines: { p1: absent, p2: absent, p3: absent } }

const sheet = () => {
  let made = 0
  const ids = createLineIds(() => `id${++made}`)
  return { ids, entries: (typed: TypedPaper) => paperEntries(lesson, typed, ids.idFor) }
}

/** The hub's answer: its own ids of the lines, and what has become of each. */
const told = (entries: ReturnType<typeof paperEntries>, ...states: ('accepted' | 'refused' | 'held')[]) =>
  entries.map(({ id }, at) => ({ id: paperEntryId(id), state: states[at] ?? 'accepted' }))

describe('a sheet of which the hub has taken a part', () => {
  const { ids, entries } = sheet()
  const sent = entries(paper)
  const answer = told(sent, 'accepted', 'held', 'refused')
  const untaken = untakenCells(sent, answer)
  ids.answered(answer)
  const left = leftOf(lesson.id, paper, paper, (cell) => untaken.has(cellKey(cell)))
  const again = entries(left)

  it('keeps the lines that were not taken, and only them', () => {
    expect(again.map((one) => 'pupil' in one.cell && one.cell.pupil)).toEqual(['p2', 'p3'])
  })
  it('sends what was put aside under the id it had', () => {
    expect(again[0]?.id).toBe(sent[1]?.id)
  })
  it('sends what was refused as a new entry: the former one stays refused', () => {
    expect(again[1]?.id).not.toBe(sent[2]?.id)
  })
})

it('keeps the ids of a second sheet that is on its way when the first is answered', () => {
  const { ids, entries } = sheet()
  const first = entries({ ...emptyPaper, lines: { p1: absent } })
  const second = entries(paper)
  ids.answered(told(first))
  expect(entries(paper).slice(1)).toEqual(second.slice(1))
})

it('gives the same line typed once more after it was taken another id', () => {
  const { ids, entries } = sheet()
  const [first] = entries(paper)
  ids.answered(told(entries(paper)))
  expect(entries(paper)[0]?.id).not.toBe(first?.id)
})

it.each([
  [1, 0, 0, 'От имени учителя принята 1 запись. Перенос в АИС СРО сделает он сам.'],
  [
    ...[5, 1, 0],
    'От имени учителя принято 5 записей. 1 запись расходится с тем, что стоит на сервере: выберет учитель в «Расхождениях».',
  ],
  [
    ...[2, 2, 21],
    'От имени учителя принято 2 записи. 2 записи расходятся с тем, что стоит на сервере: выберет учитель в «Расхождениях». Не принята 21 запись: она осталась в бланке. Проверьте, что это урок и ученик этого учителя.',
  ],
] as [number, number, number, string][])(
  'says in words what was taken: %i, %i, %i',
  (taken, asked, left, said) => {
    expect(paperTaken(taken, asked, left)).toBe(said)
  },
)
