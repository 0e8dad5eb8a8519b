// Another way out for what has not been sent: a file, and how many copies the tablet keeps.
import { useLiveQuery } from 'dexie-react-hooks'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { readEnvelope } from '../../contract/entry-schema.ts'
import { toInstant } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { readLines } from '../../store/second-copy/copy-lines.ts'
import { type ImportOutcome, importQueue } from '../../store/second-copy/import-queue.ts'
import { readIncident } from '../../store/second-copy/incident.ts'
import { exportQueue, queueFilesOf } from '../../store/second-copy/queue-file.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { saveQueue } from '../files/save-file.ts'
import { entries } from '../messages/counts.ts'
import { incidentSentence, isSpaceLow, persistSentence, spaceSentence } from '../messages/memory.ts'
import { importSentence } from '../messages/queue-file.ts'
import { sendWords } from '../messages/screens/outbox/sending.ts'
import { dateAndTime } from '../messages/time.ts'
import { unreadSentence } from '../messages/unread.ts'
import { measureStorage } from '../runtime/device-facts.ts'
import { useMemoryState } from '../runtime/memory-state.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useLog, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { useAnnounced } from '../shell/announcer.tsx'
import { useCount } from '../shell/use-unsent.ts'
import styles from './outbox.module.css'

export const useQueueExport = (person: string) => {
  const { db, readCopy } = useRuntime()
  const log = useLog(person)
  return async (): Promise<number> => {
    const now = toInstant(Date.now())
    const queue = await exportQueue(db, log, now).catch(async (error: unknown) => {
      // IndexedDB gives nothing any more: the second copy may.
      const files = queueFilesOf(readLines(await readCopy()), now)
      const own = files.find((one) => one.person === person)
      if (!own) throw error
      return own.file
    })
    saveQueue(queue)
    return queue.entries.length
  }
}

const useQueueImport = (person: string) => {
  const { db, wake, keep } = useRuntime()
  const [outcome, setOutcome] = useState<ImportOutcome | 'failed' | null>(null)
  const take = async ({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = currentTarget.files ?? []
    if (!file) return
    // Read before the field is emptied, which lets the same file be chosen again.
    const text = await file.text()
    currentTarget.value = ''
    setOutcome(await importQueue({ db, person, read: readEnvelope, copy: keep }, text))
    wake('tap')
  }
  return {
    outcome,
    take: (event: ChangeEvent<HTMLInputElement>): void => void take(event).catch(() => setOutcome('failed')),
  }
}

const Copies = () => {
  const { db } = useRuntime()
  const { copies, persisted, freeBytes } = useMemoryState()
  useEffect(() => void measureStorage(), [])
  const incident = useLiveQuery(() => readIncident(db), [db])
  const unread = useLiveQuery(() => db.unread.count(), [db], 0)
  const restoredAt = useSyncState((state) => state.status.hubRestoredAt)
  const zone = useSchool()?.zone ?? 'UTC'
  return (
    <>
      <p className={styles.sum}>{copies === 2 ? sendWords.twoCopies : sendWords.oneCopy}</p>
      <p className={styles.sum}>{persistSentence(persisted)}</p>
      <p className={isSpaceLow(freeBytes) ? styles.wrong : styles.sum}>{spaceSentence(freeBytes)}</p>
      {unread > 0 && <p className={styles.sum}>{unreadSentence(unread)}</p>}
      {restoredAt && <p className={styles.sum}>{sendWords.restored(dateAndTime(restoredAt, zone))}</p>}
      {incident && (
        <p className={incident.lost > 0 ? styles.wrong : styles.sum}>{incidentSentence(incident)}</p>
      )}
    </>
  )
}

export const SpareWay = ({ who }: { who: SignedIn }) => {
  const unsent = useCount('unsent')
  const exportNow = useQueueExport(who.person)
  const { outcome, take } = useQueueImport(who.person)
  const [exported, setExported] = useState<string | null>(null)
  const imported = outcome === 'failed' ? sendWords.importFailed : outcome && importSentence(outcome)
  const said = imported ?? exported
  const write = (): void =>
    void exportNow()
      .then((count) => sendWords.exported(entries(count)))
      .catch(() => sendWords.exportFailed)
      .then(setExported)
  useAnnounced(said)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <Panel
      title={sendWords.fileTitle}
      actions={
        <>
          <Button onClick={write}>{sendWords.exportUnsent}</Button>
          <Button onClick={() => picker.current?.click()}>{sendWords.importFile}</Button>
        </>
      }
    >
      <Copies />
      <p>{sendWords.fileLead(entries(unsent))}</p>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        aria-label={sendWords.file}
        hidden
        onChange={take}
      />
      <p>{said}</p>
    </Panel>
  )
}
