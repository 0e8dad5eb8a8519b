// A lesson as the hub has it, read only: each written cell with its state, and its history at a word (п. 2.10).
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LessonCells } from '../../../contract/history-schema.ts'
import { Button } from '../../../ui/button.tsx'
import { Glyph } from '../../../ui/glyph.tsx'
import { EmptyState, Panel } from '../../../ui/panel.tsx'
import { placeWords } from '../../messages/board.ts'
import { hubSentence } from '../../messages/problems.ts'
import { drillWords } from '../../messages/screens/board/drill.ts'
import { pickWords } from '../../messages/screens/board/picks.ts'
import { notCarriedSentence } from '../../messages/screens/not-carried.ts'
import { stateWords } from '../../messages/states.ts'
import { clockTime, dateAndTime } from '../../messages/time.ts'
import { cellWords, valueText } from '../../messages/values.ts'
import { keepLast } from '../../runtime/keep-last.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import styles from '../board.module.css'
import { useBoardBell } from '../use-board.ts'
import { BackToBoard } from './back-to-board.tsx'
import { CellHistoryList } from './cell-history-list.tsx'
import own from './drill.module.css'
import { GiveUp } from './give-up.tsx'

type Written = LessonCells['cells'][number]

const Row = ({ written, told }: { written: Written; told: LessonCells }) => {
  const [open, setOpen] = useState(false)
  const { cell, pupil } = written
  const holder = cell.holders.at(-1)
  const acts = cell.holders.flatMap((one) => told.notCarried?.[one.entry] ?? []).slice(0, 1)
  const values =
    cell.candidates.length > 0
      ? cell.candidates.map((one) => valueText(one.value)).join(' | ')
      : valueText(cell.value)
  return (
    <li className={own.cell}>
      <div className={own.line}>
        <span className={own.place}>
          <b>{pupil ?? pickWords.wholeLesson}</b>
          <small>{cellWords(cell.cell)}</small>
        </span>
        <b className={own.value}>{values}</b>
        <span className={own.state}>
          {cell.state && (
            <>
              <Glyph name={cell.state} size={14} /> {stateWords[cell.state]}
            </>
          )}
          {acts.map((act) => (
            <small key={act.at}>{notCarriedSentence(act, told.zone)}</small>
          ))}
          {holder && (
            <small>
              {told.authors[holder.author]}, {dateAndTime(holder.recordedAt, told.zone)}
            </small>
          )}
        </span>
        <Button pressed={open} aria-expanded={open} onClick={() => setOpen(!open)}>
          {drillWords.history}
          <span className="visually-hidden">
            : {pupil ?? pickWords.wholeLesson}, {cellWords(cell.cell)}
          </span>
        </Button>
      </div>
      {open && <CellHistoryList cell={cell.key} />}
    </li>
  )
}

export const LessonCellsPage = ({ id }: { id: string }) => {
  const { hub } = useRuntime()
  useBoardBell()
  const { data } = useQuery({
    queryKey: ['board', 'lesson', id],
    queryFn: () => hub.lessonCells(id),
    refetchInterval: 30_000,
    structuralSharing: keepLast,
  })
  if (!data) return null
  if (data.kind !== 'ok') {
    return (
      <div className={styles.page}>
        <BackToBoard />
        <Panel tone="warn" title={drillWords.lessonUnavailable}>
          {hubSentence(data)}
        </Panel>
      </div>
    )
  }
  const told = data.value
  return (
    <div className={styles.page}>
      <BackToBoard />
      <header>
        <h1>{placeWords(told.place)}</h1>
        <p className={own.under}>
          {drillWords.lessonLead(told.place.teacher, clockTime(told.begins, told.zone))}
        </p>
      </header>
      {told.cells.length === 0 ? (
        <EmptyState title={drillWords.noEntriesTitle}>{drillWords.noEntries}</EmptyState>
      ) : (
        <ul className={own.cells}>
          {told.cells.map((written) => (
            <Row key={written.cell.key} {...{ written, told }} />
          ))}
        </ul>
      )}
      <GiveUp told={told} />
    </div>
  )
}
