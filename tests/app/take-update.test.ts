// «Обновить сейчас»: the new build is opened once it has taken over; a browser that does not give it leaves the app as it is.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeUpdate } from '../../src/app/pwa/register-worker.ts'

const reload = vi.fn<() => void>()
const postMessage = vi.fn<(message: unknown) => void>()
const listeners = new Map<string, () => void>()
const browser = (getRegistration: () => Promise<unknown>): void => {
  vi.stubGlobal('navigator', {
    serviceWorker: {
      getRegistration,
      addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
      removeEventListener: (name: string) => listeners.delete(name),
    },
  })
}

describe('an update', () => {
  beforeEach(() => {
    listeners.clear()
    vi.useFakeTimers()
    for (const one of [reload, postMessage]) one.mockReset()
    vi.stubGlobal('location', { reload })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('opens what has taken over', async () => {
    browser(async () => ({ waiting: { postMessage } }))
    void takeUpdate().catch(() => undefined)
    await vi.waitFor(() => expect(postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' }))
    expect(reload).not.toHaveBeenCalled()
    listeners.get('controllerchange')?.()
    expect(reload).toHaveBeenCalledOnce()
  })

  it('opens at once what another tab has taken', async () => {
    browser(async () => ({ waiting: null }))
    await takeUpdate()
    expect(reload).toHaveBeenCalledOnce()
  })

  it.each([
    ['tells nothing of its worker', () => Promise.reject(new DOMException('no', 'SecurityError'))],
    [
      'has a worker that is gone by now',
      async () => ({
        waiting: {
          postMessage: () => {
            throw new DOMException('gone', 'InvalidStateError')
          },
        },
      }),
    ],
  ])('is refused where the browser %s, and the app stays', async (_, getRegistration) => {
    browser(getRegistration)
    await expect(takeUpdate()).rejects.toThrow()
    expect(reload).not.toHaveBeenCalled()
  })

  it('that does not come is told as refused, and opens nothing under the hands when it comes late', async () => {
    browser(async () => ({ waiting: { postMessage } }))
    const taken = expect(takeUpdate()).rejects.toThrow()
    await vi.advanceTimersByTimeAsync(60_000)
    await taken
    listeners.get('controllerchange')?.()
    expect(reload).not.toHaveBeenCalled()
  })
})
