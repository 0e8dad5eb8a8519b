// A screen that the hub has to fill, while it is asked: nothing at first, then its outline, then what is in the way.
import { useEffect, useState } from 'react'
import { stillWaiting } from '../messages/problems.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useAnnounced } from './announcer.tsx'
import styles from './waiting.module.css'

/** An answer that comes sooner would only flicker. */
const outlineMs = 300
/** After so long the hub is slow in any case, whatever was last known of it. */
const slowMs = 4_000

const usePassed = (afterMs: number): boolean => {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return passed
}

const bars = ['wide', 'half', 'wide', 'wide', 'half'] as const

export const Waiting = ({ title }: { title: string }) => {
  const outline = usePassed(outlineMs)
  const slow = usePassed(slowMs)
  const silent = useSyncState(({ status }) => status.hub !== 'answers' && status.hub !== 'unknown')
  const said = outline && (slow || silent) ? stillWaiting : null
  useAnnounced(said)
  if (!outline) return null
  return (
    <div className={styles.page}>
      <h1>{title}</h1>
      <p className={styles.said}>{said}</p>
      <div aria-hidden="true" className={styles.outline}>
        {bars.map((bar, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the outline never changes
          <i key={at} data-bar={bar} />
        ))}
      </div>
    </div>
  )
}
