// What the second copy holds unsent, a file for each person: the way out while IndexedDB gives nothing.
import { useEffect, useState } from 'react'
import { toInstant } from '../../../domain/time.ts'
import { readLines } from '../../../store/second-copy/copy-lines.ts'
import { type QueueFile, queueFilesOf } from '../../../store/second-copy/queue-file.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { saveQueue } from '../../files/save-file.ts'
import { entries } from '../../messages/counts.ts'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'

export const RescuedFiles = ({ read }: { read(): Promise<string> }) => {
  const [files, setFiles] = useState<readonly QueueFile[]>([])
  useEffect(() => {
    const now = toInstant(Date.now())
    read().then(
      (text) => setFiles(queueFilesOf(readLines(text), now).map((one) => one.file)),
      () => setFiles([]),
    )
  }, [read])
  return files.map((file) => (
    <Panel
      key={file.entries[0]?.entry.id}
      title={shellTroubleWords.rescuedTitle(entries(file.entries.length))}
      actions={<Button onClick={() => saveQueue(file)}>{shellTroubleWords.exportToFile}</Button>}
    >
      {shellTroubleWords.rescued}
    </Panel>
  ))
}
