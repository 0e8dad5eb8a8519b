// What can be chosen, with what each choice does. The proposal has an accent edge and its clause, and is not chosen for it.
import type { ReportedCandidate } from '../../domain/cell-report.ts'
import type { Ground } from '../../domain/settle/proposal.ts'
import type { CellValue } from '../../domain/value.ts'
import { conflictWords } from '../messages/screens/conflict-card.ts'
import { choiceSentence, isFromAis } from '../messages/screens/conflicts.ts'
import { valueText } from '../messages/values.ts'
import styles from './choices.module.css'

interface ChoicesProps {
  shown: readonly ReportedCandidate[]
  /** The one that the clause speaks for. */
  usual: ReportedCandidate | null
  ground: Ground
  person: string
  /** Does the value wait for a reason? It is pressed all the same: the press says what is owed. */
  lacksWhy(value: CellValue | null): boolean
  /** The element that says so. */
  whyNote: string
  onChoose(value: CellValue | null): void
}

export const Choices = ({ shown, usual, ground, person, lacksWhy, whyNote, onChoose }: ChoicesProps) => (
  <div className={styles.choices}>
    {shown.map((candidate, at) => {
      const others = shown.filter((one) => one !== candidate)
      const inAis = others.find(isFromAis)
      const text = valueText(candidate.value)
      return (
        <button
          key={candidate.entries[0]?.entry ?? 'blank'}
          type="button"
          className={styles.choice}
          data-usual={candidate === usual}
          aria-disabled={lacksWhy(candidate.value)}
          aria-describedby={lacksWhy(candidate.value) ? whyNote : undefined}
          onClick={() => onChoose(candidate.value)}
        >
          <span className={styles.text}>
            <b>{conflictWords.keep(text)}</b>
            {candidate === usual && ground.kind === 'clause' && (
              <span className={styles.clause}>{conflictWords.byClause(ground.clause)}</span>
            )}
            <small>
              {choiceSentence({
                others: others.map((one) => valueText(one.value)),
                chosenIsAis: isFromAis(candidate),
                otherInAis: inAis ? valueText(inAis.value) : null,
                othersAre: others.some((one) => one.entries.some((each) => each.author !== person))
                  ? 'colleagues'
                  : 'own',
              })}
            </small>
          </span>
          <kbd className={styles.key}>{at + 1}</kbd>
        </button>
      )
    })}
  </div>
)
