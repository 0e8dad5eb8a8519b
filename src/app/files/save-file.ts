// Gives the person a file by the browser's own way of saving.
import type { QueueFile } from '../../store/second-copy/queue-file.ts'

/** Some browsers begin to read a moment after the press. */
const keptMs = 60_000

export const saveFile = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}

/** What is unsent, under the moment of its making. */
export const saveQueue = (queue: QueueFile): void =>
  saveFile(
    new Blob([JSON.stringify(queue)], { type: 'application/json' }),
    `zhurnal-${queue.exportedAt.slice(0, 16).replace(':', '-')}.json`,
  )
