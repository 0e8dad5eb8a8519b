// The tablet's storage has failed: nothing is written any more, so that what is there stays there. Said in the place of
// the badge, so that nothing of the screen moves, and in full to whoever asks.
import { CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SignedIn } from '../../../store/device.ts'
import type { SaveFailure } from '../../../store/save-failure.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { saveFailureSentences } from '../../messages/problems.ts'
import { sendWords } from '../../messages/screens/outbox/sending.ts'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { useQueueExport } from '../../outbox/spare-way.tsx'
import { useMemoryState } from '../../runtime/memory-state.ts'
import { alarm } from '../announcer.tsx'
import styles from '../strip.module.css'

export const StorageStopped = ({ who, stopped }: { who: SignedIn; stopped: SaveFailure }) => {
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const exportNow = useQueueExport(who.person)
  const closed = useMemoryState((state) => state.closed)
  const sentence =
    closed || stopped.why === 'closed'
      ? shellTroubleWords.newerTab
      : shellTroubleWords.stopped(saveFailureSentences[stopped.why])
  useEffect(() => alarm(`${shellTroubleWords.stoppedTitle}. ${sentence}`), [sentence])
  return (
    <>
      <button
        type="button"
        className={styles.badge}
        data-alarm="stuck"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <CircleAlert size={18} aria-hidden="true" />
        <span>
          <b>{shellTroubleWords.stoppedTitle}</b>
          <small>{shellTroubleWords.whatToDo}</small>
        </span>
      </button>
      {open && (
        <Dialog
          title={shellTroubleWords.stoppedTitle}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button kind="primary" onClick={() => location.reload()}>
                {shellTroubleWords.reopen}
              </Button>
              <Button onClick={() => void exportNow().catch(() => setFailed(true))}>
                {shellTroubleWords.exportUnsent}
              </Button>
              <Button kind="quiet" onClick={() => setOpen(false)}>
                {shellTroubleWords.readOn}
              </Button>
            </>
          }
        >
          <p>{sentence}</p>
          {failed && <p role="alert">{sendWords.exportFailed}</p>}
        </Dialog>
      )}
    </>
  )
}
