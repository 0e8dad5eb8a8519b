// The tab's end of the second copy: asks its worker, and says so when this browser can't keep one.
import type { SecondCopy } from '../../store/second-copy/copy-lines.ts'
import type { CopyAnswer, CopyRequest } from './copy-message.ts'

const startMs = 5_000

const inTime = <T>(work: Promise<T>, ms: number): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer in time')), ms)),
  ])

const connect = (worker: Worker): SecondCopy => {
  const waiting = new Map<number, { done(text: string): void; failed(error: Error): void }>()
  let last = 0
  worker.onmessage = ({ data }: MessageEvent<CopyAnswer>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) one?.done(data.text)
    else one?.failed(new Error(data.text))
  }
  const ask = (op: CopyRequest['op'], text = ''): Promise<string> =>
    new Promise((done, failed) => {
      last += 1
      waiting.set(last, { done, failed })
      worker.postMessage({ id: last, op, text } satisfies CopyRequest)
    })
  return {
    append: async (text) => void (await ask('append', text)),
    read: () => inTime(ask('read'), startMs),
    replace: async (text) => void (await ask('replace', text)),
  }
}

/** Null where the browser has no private files; then what is unsent is kept once. */
export const openOpfsCopy = (): SecondCopy | null => {
  if (!navigator.storage?.getDirectory) return null
  return connect(new Worker(new URL('./opfs-worker.ts', import.meta.url), { type: 'module' }))
}
