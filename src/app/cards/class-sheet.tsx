// One value for the whole class from the cards: the list's own act, with the names to tap for exceptions.
import { Sheet } from '../../ui/sheet.tsx'
import type { WrittenLesson } from '../grid/grid-model.ts'
import { BulkPanel } from '../lesson/bulk/bulk-panel.tsx'
import type { WholeClass } from '../lesson/bulk/use-bulk.ts'
import { worksOf } from '../lesson/lesson-cells.ts'
import { bulkWords, leftWord } from '../messages/lesson/bulk.ts'
import { cardWords } from '../messages/lesson/cards.ts'
import { cellSign } from '../messages/values.ts'
import styles from './class-sheet.module.css'

export const ClassSheet = ({ model, whole }: { model: WrittenLesson; whole: WholeClass }) => {
  const { plan, bulk } = whole
  if (!plan || !bulk) return null
  const stays = new Map(bulk.leaves.map((one) => [one.pupil.id, leftWord(one)]))
  return (
    <Sheet title={bulkWords.title} close={cardWords.toCards} onClose={whole.close}>
      <div className={styles.class}>
        <div className={styles.names}>
          <ol aria-label={bulkWords.exceptions}>
            {model.pupils.map(({ id, name }) => {
              const planned = whole.preview(id)
              return (
                <li key={id}>
                  <button type="button" aria-pressed={plan.except.has(id)} onClick={() => whole.toggle(id)}>
                    <span>{name}</span>{' '}
                    <b data-planned={planned !== null}>{cellSign(planned ?? stays.get(id) ?? '')}</b>
                  </button>
                </li>
              )
            })}
          </ol>
        </div>
        <BulkPanel
          {...{ plan, bulk }}
          works={worksOf(model.cells.views)}
          onPlan={whole.change}
          onWrite={() => void whole.write()}
          onClose={whole.close}
        />
      </div>
    </Sheet>
  )
}
