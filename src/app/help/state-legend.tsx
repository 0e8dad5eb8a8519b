// Every sign with its word and what it means for the person.
import { type ShownState, shownStates } from '../../domain/transfer/not-carried.ts'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { otherSigns, stateMeanings, stateWords } from '../messages/states.ts'
import styles from './help.module.css'

interface Sign {
  glyph: GlyphName
  word: string
  meaning: string
}

const ofState = (state: ShownState): Sign => ({
  glyph: state,
  word: stateWords[state],
  meaning: stateMeanings[state],
})

/** Without `only` every sign that a screen may show. */
export const StateLegend = ({ only }: { only?: readonly ShownState[] }) => {
  const signs = only ? only.map(ofState) : [...shownStates.map(ofState), ...otherSigns]
  return (
    <dl className={styles.legend}>
      {signs.map(({ glyph, word, meaning }) => (
        <div key={glyph}>
          <dt>
            <Glyph name={glyph} size={18} /> {word}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
