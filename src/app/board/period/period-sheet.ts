// A period as sheets of a file: sums by clause, teacher and class, the outages, and every line.
import type { PeriodAnswer, PeriodRow } from '../../../contract/period-schema.ts'
import { dueOf, noTally } from '../../../domain/control/tally.ts'
import type { Sheet, SheetCell } from '../../files/sheet.ts'
import { placeWords } from '../../messages/board.ts'
import { periodClauseWords, periodLineSentence, periodWords } from '../../messages/screens/board/period.ts'
import { type Chosen, linesOf, rowsOf } from './chosen.ts'
import { outageCells, outageHead } from './outage-words.ts'
import { byClause, byNameAndClause, failingPeople, type Summed } from './summed.ts'

const tallyHead = [
  ...[periodWords.due, periodWords.inTime, periodWords.late, periodWords.missing, periodWords.unproven],
  ...[periodWords.explained, periodWords.other, periodWords.worst],
] as const

/** A cell for each head. */
const tallyCells = ({ tally }: Summed): SheetCell[] => [
  ...[dueOf(tally), tally.inTime, tally.late, tally.missing, tally.unproven],
  ...[tally.explained, tally.other, periodWords.worstOf(tally.worst)],
]

const clauseName = (clause: string): string =>
  `${periodWords.clauseOf(clause)} ${periodClauseWords[clause as keyof typeof periodClauseWords]}`

const lineHead = [
  periodWords.clauseHead,
  periodWords.teacher,
  periodWords.schoolClass,
  periodWords.lesson,
  periodWords.what,
] as const

/** A cell for each head, a row a line. */
const lineRows = (answer: PeriodAnswer, chosen: Chosen): string[][] =>
  linesOf(answer, chosen).map((line) => [
    periodWords.clauseOf(line.clause),
    answer.people[line.person] ?? line.person,
    line.classes.map((one) => answer.classes[one] ?? one).join(', '),
    line.place === null ? '' : placeWords(line.place),
    periodLineSentence(line),
  ])

const namedSheet = (title: string, head: string, rows: ReturnType<typeof byNameAndClause>): Sheet => ({
  title,
  head: [head, periodWords.clauseHead, ...tallyHead],
  rows: rows.flatMap(({ name, clauses }) =>
    clauses.map((one) => [name, periodWords.clauseOf(one.key), ...tallyCells(one)]),
  ),
})

const clausesSheet = (answer: PeriodAnswer, rows: readonly PeriodRow[]): Sheet => ({
  title: periodWords.sheetTitle(answer.from, answer.to),
  head: [periodWords.clauseHead, ...tallyHead],
  rows: byClause(rows).map((one) => [clauseName(one.key), ...tallyCells(one)]),
})

const outagesSheet = (answer: PeriodAnswer): Sheet => ({
  ...{ title: periodWords.outages, head: outageHead },
  rows: answer.outages.map((one) => outageCells(one, answer)),
})

/** A row for each who was late or lacks something, a column for each clause: a page or two of the worst week. */
const failedSheet = (answer: PeriodAnswer, rows: readonly PeriodRow[]): Sheet => {
  const asked = byClause(rows).map((one) => one.key)
  return {
    title: periodWords.failedByTeacher,
    head: [periodWords.teacher, ...asked.map(periodWords.clauseOf)],
    rows: failingPeople(rows, answer).failed.map(({ key, name }) => {
      const own = byClause(rows.filter((row) => row.person === key))
      const tallyOf = (clause: string) => own.find((one) => one.key === clause)?.tally ?? noTally
      return [name, ...asked.map(tallyOf).map(({ late, missing }) => periodWords.failed(late, missing))]
    }),
  }
}

/** What a deputy reads first, on a page or two: by clause, the outages, who failed by which clause. */
export const summarySheets = (answer: PeriodAnswer, chosen: Chosen): Sheet[] => {
  const rows = rowsOf(answer, chosen)
  return [clausesSheet(answer, rows), outagesSheet(answer), failedSheet(answer, rows)]
}

/** Of what is chosen, in the order of the screen; teachers and classes clause by clause. */
export const periodSheets = (answer: PeriodAnswer, chosen: Chosen): Sheet[] => {
  const rows = rowsOf(answer, chosen)
  return [
    clausesSheet(answer, rows),
    outagesSheet(answer),
    namedSheet(periodWords.byTeacher, periodWords.teacher, byNameAndClause(rows, 'teacher', answer)),
    namedSheet(periodWords.byClass, periodWords.schoolClass, byNameAndClause(rows, 'class', answer)),
    { title: periodWords.details, head: lineHead, rows: lineRows(answer, chosen) },
  ]
}
