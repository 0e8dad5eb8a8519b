// The fixed panel under the sheet. A colleague's mark is changed with a reason (п. 4.4); one in conflict is settled.
import { useState } from 'react'
import { Link } from 'wouter'
import { type Cell, cellKey } from '../../domain/cell.ts'
import { asksReason, mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import type { ColumnWindow } from '../../domain/term/term-sheet.ts'
import type { Mark } from '../../domain/value.ts'
import type { CellView } from '../../store/cell-view.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { staffName } from '../messages/entry-place.ts'
import { colleagueReasons } from '../messages/lesson/questions.ts'
import { notCarriedSentence } from '../messages/screens/not-carried.ts'
import { termSheetWords } from '../messages/screens/term-marks.ts'
import { valueText } from '../messages/values.ts'
import styles from './term-marks.module.css'

interface TermPadProps {
  school: School
  person: string
  cell: Cell
  view: CellView | undefined
  window: ColumnWindow
  title: string
  marks: readonly Mark[]
  saved: string | null
  sofar: React.ReactNode
  /** The person has said that marks are set before their window. */
  early: boolean
  onEarly(): void
  onMark(mark: Mark | null, reason?: string): void
}

export const TermPad = (props: TermPadProps) => {
  const { school, person, cell, view, window, title, marks, saved, sofar, early, onEarly, onMark } = props
  const [reason, setReason] = useState('')
  const value = view?.value ?? null
  const colleague =
    value !== null && view?.author != null && asksReason(school, person, cell, [view.author]) && view.author
  const keys = (): React.ReactNode => {
    if (!mayWrite(school, person, cell).ok) return <p>{termSheetWords.whoMaySet}</p>
    if (view?.state === 'conflict') {
      return (
        <p>
          {termSheetWords.twoMarks}{' '}
          <Link href={`/conflicts/${encodeURIComponent(cellKey(cell))}`}>{termSheetWords.openConflict}</Link>
        </p>
      )
    }
    if (window.kind === 'before' && value === null && !early) {
      return <Button onClick={onEarly}>{termSheetWords.setEarly}</Button>
    }
    return (
      <>
        {colleague && (
          <SelectField
            label={termSheetWords.whyNot(valueText(value), staffName(school, colleague))}
            note={termSheetWords.becomesConflict}
            choices={colleagueReasons}
            value={reason}
            onChoose={setReason}
          />
        )}
        <div className={styles.keys}>
          {marks.map((mark) => (
            <Button
              key={mark}
              pressed={value !== null && 'mark' in value && value.mark === mark}
              disabled={colleague !== false && reason === ''}
              onClick={() => onMark(mark, colleague ? reason : undefined)}
            >
              {mark}
            </Button>
          ))}
          {value !== null && colleague === false && (
            <Button onClick={() => onMark(null)}>{termSheetWords.remove}</Button>
          )}
        </div>
      </>
    )
  }
  return (
    <section className={styles.pad} aria-label={title}>
      <h2>{title}</h2>
      {sofar}
      {view?.notCarried && <p>{notCarriedSentence(view.notCarried, school.zone)}</p>}
      {keys()}
      <small>{saved}</small>
    </section>
  )
}
