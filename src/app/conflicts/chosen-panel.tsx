// After a choice: for ten seconds it can be taken back; recorded, it can still be made anew until it has left the tablet.
import type { CellView } from '../../store/cell-view.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { conflictWords } from '../messages/screens/conflict-card.ts'
import { valueText } from '../messages/values.ts'
import { heard } from '../runtime/heard.ts'
import { useNow } from '../runtime/use-runtime.ts'
import type { Choosing } from './use-choice.ts'

const Countdown = ({ until }: { until: number }) => {
  useNow(1_000)
  return <>{conflictWords.savedIn(Math.max(0, Math.ceil((until - Date.now()) / 1000)))}</>
}

interface ChosenProps {
  choosing: Choosing
  view: CellView
  onAnew(): void
}

export const ChosenPanel = ({ choosing, view, onAnew }: ChosenProps) => {
  const { chosen, armedUntil, record, takeBack } = choosing
  if (chosen) {
    return (
      <Panel
        key="chosen"
        catches
        tone="accent"
        title={conflictWords.chosen(valueText(chosen.value))}
        actions={
          <>
            <Button onClick={() => heard(takeBack())}>{conflictWords.undo}</Button>
            <Button onClick={() => heard(record())}>{conflictWords.recordNow}</Button>
          </>
        }
      >
        {armedUntil === null ? (
          conflictWords.notRecordedBefore
        ) : (
          <>
            <Countdown until={armedUntil} /> {conflictWords.othersStay}
          </>
        )}
      </Panel>
    )
  }
  return (
    <Panel
      key="recorded"
      catches
      tone="accent"
      title={conflictWords.chosen(valueText(view.value))}
      actions={<Button onClick={onAnew}>{conflictWords.chooseAgain}</Button>}
    >
      {conflictWords.chosenIsKept}
    </Panel>
  )
}
