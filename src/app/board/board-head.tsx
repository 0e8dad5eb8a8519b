// What stands above the board: the outage with the ruler of its term, what is left, and three figures.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { dueStatus } from '../../domain/calendar/transfer-due.ts'
import { calendarOf } from '../../domain/calendar/work-calendar.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { Panel } from '../../ui/panel.tsx'
import { boardTimeLeft } from '../messages/board.ts'
import { lessonNoun } from '../messages/counts.ts'
import { movedTermWords, unconfirmedSentence } from '../messages/outages.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { boardHeadWords } from '../messages/screens/board/head.ts'
import { termMarksWords } from '../messages/screens/term-marks.ts'
import { dateAndTime, deadline, span, timeLeftText } from '../messages/time.ts'
import { DueRuler } from '../today/due-ruler.tsx'
import styles from './board.module.css'

const scopeText = ({ scope }: OutageReport): string => {
  if (scope.kind === 'school') return boardHeadWords.wholeSchool
  return scope.kind === 'building' ? boardHeadWords.building(scope.building) : boardHeadWords.oneTeacher
}

const OpenOutage = ({ outage, board }: { outage: OutageReport; board: BoardAnswer }) => {
  const { zone, serverTime } = board
  const lasts = span(Date.parse(serverTime) - Date.parse(outage.openedAt))
  return (
    <Panel tone="warn" title={boardHeadWords.outageTitle(outage.no, scopeText(outage))}>
      {outage.restoredAt === null
        ? boardHeadWords.down(dateAndTime(outage.openedAt, zone), lasts)
        : boardHeadWords.upAgain(dateAndTime(outage.restoredAt, zone))}
    </Panel>
  )
}

const DueOutage = ({ outage, board }: { outage: OutageReport; board: BoardAnswer }) => {
  const { zone, workWeek, serverTime: now } = board
  const { due, strict, restoredAt } = outage
  if (!due || !strict || !restoredAt) return null
  const left = boardTimeLeft(due, board)
  return (
    <Panel tone={left.kind === 'overdue' ? 'bad' : 'plain'}>
      <div className={styles.due}>
        <div>
          <h2>{boardHeadWords.outageTitle(outage.no, scopeText(outage))}</h2>
          <p>
            {boardHeadWords.dates(dateAndTime(outage.openedAt, zone), dateAndTime(restoredAt, zone))}{' '}
            <b>{deadline(due, zone)}</b>
            {boardHeadWords.strictly(deadline(strict, zone), movedTermWords(outage, zone))}
          </p>
          {dueStatus([due], board) === 'unconfirmed' && <p className={styles.warn}>{unconfirmedSentence}</p>}
        </div>
        <DueRuler
          {...{ restoredAt, strict, due, now, zone }}
          working={{ week: workWeek, calendar: calendarOf(board) }}
        />
        <div>
          <small>{left.kind === 'overdue' ? boardHeadWords.overdue : boardColumns.left}</small>
          <p className={styles.figure}>{timeLeftText(left)}</p>
          {strict !== due && left.kind === 'left' && (
            <small className={styles.warn}>
              {boardHeadWords.strictlyLeft(timeLeftText(boardTimeLeft(strict, board)))}
            </small>
          )}
        </div>
      </div>
    </Panel>
  )
}

/** Of two that fall due together, the one whose first date was another tells more. */
const sooner = (one: OutageReport, other: OutageReport): boolean => {
  const [a, b] = [one.due ?? '~', other.due ?? '~']
  return a < b || (a === b && one.firstDue !== undefined && other.firstDue === undefined)
}

/** The outage that the head of the board speaks of: one that is open, else the one that falls due first. */
const leadingOutage = ({ outages, teachers }: BoardAnswer): OutageReport | null => {
  const wide = outages.filter((one) => one.scope.kind !== 'teacher')
  const open = wide.find((one) => one.closedAt === null)
  if (open) return open
  const waits = new Set(teachers.flatMap((row) => row.terms.map((term) => term.due)))
  const owing = [...wide, ...outages].filter((one) => one.due !== null && waits.has(one.due))
  return owing.reduce<OutageReport | null>(
    (first, one) => (first === null || sooner(one, first) ? one : first),
    null,
  )
}

export const OutageHead = ({ board }: { board: BoardAnswer }) => {
  const outage = leadingOutage(board)
  if (!outage) return null
  return outage.closedAt === null ? (
    <OpenOutage {...{ outage, board }} />
  ) : (
    <DueOutage {...{ outage, board }} />
  )
}

export const Totals = ({ board }: { board: BoardAnswer }) => {
  const { totals, teachers } = board
  const missing = teachers.reduce((sum, row) => sum + row.missing, 0)
  const expected = teachers.reduce((sum, row) => sum + row.expected, 0)
  return (
    <dl className={styles.totals}>
      <div>
        <dt>{boardColumns.waiting}</dt>
        <dd>
          {totals.waiting} <small>{boardHeadWords.outOf(totals.recorded)}</small>
        </dd>
        <dd className={styles.note}>{boardHeadWords.verified(totals.verified)}</dd>
        {totals.termMarks ? <dd className={styles.note}>{termMarksWords(totals.termMarks)}</dd> : null}
      </div>
      <div>
        <dt>{boardColumns.missing}</dt>
        <dd data-bad={missing > 0}>
          {missing} <small>{lessonNoun(missing)}</small>
        </dd>
        <dd className={styles.note}>{boardHeadWords.expected(expected)}</dd>
      </div>
      <div>
        <dt>{boardColumns.conflicts}</dt>
        <dd data-bad={totals.conflicts > 0}>{totals.conflicts}</dd>
        <dd className={styles.note}>{boardHeadWords.waitForPerson}</dd>
      </div>
    </dl>
  )
}
