// Sentences that count: they say what was counted and nothing more, and «извещён» only of what was told.
import { describe, expect, it } from 'vitest'
import { refusedSentence } from '../../src/app/messages/lesson/undo.ts'
import { choiceSentence } from '../../src/app/messages/screens/conflicts.ts'
import { gapSentence, sentFirst } from '../../src/app/messages/screens/queue.ts'
import { nothingOpenSentence, notInAisSentence } from '../../src/app/messages/screens/transfer.ts'
import { strangeValueText } from '../../src/app/messages/unread.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { type ShownState, shownStates } from '../../src/domain/transfer/not-carried.ts'

const counts = (some: Partial<Record<ShownState, number>>) =>
  ({ ...Object.fromEntries(shownStates.map((state) => [state, 0])), ...some }) as Record<ShownState, number>

describe('what is not in АИС', () => {
  it.each<[Partial<Record<ShownState, number>>, string | null]>([
    [{}, null],
    [{ verified: 21, superseded: 2, notCarried: 1, byHand: 3 }, null],
    [{ transferred: 1, verified: 5 }, 'внесено, не подтверждено 1'],
    [{ queued: 1, refused: 1 }, 'на планшете 1, требует правки 1'],
    [{ waiting: 2, held: 11, conflict: 1 }, 'ждёт предыдущую 2, расхождение 1, отложено 11'],
  ])('%j', (states, said) => {
    const whole = said && `Из записанного на этом планшете ещё не в АИС СРО: ${said}.`
    expect(notInAisSentence(counts(states))).toBe(whole)
  })
  it('tells a tablet with nothing on it from one with nothing to do', () => {
    expect(nothingOpenSentence(counts({}))).toContain('ничего не записали')
    expect(nothingOpenSentence(counts({ verified: 1 }))).toContain('переноса ничто не ждёт')
  })
})

describe('gaps', () => {
  const gaps = [
    { fromSeq: 118, toSeq: 120 },
    { fromSeq: 125, toSeq: 125 },
  ]
  it('are said to be known to the deputy only once they were told', () => {
    expect(gapSentence(gaps, true)).toContain('Пропущены № 118–120, 125, завуч извещён.')
    expect(gapSentence(gaps, false)).not.toContain('извещён')
    expect(gapSentence([], true)).not.toContain('извещён')
  })
})

describe('what a person asked to go first', () => {
  it.each<[number, boolean, string]>([
    [1, true, 'Первой пошла 1 запись, остальные идут за ней.'],
    [3, true, 'Первыми пошли 3 записи, остальные идут за ними.'],
    [11, true, 'Первыми пошли 11 записей, остальные идут за ними.'],
    [1, false, '1 запись уйдёт первой, как только сервер школы ответит; до этого цела здесь.'],
    [2, false, '2 записи: уйдут первыми, как только сервер школы ответит; до этого целы здесь.'],
  ])('%i, the hub answers: %s', (n, answers, text) => expect(sentFirst(n, answers)).toBe(text))
})

describe('what a choice does', () => {
  const own = { chosenIsAis: false, otherInAis: null, othersAre: 'own' as const }
  it.each([
    [{ ...own, others: ['4'] }, '«4» останется в истории клетки.'],
    [{ ...own, others: ['4', '5'] }, '«4» и «5» останутся в истории клетки.'],
    [{ ...own, others: ['4', '5', '2'] }, '«4», «5» и «2» останутся в истории клетки.'],
    [
      { ...own, others: ['4'], othersAre: 'colleagues' as const },
      '«4» останется в истории клетки, автор увидит замену.',
    ],
    [
      { ...own, others: ['4', '5'], othersAre: 'colleagues' as const },
      '«4» и «5» останутся в истории клетки, авторы увидят замену.',
    ],
    [
      { ...own, others: ['4', '5'], chosenIsAis: true },
      'В АИС ничего не меняем. «4» и «5» останутся в истории.',
    ],
    [
      { ...own, others: ['4'], otherInAis: '4' },
      'При переносе заменим «4» в АИС. Прежнее останется в истории.',
    ],
    [
      { ...own, others: ['4', '5'], otherInAis: '5' },
      'При переносе заменим «5» в АИС. «4» и «5» останутся в истории.',
    ],
  ])('%j', (choice, text) => expect(choiceSentence(choice)).toBe(text))
})

describe('an undo of what the hub refused', () => {
  it('says that nothing of it stands, and blames nobody', () => {
    const cell = { kind: 'attendance', lesson: 's1@2026-11-24', pupil: 'p1' } as const
    const entry = { cell, value: { code: 'absent' } } as Entry
    const said = refusedSentence({ kind: 'refused', act: 'a', entry }, [{ id: 'p1', name: 'Волков Егор' }])
    expect(said).toContain('«Н» сервер школы не принял: в клетке «Волков Егор, посещаемость» её нет')
    expect(said).not.toContain('кто-то другой')
  })
})

describe('a value of an unknown kind', () => {
  it.each<[unknown, string]>([
    [null, 'пусто'],
    ['4', '4'],
    [{ stars: 5, note: null }, 'stars: 5, note: пусто'],
    [['5', '4'], '5 / 4'],
    [{ by: { task: 2 } }, 'by: task: 2'],
    [{}, 'пусто'],
  ])('%j', (value, text) => expect(strangeValueText(value)).toBe(text))
})
