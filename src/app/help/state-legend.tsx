// Every sign with its word and what it means for the person.
import { type EntryState, entryStates } from '../../domain/entry-state.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { stateMeanings, stateWords } from '../messages/states.ts'
import styles from './help.module.css'

export const StateLegend = ({ only = entryStates }: { only?: readonly EntryState[] }) => (
  <dl className={styles.legend}>
    {only.map((state) => (
      <div key={state}>
        <dt>
          <Glyph name={state} size={18} /> {stateWords[state]}
        </dt>
        <dd>{stateMeanings[state]}</dd>
      </div>
    ))}
  </dl>
)
