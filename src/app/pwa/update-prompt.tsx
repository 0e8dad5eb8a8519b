// Offers a new build, on screens where nothing is being typed.
import { useLiveQuery } from 'dexie-react-hooks'
import type { SignedIn } from '../../store/device.ts'
import { countHalfDone } from '../../store/draft.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { appWords } from '../messages/screens/pwa.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { takeUpdate } from './register-worker.ts'

export const UpdatePrompt = ({ who }: { who: SignedIn }) => {
  const { db } = useRuntime()
  const ready = useSyncState((state) => state.updateReady)
  const drafts = useLiveQuery(() => countHalfDone(db, who.person), [db, who.person], 1)
  if (!ready) return null
  return (
    <Panel
      tone="accent"
      title={appWords.updateReady}
      actions={drafts === 0 && <Button onClick={takeUpdate}>{appWords.updateNow}</Button>}
    >
      {drafts === 0 ? appWords.updateIsSafe : appWords.updateMustWait}
    </Panel>
  )
}
