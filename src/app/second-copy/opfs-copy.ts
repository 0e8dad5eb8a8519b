// The tab's end of the second copy: asks its worker, and says so when this browser can't keep one.
import type { SecondCopy } from '../../store/second-copy/copy-lines.ts'
import type { CopyAnswer, CopyRequest } from './copy-message.ts'

/** A worker that hangs must hold up no start, and must not be counted as a copy. */
const answerMs = 5_000

const inTime = <T>(work: Promise<T>, ms: number): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer in time')), ms)),
  ])

export const connect = (worker: Worker): SecondCopy => {
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
    append: async (text) => void (await inTime(ask('append', text), answerMs)),
    read: () => inTime(ask('read'), answerMs),
    readAll: () => inTime(ask('readAll'), answerMs),
    replace: async (text) => void (await inTime(ask('replace', text), answerMs)),
  }
}

/** Null where the browser has no private files; then what is unsent is kept once. */
export const openOpfsCopy = (): SecondCopy | null => {
  if (!navigator.storage?.getDirectory) return null
  return connect(new Worker(new URL('./opfs-worker.ts', import.meta.url), { type: 'module' }))
}
