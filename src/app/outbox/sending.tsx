// The way out: what the sending does now, when it tries again, and the press that tries at once.
import { Button } from '../../ui/button.tsx'
import { hubSentence } from '../messages/problems.ts'
import { inTheWay, sendWords } from '../messages/screens/outbox/sending.ts'
import { span } from '../messages/time.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useNow, useRuntime } from '../runtime/use-runtime.ts'
import { useAnnounced } from '../shell/announcer.tsx'
import styles from './outbox.module.css'

export const Sending = ({ note }: { note: string | null }) => {
  const { wake } = useRuntime()
  const { status } = useSyncState()
  const now = useNow(1_000)
  useAnnounced(note)
  const waits = status.nextTryAt === null ? 0 : Date.parse(status.nextTryAt) - Date.now()
  const words = (): string => {
    if (status.sending) return sendWords.sending
    const sentence = status.failure && hubSentence(status.failure)
    if (waits > 0 && sentence) {
      const [why, seconds] = [inTheWay[status.hub], Math.ceil(waits / 1000)]
      return why ? sendWords.nextTry(why, seconds) : sendWords.nextTryAfter(sentence, seconds)
    }
    return status.hubAt ? sendWords.answered(span(Date.parse(now) - Date.parse(status.hubAt))) : ''
  }
  return (
    <div className={styles.sending}>
      <Button kind="primary" onClick={() => wake('tap')}>
        {sendWords.checkAndSend}
      </Button>
      <p>{words()}</p>
      <p>{note}</p>
    </div>
  )
}
