// The hub wants a new sign-in: recording goes on, sending waits, and that is said on every screen.
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { entries } from '../messages/counts.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useUnsent } from './use-unsent.ts'

export const SignInAgain = () => {
  const needed = useSyncState((state) => state.status.signInNeeded)
  const { unsent } = useUnsent()
  const [at, go] = useLocation()
  if (!needed || at === '/sign-in') return null
  return (
    <Panel
      tone="warn"
      title="Отправка ждёт входа"
      actions={<Button onClick={() => go('/sign-in')}>Войти снова</Button>}
    >
      Вход на школьном сервере закончился. На планшете сохранено: {entries(unsent)}. Записывать можно дальше,
      после входа всё уйдёт.
    </Panel>
  )
}
