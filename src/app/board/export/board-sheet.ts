// The board's tables of teachers and of classes as sheets of a file.
import type { BoardAnswer, BoardRow } from '../../../contract/board-schema.ts'
import type { Sheet, SheetCell } from '../../files/sheet.ts'
import { classWords, contactWords } from '../../messages/board.ts'
import { boardColumns } from '../../messages/screens/board/columns.ts'
import { boardHeadWords } from '../../messages/screens/board/head.ts'
import { printedWords } from '../../messages/screens/board/printed.ts'
import { dateAndTime, deadline } from '../../messages/time.ts'

const backlogHead = [
  boardColumns.waiting,
  boardColumns.conflicts,
  boardColumns.refused,
  boardColumns.carried,
  boardColumns.verified,
  boardColumns.due,
]
const teacherHead = [
  boardColumns.teacher,
  boardColumns.subjects,
  boardColumns.expected,
  boardColumns.missing,
  boardColumns.onTablet,
  ...backlogHead,
  boardColumns.contact,
]

const backlogCells = (row: BoardRow, zone: string): SheetCell[] => [
  ...[row.waiting, row.conflicts, row.refused, row.carried, row.verified],
  row.due === null ? '' : deadline(row.due, zone),
]

const teachersSheet = (board: BoardAnswer): Sheet => ({
  title: boardHeadWords.sheetTitle(dateAndTime(board.serverTime, board.zone)),
  head: teacherHead,
  rows: board.teachers.map((row) => [
    row.name,
    row.subjects.join(', '),
    ...[row.expected, row.missing, row.onTablet],
    ...backlogCells(row, board.zone),
    contactWords(row, board.serverTime),
  ]),
})

/** Those without a class too: what the lists have no place for. */
const classesSheet = (board: BoardAnswer): Sheet => ({
  title: printedWords.byClass,
  head: [boardColumns.schoolClass, ...backlogHead, boardColumns.earliest],
  rows: board.classes.map((row) => [
    classWords(row),
    ...backlogCells(row, board.zone),
    row.oldest === null ? '' : dateAndTime(row.oldest, board.zone),
  ]),
})

/** In the order of the board. */
export const boardSheets = (board: BoardAnswer): Sheet[] => [teachersSheet(board), classesSheet(board)]
