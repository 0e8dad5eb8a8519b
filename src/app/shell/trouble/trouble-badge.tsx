// What keeps entries from being written, in the place of the badge, so that nothing of the screen moves; in full to
// whoever asks.
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Dialog } from '../../../ui/dialog.tsx'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { alarm } from '../announcer.tsx'
import styles from '../strip.module.css'

interface TroubleBadgeProps {
  title: string
  sentence: string
  /** What it is said of; of another one it is said anew. */
  of: unknown
  actions(close: () => void): ReactNode
  children?: ReactNode
}

export const TroubleBadge = ({ title, sentence, of, actions, children }: TroubleBadgeProps) => {
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  const spoken = sentence.startsWith(title) ? sentence : `${title}. ${sentence}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words of another failure are said once more
  useEffect(() => alarm(spoken), [spoken, of])
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
          <b>{title}</b>
          <small>{shellTroubleWords.whatToDo}</small>
        </span>
      </button>
      {open && (
        <Dialog title={title} onClose={close} actions={actions(close)}>
          <p>{sentence}</p>
          {children}
        </Dialog>
      )}
    </>
  )
}
