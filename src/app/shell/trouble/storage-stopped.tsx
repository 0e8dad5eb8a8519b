// The tablet's storage has failed: nothing is written any more, so that what is there stays there.
import { useState } from 'react'
import type { SignedIn } from '../../../store/device.ts'
import type { SaveFailure } from '../../../store/save-failure.ts'
import { Button } from '../../../ui/button.tsx'
import { saveFailureSentences } from '../../messages/problems.ts'
import { sendWords } from '../../messages/screens/outbox/sending.ts'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { useQueueExport } from '../../outbox/spare-way.tsx'
import { useMemoryState } from '../../runtime/memory-state.ts'
import { TroubleBadge } from './trouble-badge.tsx'

interface StorageStoppedProps {
  who: SignedIn
  stopped: SaveFailure
  /** What could not be written since: it is said anew. */
  unsaved: SaveFailure | null
}

export const StorageStopped = ({ who, stopped, unsaved }: StorageStoppedProps) => {
  const [failed, setFailed] = useState(false)
  const exportNow = useQueueExport(who.person)
  const closed = useMemoryState((state) => state.closed)
  const sentence =
    closed || stopped.why === 'closed'
      ? shellTroubleWords.newerTab
      : shellTroubleWords.stopped(saveFailureSentences[stopped.why])
  return (
    <TroubleBadge
      title={shellTroubleWords.stoppedTitle}
      sentence={sentence}
      of={unsaved}
      actions={(close) => (
        <>
          <Button kind="primary" onClick={() => location.reload()}>
            {shellTroubleWords.reopen}
          </Button>
          <Button onClick={() => void exportNow().catch(() => setFailed(true))}>
            {shellTroubleWords.exportUnsent}
          </Button>
          <Button kind="quiet" onClick={close}>
            {shellTroubleWords.readOn}
          </Button>
        </>
      )}
    >
      {failed && <p role="alert">{sendWords.exportFailed}</p>}
    </TroubleBadge>
  )
}
