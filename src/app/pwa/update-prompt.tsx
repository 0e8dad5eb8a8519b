// Offers a new build, everywhere but over a lesson: nothing there may cover or move what a finger is on its way to.
import { useLocation } from 'wouter'
import type { SignedIn } from '../../store/device.ts'
import { type HalfDone, readHalfDone } from '../../store/draft.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { appWords } from '../messages/screens/pwa.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { useTables } from '../runtime/use-tables.ts'
import { takeUpdate } from './register-worker.ts'

const placeOf = ({ kind, of }: HalfDone): string =>
  kind === 'provisional'
    ? '/provisional'
    : `/${kind.startsWith('conflict-') ? 'conflicts' : 'lesson'}/${encodeURIComponent(of)}`

export const UpdatePrompt = ({ who }: { who: SignedIn }) => {
  const { db } = useRuntime()
  const ready = useSyncState((state) => state.updateReady)
  const [at, go] = useLocation()
  const halfDone = useTables(() => readHalfDone(db, who.person), ['draft'], [who.person])
  if (!ready || !halfDone || at.startsWith('/lesson/')) return null
  const [first] = halfDone
  return (
    <Panel
      tone="accent"
      title={appWords.updateReady}
      actions={
        first ? (
          <Button onClick={() => go(placeOf(first))}>{appWords.openHalfDone}</Button>
        ) : (
          <Button onClick={takeUpdate}>{appWords.updateNow}</Button>
        )
      }
    >
      {first ? appWords.updateMustWait : appWords.updateIsSafe}
    </Panel>
  )
}
