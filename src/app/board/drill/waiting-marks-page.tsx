// Final marks that a person enters into АИС by hand, class by class: a deputy, too, says that it is done (п. 3.2, 4.2).
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { WaitingTermMarks } from '../../../contract/history-schema.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState, Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { hubSentence } from '../../messages/problems.ts'
import { waitingMarksWords } from '../../messages/screens/board/waiting-marks.ts'
import { columnName } from '../../messages/screens/term-columns.ts'
import { sayByHandWords } from '../../messages/screens/term-marks.ts'
import { valueText } from '../../messages/values.ts'
import { useRuntime, useSchool } from '../../runtime/use-runtime.ts'
import { useAnnounced } from '../../shell/announcer.tsx'
import { SayOf } from '../../term-marks/say-by-hand.tsx'
import styles from '../board.module.css'
import { useBoardBell } from '../use-board.ts'
import { BackToBoard } from './back-to-board.tsx'

type Sheet = WaitingTermMarks['sheets'][number]

interface SheetPartProps {
  sheet: Sheet
  className: string
  maySay: boolean
  onSaid(marks: number): void
}

const SheetPart = ({ sheet, className, maySay, onSaid }: SheetPartProps) => {
  const school = useSchool()
  const column = columnName(school ?? null, sheet.column, sheet.columnName)
  const title = waitingMarksWords.sheet(className, sheet.subject, column)
  const marks = sheet.cells.map(({ cell }) => ({
    key: cell.key,
    holders: cell.holders.map((one) => one.entry),
  }))
  return (
    <section className={styles.column} aria-label={title}>
      <DataTable
        dense
        caption={title}
        head={[waitingMarksWords.pupil, waitingMarksWords.mark, waitingMarksWords.whose]}
        rows={sheet.cells.map(({ cell, pupil, author }) => ({
          key: cell.key,
          cells: [pupil, <b key="mark">{valueText(cell.value)}</b>, author],
        }))}
      />
      {maySay && <SayOf column={title} marks={marks} onSaid={onSaid} />}
    </section>
  )
}

const Told = ({ told }: { told: WaitingTermMarks }) => {
  const [, go] = useLocation()
  const queries = useQueryClient()
  const [said, setSaid] = useState(0)
  const status = said > 0 ? sayByHandWords.said(said) : null
  useAnnounced(status)
  // A sheet of which all is said goes from the screen: what was said of it stays above the rest.
  const noteSaid = (marks: number): void => {
    setSaid(marks)
    void queries.invalidateQueries({ queryKey: ['board'] })
  }
  const { classes, schoolClass, sheets, maySay } = told
  if (schoolClass === null)
    return (
      <>
        {status && <p>{status}</p>}
        <EmptyState title={waitingMarksWords.nothingTitle}>{waitingMarksWords.nothing}</EmptyState>
      </>
    )
  const className = classes.find((one) => one.id === schoolClass)?.name ?? schoolClass
  return (
    <>
      <p>{maySay ? waitingMarksWords.lead : waitingMarksWords.readOnly}</p>
      {status && <p>{status}</p>}
      <SelectField
        label={waitingMarksWords.schoolClass}
        value={schoolClass}
        choices={classes.map((one) => ({
          value: one.id,
          label: waitingMarksWords.classChoice(one.name, one.count),
        }))}
        onChoose={(id) => go(`/board/terms/${encodeURIComponent(id)}`)}
      />
      {sheets.map((sheet) => (
        <SheetPart
          key={`${schoolClass} ${sheet.subject} ${sheet.column}`}
          {...{ sheet, className, maySay }}
          onSaid={noteSaid}
        />
      ))}
    </>
  )
}

export const WaitingMarksPage = ({ schoolClass }: { schoolClass: string | null }) => {
  const { hub } = useRuntime()
  useBoardBell()
  const { data } = useQuery({
    queryKey: ['board', 'terms', schoolClass],
    queryFn: () => hub.waitingTermMarks(schoolClass),
    refetchInterval: 30_000,
  })
  if (!data) return null
  return (
    <div className={styles.page}>
      <BackToBoard />
      <h1>{waitingMarksWords.title}</h1>
      {data.kind === 'ok' ? (
        <Told told={data.value} />
      ) : (
        <Panel tone="warn" title={waitingMarksWords.unavailable}>
          {hubSentence(data)}
        </Panel>
      )}
    </div>
  )
}
