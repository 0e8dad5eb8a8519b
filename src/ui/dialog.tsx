// A question over the page: the browser keeps the focus in it and gives it back. `Esc` is «no».
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import styles from './dialog.module.css'

interface DialogProps {
  title: string
  onClose(): void
  actions: ReactNode
  children?: ReactNode
}

export const Dialog = ({ title, onClose, actions, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Closed while it still stands in the page: a dialog that has left it gives no focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {/* The title takes the focus: no answer is chosen by an Enter that was meant for something else. */}
      {/* biome-ignore lint/a11y/noAutofocus: the focus must not stand on an answer */}
      <h2 id={titleId} tabIndex={-1} autoFocus>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </dialog>
  )
}
