// A worker that hangs is no second copy: whoever waits for it is told in time.
import { afterEach, expect, it, vi } from 'vitest'
import { connect } from '../../src/app/second-copy/opfs-copy.ts'

afterEach(() => void vi.useRealTimers())

it.each([
  ['append', (copy: ReturnType<typeof connect>) => copy.append('line')],
  ['read', (copy: ReturnType<typeof connect>) => copy.read()],
  ['replace', (copy: ReturnType<typeof connect>) => copy.replace('line')],
])('gives up an answer to «%s» that does not come', async (_, ask) => {
  vi.useFakeTimers()
  const silent = { postMessage: () => {}, onmessage: null } as unknown as Worker
  const asked = expect(ask(connect(silent))).rejects.toThrow('no answer in time')
  await vi.advanceTimersByTimeAsync(60_000)
  await asked
})
