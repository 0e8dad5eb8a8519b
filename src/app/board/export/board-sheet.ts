// The board's table of teachers as a sheet: for a file, and for the printed summary.
import type { BoardAnswer } from '../../../contract/board-schema.ts'
import type { Sheet } from '../../files/sheet.ts'
import { contactWords } from '../../messages/board.ts'
import { dateAndTime, deadline } from '../../messages/time.ts'

const head = [
  'Учитель',
  'Предметы',
  'Прошло уроков в перерыве',
  'Без записи',
  'На планшете',
  'Не перенесено',
  'Расхождения',
  'Требуют правки',
  'Внесено, не подтверждено',
  'В АИС СРО',
  'Срок, п. 3.2',
  'Связь',
]

/** In the order of the board. */
export const boardSheet = (board: BoardAnswer): Sheet => ({
  title: `Сводка ${dateAndTime(board.serverTime, board.zone)}`,
  head,
  rows: board.teachers.map((row) => [
    row.name,
    row.subjects.join(', '),
    ...[row.expected, row.missing, row.onTablet, row.waiting, row.conflicts, row.refused],
    ...[row.carried, row.verified],
    row.due === null ? '' : deadline(row.due, board.zone),
    contactWords(row, board.serverTime),
  ]),
})
