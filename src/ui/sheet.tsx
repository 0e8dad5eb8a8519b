// A sheet over the screen: the browser keeps the focus in it, Esc closes it and the focus goes back.
import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import styles from './sheet.module.css'

interface SheetProps {
  title: string
  /** The word of the button that closes it. */
  close: string
  onClose(): void
  children: ReactNode
}

export const Sheet = ({ title, close, onClose, children }: SheetProps) => {
  const sheet = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Whatever takes it off the screen, the focus goes back.
  useLayoutEffect(() => {
    const shown = sheet.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={sheet} className={styles.dialog} aria-labelledby={heading} onClose={onClose}>
      <header className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <button
          type="button"
          className={styles.close}
          aria-label={close}
          onClick={() => sheet.current?.close()}
        >
          <X aria-hidden="true" />
        </button>
      </header>
      {children}
    </dialog>
  )
}
