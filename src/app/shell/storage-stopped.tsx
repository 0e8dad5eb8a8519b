// The tablet's storage has failed: nothing is written any more, so that what is there stays there.
import type { SignedIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { saveFailureSentences } from '../messages/problems.ts'
import { shellTroubleWords } from '../messages/screens/shell/trouble.ts'
import { useQueueExport } from '../outbox/spare-way.tsx'
import { useMemoryState } from '../runtime/memory-state.ts'

export const StorageStopped = ({ who }: { who: SignedIn }) => {
  const stopped = useMemoryState((state) => state.stopped)
  const exportNow = useQueueExport(who.person)
  if (!stopped) return null
  return (
    <Panel
      tone="bad"
      role="alert"
      title={shellTroubleWords.stoppedTitle}
      actions={
        <>
          <Button onClick={() => location.reload()}>{shellTroubleWords.reopen}</Button>
          <Button onClick={() => void exportNow()}>{shellTroubleWords.exportUnsent}</Button>
        </>
      }
    >
      {stopped.why === 'closed'
        ? shellTroubleWords.newerTab
        : shellTroubleWords.stopped(saveFailureSentences[stopped.why])}
    </Panel>
  )
}
