// Copying and pasting a column of one work, and clearing a selection: one act, one undo.
import { useEffect, useState } from 'react'
import { cellKey } from '../../../domain/cell.ts'
import {
  columnFaultSentence,
  copiedSentence,
  lengthSentence,
  notIntoThisColumn,
} from '../../messages/grid.ts'
import { gridWords } from '../../messages/lesson/grid.ts'
import { notation, valueText } from '../../messages/values.ts'
import { announce } from '../../shell/announcer.tsx'
import { cellIn, type GridColumn, type TodayColumn } from '../grid-columns.ts'
import { placeOf } from '../grid-focus.ts'
import { type GridModel, isReadOnly } from '../grid-model.ts'
import type { Grid } from '../use-grid.ts'
import { type BulkPlan, changesOf, type PlannedCell, planClear, planPaste } from './bulk-plan.ts'
import { parseColumn } from './parse-column.ts'

export interface Bulk {
  what: 'paste' | 'clear'
  plan: BulkPlan
}

const counts = { paste: gridWords.pasted, clear: gridWords.clearedCount } as const

export const useBulk = (model: GridModel, { writer, tell, ports }: Grid, begun: boolean) => {
  const [open, setOpen] = useState<Bulk | null>(null)
  const { cells, lesson, focus, columns } = model
  const rows = () => focus.selectedRows().flatMap((row) => model.pupils[row] ?? [])

  const close = (): void => {
    setOpen(null)
    focus.go(focus.at())
  }
  const write = (what: Bulk['what'], planned: readonly PlannedCell[]): void => {
    const said = `${counts[what]}: ${planned.length}`
    void writer.save(() => ({
      ...{ changes: changesOf(cells.views, lesson, planned), said, seen: true },
    }))
  }
  /** A mark that was pressed just before is on the screen first. */
  const afterKeys = (run: () => void): void => void writer.save(() => ({ changes: [], said: '' })).then(run)

  const mayWriteIn = (column: GridColumn | undefined): column is TodayColumn => {
    const closed = !column || column.kind === 'past' || isReadOnly(model, column)
    if (closed) ports.refuse({ why: 'readOnly' })
    else if (!begun) ports.refuse({ why: 'notBegun' })
    return !closed && begun
  }
  const paste = (text: string): void => {
    const column = columns[focus.at().column]
    if (!mayWriteIn(column)) return
    if (column.kind !== 'work') return tell(notIntoThisColumn)
    const parsed = parseColumn(text, notation().marks)
    if (!parsed.ok) return tell(columnFaultSentence(parsed.fault))
    const selected = focus.isSelecting() ? rows() : null
    const pupils = selected ?? model.pupils.slice(focus.at().row)
    const target = { views: cells.views, lesson, work: column.work, pupils, chosen: selected !== null }
    const planned = planPaste(target, parsed.values)
    if (!planned.ok) return tell(lengthSentence(planned.lines, planned.room, planned.chosen))
    setOpen({ what: 'paste', plan: planned.plan })
  }
  const clear = (): void => {
    const column = columns[focus.at().column]
    if (!mayWriteIn(column)) return
    const chosenCells = rows().map((pupil) => ({ pupil, cell: cellIn(lesson, column, pupil.id) }))
    const plan = planClear(cells.views, lesson, chosenCells)
    if (plan.recorded.length + plan.conflicts.length > 0) setOpen({ what: 'clear', plan })
  }
  const copy = (): string | null => {
    const column = columns[focus.at().column]
    if (!column || column.kind === 'past') return null
    const texts = rows().map((pupil) => {
      const value = cells.get(cellKey(cellIn(lesson, column, pupil.id)))?.value ?? null
      return value === null ? '' : valueText(value)
    })
    announce(copiedSentence(texts.length))
    return texts.join('\n')
  }

  useEffect(() => {
    const inGrid = (): boolean => placeOf(document.activeElement) !== null
    const onPaste = (event: ClipboardEvent): void => {
      if (!inGrid()) return
      event.preventDefault()
      const text = event.clipboardData?.getData('text/plain') ?? ''
      afterKeys(() => paste(text))
    }
    const onCopy = (event: ClipboardEvent): void => {
      const text = inGrid() ? copy() : null
      if (text === null) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('copy', onCopy)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('copy', onCopy)
    }
  })
  return {
    open,
    close,
    clear: () => afterKeys(clear),
    confirm: (planned: readonly PlannedCell[]): void => {
      if (!open) return
      write(open.what, planned)
      close()
    },
  }
}
