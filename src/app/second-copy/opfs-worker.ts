// Keeps the second copy in the origin's private files: a file for each tab, locked while its tab lives.
// Only here, in a worker, is there a handle whose `flush` waits for the disk.
import type { CopyAnswer, CopyRequest } from './copy-message.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope
const name = `${crypto.randomUUID()}.log`
const lockOf = (file: string): string => `second-copy/${file}`

/** The browser lets the lock go when the tab dies, and not before. */
const holdForLife = (file: string): Promise<void> =>
  new Promise((held) => {
    void navigator.locks.request(lockOf(file), () => {
      held()
      return new Promise<never>(() => {})
    })
  })

const open = async () => {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('second-copy', { create: true })
  await holdForLife(name)
  const file = await folder.getFileHandle(name, { create: true })
  return { folder, handle: await file.createSyncAccessHandle() }
}

const opened = open()
/** Files whose tabs are gone and whose text has been read. */
const read: string[] = []

/** Another tab that started with this one has read the same file and was first to clear it away. */
const unlessGone = (error: unknown): void => {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
}

const readAbandoned = async (): Promise<string> => {
  const { folder } = await opened
  let text = ''
  for await (const [file, handle] of folder.entries()) {
    if (file === name || handle.kind !== 'file') continue
    await navigator.locks.request(lockOf(file), { ifAvailable: true }, async (lock) => {
      if (!lock) return
      const found = await handle
        .getFile()
        .then((one) => one.text())
        .catch(unlessGone)
      if (found === undefined) return
      text += found
      read.push(file)
    })
  }
  return text
}

const readOwn = async (): Promise<string> => {
  const { handle } = await opened
  const bytes = new Uint8Array(handle.getSize())
  handle.read(bytes, { at: 0 })
  return new TextDecoder().decode(bytes)
}

const append = async (text: string): Promise<void> => {
  const { handle } = await opened
  const bytes = new TextEncoder().encode(text)
  const written = handle.write(bytes, { at: handle.getSize() })
  if (written !== bytes.length) throw new Error('the file took only a part')
  handle.flush()
}

const replace = async (text: string): Promise<void> => {
  const { folder, handle } = await opened
  handle.truncate(0)
  await append(text)
  for (const file of read.splice(0)) await folder.removeEntry(file).catch(unlessGone)
}

const answer = async ({ op, text }: CopyRequest): Promise<string> => {
  if (op === 'read') return readAbandoned()
  if (op === 'readAll') return (await readAbandoned()) + (await readOwn())
  await (op === 'append' ? append(text) : replace(text))
  return ''
}

// One after another: two writes at one place would tear each other.
let queue: Promise<unknown> = opened
scope.onmessage = ({ data }: MessageEvent<CopyRequest>) => {
  queue = queue
    .then(() => answer(data))
    .then(
      (text): CopyAnswer => ({ id: data.id, ok: true, text }),
      (error: unknown): CopyAnswer => ({ id: data.id, ok: false, text: String(error) }),
    )
    .then((said) => scope.postMessage(said))
}
