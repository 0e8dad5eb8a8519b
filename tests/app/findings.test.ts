// The sentences of the linter: what was late, by how much, by which clause.
import { expect, it } from 'vitest'
import {
  dutySentence,
  findingLines,
  findingSentence,
  lateTransferSentence,
} from '../../src/app/messages/findings.ts'
import type { OpenDuty } from '../../src/domain/findings/duty.ts'
import type { Finding } from '../../src/domain/findings/finding.ts'
import { at } from '../regulation/recorded.ts'

const finding = (change: Partial<Finding>): Finding => ({
  ...{ clause: '2.8', what: 'homework', problem: { kind: 'late', minutes: 40 }, lesson: 's1@2026-11-24' },
  ...{ work: null, person: 'algebraist', cells: 1, outage: null },
  ...change,
})

it.each<[Partial<Finding>, string]>([
  [{}, 'домашнее задание внесено на 40 мин позже, п. 2.8'],
  [{ outage: 7 }, 'домашнее задание внесено на 40 мин позже, п. 2.8, перерыв в доступе № 7'],
  [
    { clause: '2.5', what: 'attendance', cells: 3, problem: { kind: 'missing', minutes: 130 } },
    'посещаемость не внесена у 3 учеников, срок прошёл 2 ч 10 мин назад, п. 2.5',
  ],
  [{ problem: { kind: 'unproven' } }, 'домашнее задание внесено, время не подтверждено, п. 2.8'],
  [
    { problem: { kind: 'unproven', why: 'unmeasured' } },
    'домашнее задание внесено, время не подтверждено: часы планшета переводили или ещё не сверяли с сервером, п. 2.8',
  ],
  [
    { problem: { kind: 'unproven', why: 'doubt' } },
    'домашнее задание внесено, время не подтверждено: срок попал в погрешность часов планшета, п. 2.8',
  ],
  [
    {
      clause: '2.6',
      what: 'marks',
      work: { workType: 'essay', n: 1 },
      problem: { kind: 'late', minutes: 1500 },
    },
    'отметки (сочинение) внесены на 25 ч позже, п. 2.6',
  ],
  [
    { clause: '2.7', what: 'topic', problem: { kind: 'deviation', planned: 5, recorded: 6 } },
    'тема № 6, по плану № 5, п. 2.7',
  ],
  [
    { clause: '2.6', what: 'termMarks', problem: { kind: 'early' } },
    'итоговые отметки внесены раньше последней недели, п. 2.6',
  ],
  [
    { clause: '2.5', what: 'attendance', cells: 2, problem: { kind: 'closedCell', why: 'cancelled' } },
    'посещаемость: 2 места вне списка, урок отменён, запись цела, п. 2.5',
  ],
])('%j', (change, sentence) => {
  expect(findingSentence(finding(change))).toBe(sentence)
})

it('entries that were moved over late say by how much, and which outage had moved their term', () => {
  const place = { date: '2026-11-24', period: 1, target: '7А', subject: 'Алгебра', teacher: 'Рябинина И.' }
  const late = {
    ...{ person: 'algebraist', name: 'Рябинина И.', lesson: 's1@2026-11-24', place },
    ...{ entries: 12, minutes: 7 * 24 * 60, outage: null },
  }
  const said = 'перенесено в АИС СРО на 7 дн. 0 ч позже: 12 записей, п. 3.2'
  expect(lateTransferSentence(late)).toBe(said)
  expect(lateTransferSentence({ ...late, outage: 2 })).toBe(`${said}, перерыв в доступе № 2`)
})

it('what a lesson lacks stands in one line of its row, and what else is wrong below it', () => {
  const missing = { kind: 'missing', minutes: 130 } as const
  const lines = findingLines([
    finding({ problem: missing }),
    finding({ clause: '2.6', what: 'marks' }),
    finding({ clause: '2.7', what: 'topic', problem: missing, outage: 7 }),
  ])
  expect(lines).toEqual([
    'не внесено: домашнее задание, п. 2.8; тема урока, п. 2.7; перерыв в доступе № 7',
    'отметки внесены на 40 мин позже, п. 2.6',
  ])
  expect(findingLines([finding({ problem: missing })])).toEqual([
    'домашнее задание не внесено, срок прошёл 2 ч 10 мин назад, п. 2.8',
  ])
})

it('a row of more than three lines says in its last one how many are left out', () => {
  const late = (minutes: number) => finding({ problem: { kind: 'late', minutes } })
  const said = (minutes: number) => `домашнее задание внесено на ${minutes} мин позже, п. 2.8`
  expect(findingLines([1, 2, 3].map(late))).toEqual([1, 2, 3].map(said))
  expect(findingLines([1, 2, 3, 4, 5].map(late))).toEqual([said(1), said(2), `${said(3)}; и ещё 2`])
  const missing = finding({ problem: { kind: 'missing', minutes: 130 } })
  expect(findingLines([missing, late(1), missing, late(2), late(3)])).toEqual([
    'не внесено: домашнее задание, п. 2.8; домашнее задание, п. 2.8',
    said(1),
    `${said(2)}; и ещё 1`,
  ])
})

it('a duty names its term and clause', () => {
  const moment = at('24.11 15:05')
  const duty: OpenDuty = {
    ...{
      what: 'homework',
      clause: '2.8',
      lesson: 's1@2026-11-24',
      work: null,
      tone: 'open',
      missing: 1,
      outage: null,
    },
    deadline: { clause: '2.8', due: moment, amberAt: moment, redAt: moment },
  }
  const words = (change: Partial<OpenDuty>) => dutySentence({ ...duty, ...change }, 'Asia/Barnaul')
  expect(words({})).toBe('домашнее задание, до вт 24.11 15:05, п. 2.8')
  expect(words({ tone: 'red', outage: 7 })).toBe(
    'домашнее задание, срок был вт 24.11 15:05, п. 2.8, перерыв в доступе № 7',
  )
})
