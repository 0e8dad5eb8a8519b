// In a tab whose storage a newer one has taken over: the place that was open stays as it was read last, and any other
// says why it can't be opened here. Nothing on the screen asks the storage again.
import { Activity, type ReactNode, useRef } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { useMemoryState } from '../../runtime/memory-state.ts'
import styles from './trouble.module.css'

interface LastReadProps {
  /** The address that is asked for. */
  at: string
  children(at: string): ReactNode
}

export const LastRead = ({ at, children }: LastReadProps) => {
  const closed = useMemoryState((state) => state.closed)
  const [, go] = useLocation()
  const last = useRef(at)
  if (!closed) last.current = at
  const away = at !== last.current
  return (
    <>
      {/* Hidden it keeps all that it has read: made anew it would have nothing to show. */}
      <Activity mode={away ? 'hidden' : 'visible'}>{children(last.current)}</Activity>
      {away && (
        <div className={styles.alone}>
          <Panel
            page
            tone="bad"
            title={shellTroubleWords.notReadTitle}
            actions={
              <>
                <Button kind="primary" onClick={() => location.reload()}>
                  {shellTroubleWords.reopen}
                </Button>
                <Button onClick={() => go(last.current)}>{shellTroubleWords.backToRead}</Button>
              </>
            }
          >
            <p role="alert">{shellTroubleWords.newerTab}</p>
          </Panel>
        </div>
      )}
    </>
  )
}
