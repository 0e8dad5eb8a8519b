// Sentences that count: they say what was counted and nothing more, and «извещён» only of what was told.
import { describe, expect, it } from 'vitest'
import { gapSentence } from '../../src/app/messages/screens/queue.ts'
import { nothingOpenSentence, notInAisSentence } from '../../src/app/messages/screens/transfer.ts'
import { strangeValueText } from '../../src/app/messages/unread.ts'
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
