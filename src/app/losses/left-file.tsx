// A file of unsent entries whose author has left the lists: nobody else can send them, so a deputy does.
import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useRef, useState } from 'react'
import { readEnvelope } from '../../contract/entry-schema.ts'
import type { HubClient } from '../../contract/hub-client.ts'
import { readQueueFile } from '../../store/second-copy/read-queue-file.ts'
import { sendFile } from '../../sync/send-file.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { fileSentence } from '../messages/losses.ts'
import { hubSentence } from '../messages/problems.ts'
import { importSentence } from '../messages/queue-file.ts'
import { lossWords } from '../messages/screens/losses/page.ts'
import { useRuntime, useSignedIn } from '../runtime/use-runtime.ts'
import { useAnnounced } from '../shell/announcer.tsx'

const sendText = async (hub: HubClient, who: string, text: string): Promise<string> => {
  const file = readQueueFile(text, readEnvelope)
  if (!file.ok) return importSentence({ kind: 'refused', altered: 0, ...file.fault })
  const end = await sendFile(hub, who, file)
  if (end.kind === 'sent') return fileSentence(end.sent)
  if (end.kind === 'own') return lossWords.fileOwn
  const { outcome } = end
  if (outcome.kind === 'refused' && outcome.problem.error === 'forbidden') return lossWords.fileOfStaff
  return lossWords.fileStopped(hubSentence(outcome) ?? '')
}

export const LeftFile = () => {
  const { hub } = useRuntime()
  const who = useSignedIn()
  const queries = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<string | null>(null)
  useAnnounced(said)
  const take = async ({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = currentTarget.files ?? []
    if (!file || !who) return
    // Read before the field is emptied, which lets the same file be chosen again.
    const text = await file.text()
    currentTarget.value = ''
    setSaid(await sendText(hub, who.person, text))
    await queries.invalidateQueries({ queryKey: ['losses'] })
  }
  return (
    <Panel
      title={lossWords.fileTitle}
      actions={<Button onClick={() => picker.current?.click()}>{lossWords.fileChoose}</Button>}
    >
      <p>{lossWords.fileLead}</p>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        aria-label={lossWords.file}
        hidden
        onChange={(event) => void take(event).catch(() => setSaid(lossWords.fileUnread))}
      />
      <p>{said}</p>
    </Panel>
  )
}
