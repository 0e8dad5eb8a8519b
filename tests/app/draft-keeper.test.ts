// A text that is typed without a pause is kept on its way, and a closed sheet keeps its last letters.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftKeeper } from '../../src/app/lesson/facts/draft-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const typing = () => {
  const saved: string[] = []
  return { saved, keeper: createDraftKeeper<string>((text) => saved.push(text)) }
}

describe('a text that is being typed', () => {
  it('is saved within 300 ms of its first unsaved key, though the keys never pause', () => {
    const { saved, keeper } = typing()
    for (const text of ['к', 'ка', 'кар', 'карт', 'карто', 'картоф']) {
      keeper.keep(text)
      vi.advanceTimersByTime(120)
    }
    expect(saved).toEqual(['кар', 'картоф'])
  })

  it('is saved once, when the keys have stopped', () => {
    const { saved, keeper } = typing()
    keeper.keep('№ 5')
    vi.advanceTimersByTime(2_000)
    expect(saved).toEqual(['№ 5'])
  })

  it('is saved at once when its field is closed, and not again later', () => {
    const { saved, keeper } = typing()
    keeper.keep('№ 5')
    keeper.flush()
    expect(saved).toEqual(['№ 5'])
    vi.advanceTimersByTime(2_000)
    keeper.flush()
    expect(saved).toEqual(['№ 5'])
  })

  it('is saved at once with a page that ends, and after its return with one that is put aside', () => {
    const { saved, keeper } = typing()
    keeper.keep('№ 5')
    keeper.leavePage({ persisted: true })
    expect(saved).toEqual([])
    vi.advanceTimersByTime(2_000)
    expect(saved).toEqual(['№ 5'])
    keeper.keep('№ 6')
    keeper.leavePage({ persisted: false })
    expect(saved).toEqual(['№ 5', '№ 6'])
  })

  it('is not saved once it is an entry', () => {
    const { saved, keeper } = typing()
    keeper.keep('№ 5')
    keeper.drop()
    vi.advanceTimersByTime(2_000)
    keeper.flush()
    expect(saved).toEqual([])
  })
})
