// One value for the whole class from the grid: the list's own act; names are tapped, or met by Enter, for exceptions.
import type { KeyboardEvent, ReactNode } from 'react'
import { BulkPanel } from '../../lesson/bulk/bulk-panel.tsx'
import { useBulk } from '../../lesson/bulk/use-bulk.ts'
import { worksOf } from '../../lesson/lesson-cells.ts'
import type { Acts } from '../../lesson/use-lesson.ts'
import { cellSign, notation } from '../../messages/values.ts'
import { commandOf, type GridCommand } from '../grid-keys.ts'
import { chosen, type GridModel } from '../grid-model.ts'

export const useWholeClass = (model: GridModel, acts: Acts) => {
  const { lesson, pupils, cells, focus } = model
  const { plan, bulk, ...whole } = useBulk({ lesson, views: cells.views, pupils, acts })
  const toggleChosen = (): void => {
    const pupil = chosen(model)?.pupil
    if (pupil) whole.toggle(pupil.id)
  }
  const close = (): void => {
    whole.close()
    focus.go(focus.at())
  }
  const panel: ReactNode = plan && bulk && (
    <BulkPanel
      {...{ plan, bulk }}
      works={worksOf(cells.views)}
      onPlan={whole.change}
      onWrite={() => void whole.write()}
      onClose={close}
    />
  )
  return {
    panel,
    open: whole.open,
    plannedFor:
      plan &&
      ((pupil: string): string | null => {
        const planned = whole.preview(pupil)
        return planned && cellSign(planned)
      }),
    toggleChosen,
    /** Arrows walk; Enter excepts or takes back; Esc ends it. Nothing is written by a letter meanwhile. */
    onKeyDown:
      (run: (command: GridCommand) => void) =>
      (event: KeyboardEvent): void => {
        const command = commandOf(event.nativeEvent, notation())
        if (command?.kind === 'move') run({ ...command, select: false })
        else if (command?.kind === 'next') toggleChosen()
        else if (command?.kind === 'leave') close()
        else return
        event.preventDefault()
      },
  }
}
