// The words of the deputy's board: signs of lessons, where things wait, what is left of a term.
import type { BoardAnswer, BoardConflict, BoardRow, TeacherRow } from '../../contract/board-schema.ts'
import type { LessonPlace } from '../../contract/protocol.ts'
import { type TimeLeft, timeLeft } from '../../domain/calendar/transfer-due.ts'
import { calendarOf } from '../../domain/calendar/work-calendar.ts'
import type { LessonSign } from '../../domain/control/lesson-sign.ts'
import { entries, lessons } from './counts.ts'
import { deadline, shortDate, span, timeLeftText } from './time.ts'

export const signWords: Record<LessonSign, string> = {
  conflict: 'расхождение',
  waiting: 'ждёт предыдущую',
  accepted: 'на сервере школы',
  carrying: 'переносится',
  transferred: 'внесено, не подтверждено',
  verified: 'в АИС СРО',
  notCarried: 'в АИС не вносится',
  missing: 'записи нет',
  going: 'урок идёт',
  ahead: 'урок не начался',
  apart: 'АИС была доступна',
}

/** «7А Алгебра, вт 24.11, 2-й урок» */
export const placeWords = ({ target, subject, date, period }: LessonPlace): string =>
  `${target} ${subject}, ${shortDate(date)}, ${period}-й урок`

type Clock = Pick<BoardAnswer, 'serverTime' | 'workWeek' | 'zone' | 'workYears'>

/** By the school's own calendar, where it has brought one. */
export const boardTimeLeft = (due: string, board: Clock): TimeLeft =>
  timeLeft(board.serverTime, due, board.workWeek, board.zone, calendarOf(board))

/** The heat's columns, the hottest first. */
export const heatColumns = ['overdue', 'today', 'oneDay', 'moreDays', 'notBegun'] as const
export type HeatColumn = (typeof heatColumns)[number]

export const heatWords: Record<HeatColumn, string> = {
  overdue: 'срок прошёл',
  today: 'сегодня',
  oneDay: '1 р. д.',
  moreDays: '2 р. д.',
  notBegun: 'срок не начат',
}

export const heatColumn = (due: string | null, board: Clock): HeatColumn => {
  if (due === null) return 'notBegun'
  const left = boardTimeLeft(due, board)
  if (left.kind === 'overdue') return 'overdue'
  return left.workingDays === 0 ? 'today' : left.workingDays === 1 ? 'oneDay' : 'moreDays'
}

/** «1 р. д. 11 ч», «просрочено на 3 ч», or that the term of п. 3.2 has not begun. */
export const leftWords = (due: string | null, board: Clock): string =>
  due === null ? 'срок не начат' : timeLeftText(boardTimeLeft(due, board))

/** «молчит 5 ч», «2 мин назад», or that no tablet of the person ever spoke; of several tablets the silent one is told. */
export const contactWords = ({ seenAt, silent, quietSince = null }: TeacherRow, now: string): string => {
  const spoke = quietSince ?? seenAt
  if (spoke === null) return 'связи не было'
  const ago = span(Date.parse(now) - Date.parse(spoke))
  return silent ? `молчит ${ago}` : `${ago} назад`
}

/** «2 записи в расхождении, требует правки 2»: each of the values that meet in one is an entry. */
export const rowTrouble = (row: BoardRow): string =>
  [
    row.conflicts > 0 && `${entries(row.conflicts)} в расхождении`,
    row.refused > 0 && `требует правки ${row.refused}`,
  ]
    .filter(Boolean)
    .join(', ')

/** Classes of which something is still to be done; entries that no list has a place for have none. */
export const owing = (row: BoardRow): boolean => row.waiting > 0 || row.carried > 0 || row.refused > 0
export const classWords = (row: BoardRow): string => row.name || 'без места в списках'

/** What to tell of a teacher in one line: «3 урока без записи, на планшете 38». */
export const troubleWords = (row: TeacherRow): string =>
  [
    row.missing > 0 && `${lessons(row.missing)} без записи из ${row.expected}`,
    row.onTablet > 0 && `на планшете ${row.onTablet}`,
    rowTrouble(row),
  ]
    .filter(Boolean)
    .join(', ')

/** «61 запись», or that everything of the person is known to be in АИС. */
export const waitingWords = (row: Pick<TeacherRow, 'waiting' | 'verified' | 'carried'>): string => {
  if (row.waiting > 0) return entries(row.waiting)
  if (row.carried > 0) return `внесено, не подтверждено ${row.carried}`
  return row.verified > 0 ? `в АИС СРО ${row.verified}` : 'записей нет'
}

export const proposalWords = (proposal: NonNullable<BoardConflict['proposal']>): string =>
  ({
    '2.4': 'предложено: запись учителя предмета, п. 2.4',
    '2.5': 'предложено: запись учителя, который вёл урок, п. 2.5',
    '2.7': 'предложено: запись учителя, который вёл урок, п. 2.7',
    '2.8': 'предложено: запись учителя, который вёл урок, п. 2.8',
    '2.9': 'предложено: запись классного руководителя, п. 2.9',
  })[proposal.clause]

/** What is proposed to be sent: what is wanted and by when, and nothing of a pupil. */
export const reminderWords = (row: TeacherRow, { zone }: Clock): string => {
  const wanted = [
    row.missing > 0 && `внесите записи, без записи ${lessons(row.missing)}`,
    row.onTablet > 0 && `выйдите на связь, на планшете не отправлено ${row.onTablet}`,
    row.conflicts > 0 && 'решите расхождения',
    row.refused > 0 && 'исправьте то, что сервер не принял',
    row.waiting > 0 &&
      row.due !== null &&
      `перенесите ${entries(row.waiting)} до ${deadline(row.due, zone)}, п. 3.2`,
  ].filter(Boolean)
  return wanted.length === 0 ? '' : `Пожалуйста, ${wanted.join('; ')}.`
}
