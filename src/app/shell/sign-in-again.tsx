// The hub wants a new sign-in: recording goes on, sending waits, and that is said on every screen.
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { entries } from '../messages/counts.ts'
import { shellTroubleWords } from '../messages/screens/shell/trouble.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useCount } from './use-unsent.ts'

const Waiting = () => shellTroubleWords.signInLead(entries(useCount('unsent')))

export const SignInAgain = () => {
  const needed = useSyncState((state) => state.status.signInNeeded)
  const [at, go] = useLocation()
  if (!needed || at === '/sign-in') return null
  return (
    <Panel
      tone="warn"
      title={shellTroubleWords.signInTitle}
      actions={<Button onClick={() => go('/sign-in')}>{shellTroubleWords.signIn}</Button>}
    >
      <Waiting />
    </Panel>
  )
}
