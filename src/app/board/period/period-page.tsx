// The board over a period, for a check (п. 2.10): how duties were met by clause, by whom, and the outages of those days.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { PeriodAnswer } from '../../../contract/period-schema.ts'
import { periodFault } from '../../../domain/control/period.ts'
import { dateAt } from '../../../domain/time.ts'
import { EmptyState, Panel } from '../../../ui/panel.tsx'
import { hubSentence } from '../../messages/problems.ts'
import { periodClauseWords, periodFaultSentences, periodWords } from '../../messages/screens/board/period.ts'
import { clockTime, datesInWords } from '../../messages/time.ts'
import { useNow, useRuntime, useSchool } from '../../runtime/use-runtime.ts'
import board from '../board.module.css'
import { BackToBoard } from '../drill/back-to-board.tsx'
import { ExportBar } from '../export/export-bar.tsx'
import { type Chosen, linesOf, rowsOf, useChosen } from './chosen.ts'
import own from './period.module.css'
import { PeriodChoice } from './period-choice.tsx'
import { LineList, OutageTable } from './period-lists.tsx'
import { periodSheets } from './period-sheet.ts'
import { PrintedPeriod } from './printed-period.tsx'
import { byClass, byClause, byTeacher } from './summed.ts'
import { TallyTable } from './tally-table.tsx'

interface ToldProps {
  answer: PeriodAnswer
  chosen: Chosen
  hrefOf(change: Partial<Chosen>): string
}

const Told = ({ answer, chosen, hrefOf }: ToldProps) => {
  const rows = rowsOf(answer, chosen)
  const lines = linesOf(answer, chosen)
  const { held, kept } = answer.lessons
  return (
    <>
      <p className={own.lead}>{periodWords.lead(clockTime(answer.serverTime, answer.zone), held, kept)}</p>
      {byClause(rows).length === 0 && (
        <EmptyState title={periodWords.nothingTitle}>{periodWords.nothing}</EmptyState>
      )}
      <TallyTable
        caption={periodWords.byClause}
        head={periodWords.clauseHead}
        rows={byClause(rows).map((one) => ({ ...one, name: periodWords.clauseOf(one.key) }))}
        hrefOf={(clause) => hrefOf({ clause })}
        wordsOf={(clause) => periodClauseWords[clause as keyof typeof periodClauseWords]}
        note={periodWords.asideNote}
      />
      <OutageTable answer={answer} />
      <TallyTable
        caption={periodWords.byTeacher}
        head={periodWords.teacher}
        rows={byTeacher(rows, chosen.clause, answer)}
        hrefOf={(person) => hrefOf({ person })}
        note={chosen.clause === '' ? periodWords.summedNote : null}
      />
      <TallyTable
        caption={periodWords.byClass}
        head={periodWords.schoolClass}
        rows={byClass(rows, chosen.clause, answer)}
        hrefOf={(schoolClass) => hrefOf({ schoolClass })}
        note={periodWords.groupNote}
      />
      <LineList key={JSON.stringify(chosen)} lines={lines} answer={answer} />
    </>
  )
}

export const PeriodPage = () => {
  const { hub } = useRuntime()
  const school = useSchool() ?? null
  const now = useNow(60_000)
  const today = dateAt(now, school?.zone ?? 'UTC')
  const { chosen, choose, hrefOf } = useChosen(today)
  const { from, to } = chosen
  const [whole, setWhole] = useState(false)
  /** The browser prints what stands on the page at once. */
  const print = (all: boolean): void => {
    flushSync(() => setWhole(all))
    window.print()
  }
  const fault = periodFault(chosen)
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['period', from, to],
    queryFn: () => hub.period(from, to),
    enabled: fault === null,
    placeholderData: keepPreviousData,
  })
  const answer = data?.kind === 'ok' ? data.value : null
  const isTold = answer !== null && fault === null && !isPlaceholderData
  const heading = fault === null ? datesInWords(from, to) : periodWords.title
  return (
    <>
      <div className={`${board.page} ${board.screen}`}>
        <BackToBoard />
        <header className={board.title}>
          <h1>{heading}</h1>
          {isTold && (
            <ExportBar
              prints={[
                { label: periodWords.print, print: () => print(false) },
                { label: periodWords.printWhole, print: () => print(true) },
              ]}
              name={`sroki-${from}-${to}`}
              sheets={() => periodSheets(answer, chosen)}
            />
          )}
        </header>
        <PeriodChoice {...{ school, today, chosen, answer, choose }} />
        {fault !== null && (
          <Panel tone="warn" title={periodWords.notAsked}>
            {periodFaultSentences[fault]}
          </Panel>
        )}
        {fault === null && (data === undefined || isPlaceholderData) && <Panel>{periodWords.counting}</Panel>}
        {fault === null && data && data.kind !== 'ok' && (
          <Panel tone="warn" title={periodWords.unavailable}>
            {hubSentence(data)}
          </Panel>
        )}
        {isTold && <Told {...{ answer, chosen, hrefOf }} />}
      </div>
      {isTold && <PrintedPeriod {...{ answer, chosen, whole }} />}
    </>
  )
}
