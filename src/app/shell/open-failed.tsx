// Shown when the device's memory can't be opened: nothing can be recorded, and that must be said at once. What the second
// copy holds unsent can be taken away in a file; nothing here deletes anything.
import { useEffect, useState } from 'react'
import { toInstant } from '../../domain/time.ts'
import { readLines } from '../../store/second-copy/copy-lines.ts'
import { type QueueFile, queueFilesOf } from '../../store/second-copy/queue-file.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { saveQueue } from '../files/save-file.ts'
import { entries } from '../messages/counts.ts'
import { openOpfsCopy } from '../second-copy/opfs-copy.ts'

/** Null while the copy is being read; empty where there is none or nothing waits in it. */
const useRescued = (): readonly QueueFile[] | null => {
  const [files, setFiles] = useState<readonly QueueFile[] | null>(null)
  useEffect(() => {
    const now = toInstant(Date.now())
    const copy = openOpfsCopy()
    if (!copy) return setFiles([])
    copy
      .read()
      .then((text) => setFiles(queueFilesOf(readLines(text), now).map((one) => one.file)))
      .catch(() => setFiles([]))
  }, [])
  return files
}

export const OpenFailed = () => {
  const files = useRescued()
  return (
    <main style={{ maxWidth: '40rem', margin: '15vh auto', padding: '0 1rem' }}>
      <Panel
        tone="bad"
        title="Журнал не открылся"
        actions={<Button onClick={() => location.reload()}>Открыть ещё раз</Button>}
      >
        <p role="alert">
          Планшет не дал журналу открыть своё хранилище, поэтому записывать сейчас нельзя. Закройте другие
          вкладки журнала и окно инкогнито, затем откройте его ещё раз. Если не выйдет, ведите урок на бумаге
          и скажите завучу. Данные сайта не стирайте.
        </p>
      </Panel>
      {files?.map((file) => (
        <Panel
          key={file.entries[0]?.entry.id}
          title={`Во второй копии неотправленное цело: ${entries(file.entries.length)}`}
          actions={<Button onClick={() => saveQueue(file)}>Выгрузить в файл</Button>}
        >
          Если журнал не открывается и со второго раза, выгрузите записи в файл и загрузите его на другом
          планшете под своим именем: «Очередь», «Запасной путь». Ни одна запись не удвоится.
        </Panel>
      ))}
    </main>
  )
}
