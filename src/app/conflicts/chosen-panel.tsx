// After a choice: for ten seconds it can be taken back; recorded, it can still be made anew until it has left the tablet.

import type { CellView } from '../../store/cell-view.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { valueText } from '../messages/values.ts'
import { useNow } from '../runtime/use-runtime.ts'
import type { Choosing } from './use-choice.ts'

const Countdown = ({ until }: { until: number }) => {
  useNow(1_000)
  return <>Запишется через {Math.max(0, Math.ceil((until - Date.now()) / 1000))} с.</>
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
        tone="accent"
        title={`Выбрано: ${valueText(chosen.value)}`}
        actions={
          <>
            <Button onClick={() => void takeBack()}>Отменить выбор</Button>
            <Button onClick={() => void record()}>Записать сейчас</Button>
          </>
        }
      >
        {armedUntil === null ? (
          'Вы выбрали это раньше, но журнал закрылся до записи. В клетке пока ничего не изменилось.'
        ) : (
          <>
            <Countdown until={armedUntil} /> Остальные значения останутся в истории клетки.
          </>
        )}
      </Panel>
    )
  }
  return (
    <Panel
      tone="accent"
      title={`Выбрано: ${valueText(view.value)}`}
      actions={<Button onClick={onAnew}>Выбрать иначе</Button>}
    >
      Выбор сохранён на планшете и уйдёт на сервер школы. Пока он здесь, его можно сменить. Остальные значения
      останутся в истории клетки.
    </Panel>
  )
}
