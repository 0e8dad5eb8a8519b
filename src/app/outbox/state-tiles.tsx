// How many entries are in each state, and the sum written out: it must be what was recorded here.
import type { LogGap } from '../../domain/log-gap.ts'
import { type ShownState, shownStates } from '../../domain/transfer/not-carried.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { outboxWords } from '../messages/screens/outbox/page.ts'
import { gapSentence, sumWords } from '../messages/screens/queue.ts'
import { stateWords } from '../messages/states.ts'
import { useAnnounced } from '../shell/announcer.tsx'
import styles from './tiles.module.css'

interface TilesProps {
  byState: Record<ShownState, number>
  /** What the logs' own numbers say was recorded. */
  recorded: number
  gaps: readonly LogGap[]
  /** The deputy knows of the gaps. */
  told: boolean
}

/** The way itself is always shown, a zero in grey; what lies off the way only when something is there. */
const always: readonly ShownState[] = ['queued', 'accepted', 'verified']

export const StateTiles = ({ byState, recorded, gaps, told }: TilesProps) => {
  const shown = shownStates.filter((state) => byState[state] > 0 || always.includes(state))
  const parts = shown.map((state) => byState[state]).filter((n) => n > 0)
  const found = parts.reduce((sum, n) => sum + n, 0)
  const whole = gaps.length === 0 && found === recorded
  const wrong = whole ? null : outboxWords.countsDiffer(recorded, found, gapSentence(gaps, told))
  useAnnounced(wrong)
  return (
    <section className={styles.tiles} aria-label={outboxWords.byState}>
      <ul>
        {shown.map((state) => (
          <li key={state} data-state={state} data-zero={byState[state] === 0}>
            <b>{byState[state]}</b>
            <span>
              <Glyph name={state} size={14} /> {stateWords[state]}
            </span>
          </li>
        ))}
      </ul>
      {wrong === null ? (
        <p>
          {outboxWords.recordedHere} <b>{sumWords(recorded, parts)}</b>. <b>{outboxWords.countsAgree}</b>
          {outboxWords.noGaps}
        </p>
      ) : (
        <p className={styles.wrong}>{wrong}</p>
      )}
    </section>
  )
}
