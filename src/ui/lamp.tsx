// A lamp: a disc answers now, a dashed ring is the last known, a struck ring does not answer, a thin one is not known.
import styles from './lamp.module.css'

export type LampState = 'answers' | 'lastKnown' | 'silent' | 'unknown'

const Sign = ({ state }: { state: LampState }) => (
  <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
    {state === 'answers' && <circle cx="8" cy="8" r="6" fill="currentColor" />}
    {state === 'lastKnown' && (
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeDasharray="3 1.71"
      />
    )}
    {state === 'unknown' && (
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray="1.6 2.17"
      />
    )}
    {state === 'silent' && (
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
        <circle cx="8" cy="8" r="6" />
        <path d="M4 12l8-8" />
      </g>
    )}
  </svg>
)

interface LampProps {
  state: LampState
  label: string
  /** Said instead of the label where the strip is narrow. */
  short?: string
  note?: string
}

export const Lamp = ({ state, label, short = label, note }: LampProps) => (
  <div className={styles.lamp} data-state={state}>
    <Sign state={state} />
    <span>
      <b className={styles.label}>{label}</b>
      <b className={styles.short} aria-hidden="true">
        {short}
      </b>
      {note && <small>{note}</small>}
    </span>
  </div>
)
