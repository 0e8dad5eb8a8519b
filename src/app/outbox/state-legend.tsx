// What each sign means: the same words and signs as on every screen.
import { shownStates } from '../../domain/transfer/not-carried.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { outboxWords } from '../messages/screens/outbox/page.ts'
import { lostMeaning, stateMeanings, stateWords } from '../messages/states.ts'
import styles from './tiles.module.css'

export const StateLegend = () => (
  <details className={styles.legend}>
    <summary>{outboxWords.legend}</summary>
    <dl>
      {shownStates.map((state) => (
        <div key={state} data-state={state}>
          <dt>
            <Glyph name={state} size={18} /> {stateWords[state]}
          </dt>
          <dd>{stateMeanings[state]}</dd>
        </div>
      ))}
      <div>
        <dt>
          <Glyph name="lost" size={18} /> {lostMeaning.word}
        </dt>
        <dd>{lostMeaning.meaning}</dd>
      </div>
    </dl>
  </details>
)
