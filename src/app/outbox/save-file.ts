// Gives the person a file with what is unsent, by the browser's own way of saving.
import type { QueueFile } from '../../store/second-copy/queue-file.ts'

export const saveQueue = (queue: QueueFile): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(queue)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `zhurnal-${queue.exportedAt.slice(0, 16).replace(':', '-')}.json`
  link.click()
  URL.revokeObjectURL(url)
}
