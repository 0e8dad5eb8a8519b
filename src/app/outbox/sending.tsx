// The way out: what the sending does now, when it tries again, and the press that tries at once.
import type { HubReach } from '../../sync/status.ts'
import { Button } from '../../ui/button.tsx'
import { span } from '../messages/time.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useNow, useRuntime } from '../runtime/use-runtime.ts'
import { useAnnounced } from '../shell/announcer.tsx'
import styles from './outbox.module.css'

const inTheWay: Partial<Record<HubReach, string>> = {
  silent: 'Сервер школы не отвечает.',
  portal: 'Вместо сервера школы отвечает что-то другое, например вход в Wi-Fi.',
  full: 'На сервере школы кончилось место, скажите завучу.',
  updateNeeded: 'Сервер школы другой версии, обновите журнал.',
}

export const Sending = ({ note }: { note: string | null }) => {
  const { wake } = useRuntime()
  const { status } = useSyncState()
  const now = useNow(1_000)
  useAnnounced(note)
  const waits = status.nextTryAt === null ? 0 : Date.parse(status.nextTryAt) - Date.now()
  const words = (): string => {
    if (status.sending) return 'Отправляется.'
    if (waits > 0) {
      return `${inTheWay[status.hub] ?? 'Сервер школы не принял.'} Записи целы, следующая попытка через ${Math.ceil(waits / 1000)} с.`
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
      <p>{note}</p>
    </div>
  )
}
