// A burst of news is one: heard when it is over, at the latest after three seconds, by all who wait in one go.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCalm } from '../../src/store/reading/calm.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(async () => {
  // The timer that all share must not be left behind.
  await vi.advanceTimersByTimeAsync(10_000)
  vi.useRealTimers()
})

/** Every so often a note, so many times. */
const press = async (note: () => void, times: number, everyMs: number): Promise<void> => {
  for (let n = 0; n < times; n += 1) {
    note()
    await vi.advanceTimersByTimeAsync(everyMs)
  }
}

it('is told once, when half a second has been quiet', async () => {
  const heard = vi.fn()
  const { note } = createCalm(heard)
  await press(note, 5, 200)
  expect(heard).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(300)
  expect(heard).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(heard).toHaveBeenCalledTimes(1)
})

it('is told after three seconds of a burst that does not end, and at its end again', async () => {
  const heard = vi.fn()
  const { note } = createCalm(heard)
  await press(note, 20, 200)
  expect(heard).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(heard).toHaveBeenCalledTimes(2)
})

it('tells the first of each burst at once to whoever asks for it', async () => {
  const heard = vi.fn()
  const { note } = createCalm(heard, { first: true })
  await press(note, 3, 200)
  expect(heard).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(heard).toHaveBeenCalledTimes(2)
  note()
  expect(heard).toHaveBeenCalledTimes(3)
})

it('is one for all who wait: a key pressed goes on with it as a key saved does, and all are told in one go', async () => {
  const order: string[] = []
  const [one, two] = ['one', 'two'].map((name) => createCalm(() => order.push(name)))
  one?.note()
  await vi.advanceTimersByTimeAsync(400)
  two?.note()
  await vi.advanceTimersByTimeAsync(400)
  expect(order).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(order).toEqual(['one', 'two'])
})

it('leaves the others their end when one that is told fails, or has stopped waiting', async () => {
  const [heard, stopped] = [vi.fn(), vi.fn()]
  const failing = createCalm(() => {
    throw new Error('a mistake')
  })
  const [gone, other] = [createCalm(stopped), createCalm(heard)]
  for (const calm of [failing, gone, other]) calm.note()
  gone.cancel()
  await expect(vi.advanceTimersByTimeAsync(500)).rejects.toThrow('a mistake')
  await vi.advanceTimersByTimeAsync(500)
  expect(heard).toHaveBeenCalledTimes(1)
  expect(stopped).not.toHaveBeenCalled()
})
