// п. 1.5: АИС СРО is the journal of record: an entry counts as there only once it has been read back.
// requirement: R1; screen: all
import { describe, expect, it } from 'vitest'
import { notCarriedSentence } from '../../src/app/messages/screens/not-carried.ts'
import { stateWords } from '../../src/app/messages/states.ts'
import { isBacklog } from '../../src/domain/entry-state.ts'
import { shownState, shownStates } from '../../src/domain/transfer/not-carried.ts'

describe('п. 1.3, 1.5, R1: what is said of an entry', () => {
  it('«в АИС СРО» is the word of one state alone, the one that was read back', () => {
    expect(shownStates.filter((state) => stateWords[state] === 'в АИС СРО')).toEqual(['verified'])
    expect(stateWords.transferred).toContain('не подтверждено')
  })
  it('no two states share a word', () => {
    expect(new Set(shownStates.map((state) => stateWords[state])).size).toBe(shownStates.length)
  })
  it('of what a person entered by hand «внесено вручную», and who said so: nobody has read it back', () => {
    const notCarried = {
      cause: 'byHand',
      note: '',
      by: 'Рябинина Т. В.',
      at: '2026-11-24T05:00:00.000Z',
    } as const
    expect(stateWords[shownState({ state: 'notCarried', notCarried })]).toBe('внесено вручную')
    const sentence = notCarriedSentence(notCarried, 'Asia/Barnaul')
    expect(sentence).toMatch(/^Внесено вручную, отметил\(а\) Рябинина Т\. В\., /)
    expect(sentence).not.toContain('АИС')
  })
  it.each([
    ['on the tablet', 'queued', true],
    ['on the hub', 'accepted', true],
    ['while it is being carried', 'carrying', true],
    ['in a conflict', 'conflict', true],
    ['once it was entered', 'transferred', false],
    ['once it was read back', 'verified', false],
    ['where АИС has no place for it', 'notCarried', false],
    ['while nobody can read it', 'held', true],
    ['while it waits for another', 'waiting', true],
    ['once another took its place', 'superseded', false],
    ['once it was refused', 'refused', false],
  ] as const)('it is still to be moved over (п. 3.2): %s', (_, state, backlog) => {
    expect(isBacklog(state)).toBe(backlog)
  })
})
