// The tab's end of the second copy: asks its worker, and says so when this browser can't keep one.
import type { SecondCopy } from '../../store/second-copy/copy-lines.ts'
import type { CopyAnswer, CopyRequest } from './copy-message.ts'

/** A worker that hangs must hold up no start, and must not be counted as a copy. */
const answerMs = 5_000

interface Waiting {
  done(text: string): void
  failed(error: Error): void
  since: number
}

export const connect = (worker: Worker): SecondCopy => {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let watched = false
  /** One timer for all that wait, the oldest first: a request comes with each tap. */
  const watch = (afterMs: number): void => {
    watched = true
    setTimeout(giveUpLate, afterMs)
  }
  const giveUpLate = (): void => {
    watched = false
    for (const [id, { failed, since }] of waiting) {
      const leftMs = since + answerMs - performance.now()
      if (leftMs > 0) return watch(leftMs)
      waiting.delete(id)
      failed(new Error('no answer in time'))
    }
  }
  worker.onmessage = ({ data }: MessageEvent<CopyAnswer>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) one?.done(data.text)
    else one?.failed(new Error(data.text))
  }
  const ask = (op: CopyRequest['op'], text = ''): Promise<string> =>
    new Promise((done, failed) => {
      last += 1
      waiting.set(last, { done, failed, since: performance.now() })
      if (!watched) watch(answerMs)
      worker.postMessage({ id: last, op, text } satisfies CopyRequest)
    })
  return {
    append: async (text) => void (await ask('append', text)),
    read: () => ask('read'),
    readAll: () => ask('readAll'),
    replace: async (text) => void (await ask('replace', text)),
  }
}

/** Null where the browser has no private files; then what is unsent is kept once. */
export const openOpfsCopy = (): SecondCopy | null => {
  if (!navigator.storage?.getDirectory) return null
  return connect(new Worker(new URL('./opfs-worker.ts', import.meta.url), { type: 'module' }))
}
