// The board's tables of teachers and of classes as sheets of a file.
import type { BoardAnswer, BoardRow } from '../../../contract/board-schema.ts'
import type { Sheet, SheetCell } from '../../files/sheet.ts'
import { classWords, contactWords } from '../../messages/board.ts'
import { dateAndTime, deadline } from '../../messages/time.ts'

const backlogHead = [
  'Не перенесено',
  'Расхождения',
  'Требуют правки',
  'Внесено, не подтверждено',
  'В АИС СРО',
  'Срок, п. 3.2',
]
const teacherHead = [
  'Учитель',
  'Предметы',
  'Прошло уроков в перерыве',
  'Без записи',
  'На планшете',
  ...backlogHead,
  'Связь',
]

const backlogCells = (row: BoardRow, zone: string): SheetCell[] => [
  ...[row.waiting, row.conflicts, row.refused, row.carried, row.verified],
  row.due === null ? '' : deadline(row.due, zone),
]

const teachersSheet = (board: BoardAnswer): Sheet => ({
  title: `Сводка ${dateAndTime(board.serverTime, board.zone)}`,
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
  title: 'По классам',
  head: ['Класс', ...backlogHead, 'Самая ранняя запись'],
  rows: board.classes.map((row) => [
    classWords(row),
    ...backlogCells(row, board.zone),
    row.oldest === null ? '' : dateAndTime(row.oldest, board.zone),
  ]),
})

/** In the order of the board. */
export const boardSheets = (board: BoardAnswer): Sheet[] => [teachersSheet(board), classesSheet(board)]
