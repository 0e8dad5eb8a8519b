// The way out: what the sending does now, when it tries again, and the press that tries at once.
import { Button } from '../../ui/button.tsx'
import { span } from '../messages/time.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useNow, useRuntime } from '../runtime/use-runtime.ts'
import styles from './outbox.module.css'

export const Sending = ({ note }: { note: string | null }) => {
  const { wake } = useRuntime()
  const { status } = useSyncState()
  const now = useNow(1_000)
  const waits = status.nextTryAt === null ? 0 : Date.parse(status.nextTryAt) - Date.now()
  const full = status.hub === 'full'
  const words = (): string => {
    if (status.sending) return 'Отправляется.'
    if (waits > 0) {
      const why = full
        ? 'На сервере школы кончилось место, скажите завучу.'
        : 'Сервер школы не принял или не ответил.'
      return `${why} Записи целы, следующая попытка через ${Math.ceil(waits / 1000)} с.`
    }
    return status.hubAt
      ? `Сервер школы отвечал ${span(Date.parse(now) - Date.parse(status.hubAt))} назад.`
      : ''
  }
  return (
    <div className={styles.sending}>
      <Button kind="primary" onClick={() => wake('tap')}>
        Проверить связь и отправить
      </Button>
      <p>{words()}</p>
      <p role="status">{note}</p>
    </div>
  )
}
