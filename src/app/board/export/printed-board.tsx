// «Сводка на 14:00» on A4: figures and whole tables in words, black on white; seen on paper alone.
import type { BoardAnswer } from '../../../contract/board-schema.ts'
import {
  classWords,
  contactWords,
  leftWords,
  owing,
  placeWords,
  rowTrouble,
  troubleWords,
  waitingWords,
} from '../../messages/board.ts'
import { movedTermWords, termWeekSentence, unconfirmedSentence } from '../../messages/outages.ts'
import { boardColumns } from '../../messages/screens/board/columns.ts'
import { printedWords } from '../../messages/screens/board/printed.ts'
import { termMarksWords } from '../../messages/screens/term-marks.ts'
import { dateAndTime, deadline } from '../../messages/time.ts'
import { valueText } from '../../messages/values.ts'
import styles from './export.module.css'
import { PrintedTable } from './printed-table.tsx'

const outageWords = (board: BoardAnswer): string[] => [
  ...(board.alerts ?? []).map((one) => termWeekSentence(one, board.zone)),
  ...board.outages
    .filter((one) => one.scope.kind !== 'teacher')
    .map((one) => {
      const from = dateAndTime(one.openedAt, board.zone)
      const to = one.restoredAt === null ? printedWords.lasts : dateAndTime(one.restoredAt, board.zone)
      const due =
        one.due === null ? printedWords.termNotBegun : printedWords.transferBy(deadline(one.due, board.zone))
      return printedWords.outage(one.no, from, to, due, movedTermWords(one, board.zone))
    }),
  ...(board.calendar === 'unconfirmed' ? [unconfirmedSentence] : []),
]

const totalWords = ({ totals, places }: BoardAnswer): string =>
  [
    printedWords.waiting(totals.waiting, totals.recorded),
    printedWords.verified(totals.verified),
    printedWords.onTablets(places.tablets.count),
    printedWords.conflicts(totals.conflicts),
    ...[termMarksWords(totals.termMarks)].filter(Boolean),
  ].join('; ')

export const PrintedBoard = ({ board }: { board: BoardAnswer }) => {
  const { zone, serverTime } = board
  return (
    <article className={styles.paper} data-sheet aria-hidden="true">
      <h1>{printedWords.title(dateAndTime(serverTime, zone))}</h1>
      {outageWords(board).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{totalWords(board)}</p>
      <PrintedTable
        caption={printedWords.teachers}
        head={[
          boardColumns.teacher,
          boardColumns.waiting,
          boardColumns.left,
          boardColumns.whatElse,
          boardColumns.contact,
        ]}
        figures={[boardColumns.teacher, boardColumns.left, boardColumns.contact]}
        rows={board.teachers.map((row) => ({
          key: row.key,
          cells: [
            row.name,
            waitingWords(row),
            row.waiting > 0 ? leftWords(row.due, board) : '',
            troubleWords(row),
            contactWords(row, serverTime),
          ],
        }))}
      />
      <PrintedTable
        caption={printedWords.classes}
        head={[boardColumns.schoolClass, boardColumns.waiting, boardColumns.left, boardColumns.whatElse]}
        rows={board.classes.filter(owing).map((row) => ({
          key: row.key,
          cells: [
            classWords(row),
            String(row.waiting),
            row.waiting > 0 ? leftWords(row.due, board) : '',
            rowTrouble(row),
          ],
        }))}
      />
      <PrintedTable
        caption={boardColumns.conflicts}
        head={[boardColumns.where, boardColumns.values]}
        rows={board.conflicts.map(({ cell, lesson, pupil }) => ({
          key: cell.key,
          cells: [
            [pupil, lesson && placeWords(lesson)].filter(Boolean).join(', '),
            cell.candidates.map((one) => valueText(one.value)).join(' | '),
          ],
        }))}
      />
      <PrintedTable
        caption={printedWords.unmarked}
        head={[boardColumns.lesson, boardColumns.teacher, boardColumns.marked]}
        rows={board.unmarked.map(({ id, place, filled, pupils }) => ({
          key: id,
          cells: [placeWords(place), place.teacher, boardColumns.filledOf(filled, pupils)],
        }))}
      />
      <p className={styles.sign}>{printedWords.signature}</p>
    </article>
  )
}
