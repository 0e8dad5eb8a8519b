// What stands above the board: the outage with the ruler of its term, what is left, and three figures.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { dueStatus } from '../../domain/calendar/transfer-due.ts'
import { calendarOf } from '../../domain/calendar/work-calendar.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { Panel } from '../../ui/panel.tsx'
import { boardTimeLeft } from '../messages/board.ts'
import { nounOf } from '../messages/counts.ts'
import { movedTermWords, unconfirmedSentence } from '../messages/outages.ts'
import { termMarksWords } from '../messages/screens/term-marks.ts'
import { dateAndTime, deadline, span, timeLeftText } from '../messages/time.ts'
import { DueRuler } from '../today/due-ruler.tsx'
import styles from './board.module.css'

const scopeText = ({ scope }: OutageReport): string => {
  if (scope.kind === 'school') return 'вся школа'
  return scope.kind === 'building' ? `здание «${scope.building}»` : 'один учитель'
}

const OpenOutage = ({ outage, board }: { outage: OutageReport; board: BoardAnswer }) => {
  const { zone, serverTime } = board
  const lasts = span(Date.parse(serverTime) - Date.parse(outage.openedAt))
  return (
    <Panel tone="warn" title={`Случай № ${outage.no}, ${scopeText(outage)}`}>
      {outage.restoredAt === null
        ? `АИС СРО недоступна с ${dateAndTime(outage.openedAt, zone)}, ${lasts}. Срок переноса начнётся после возврата доступа (п. 3.2).`
        : `АИС СРО снова отвечает с ${dateAndTime(outage.restoredAt, zone)}. Случай закроется, когда доступ продержится.`}
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
          <h2>
            Случай № {outage.no}, {scopeText(outage)}
          </h2>
          <p>
            {dateAndTime(outage.openedAt, zone)} – {dateAndTime(restoredAt, zone)}. Срок{' '}
            <b>{deadline(due, zone)}</b>, строго {deadline(strict, zone)}, п. 3.2.
            {movedTermWords(outage, zone)}
          </p>
          {dueStatus([due], board) === 'unconfirmed' && <p className={styles.warn}>{unconfirmedSentence}</p>}
        </div>
        <DueRuler
          {...{ restoredAt, strict, due, now, zone }}
          working={{ week: workWeek, calendar: calendarOf(board) }}
        />
        <div>
          <small>{left.kind === 'overdue' ? 'Срок прошёл' : 'Осталось'}</small>
          <p className={styles.figure}>{timeLeftText(left)}</p>
          {strict !== due && left.kind === 'left' && (
            <small className={styles.warn}>строго: {timeLeftText(boardTimeLeft(strict, board))}</small>
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
        <dt>Не перенесено</dt>
        <dd>
          {totals.waiting} <small>из {totals.recorded}</small>
        </dd>
        <dd className={styles.note}>в АИС СРО, прочитано обратно: {totals.verified}</dd>
        {totals.termMarks ? <dd className={styles.note}>{termMarksWords(totals.termMarks)}</dd> : null}
      </div>
      <div>
        <dt>Без записи</dt>
        <dd data-bad={missing > 0}>
          {missing} <small>{nounOf(missing, ['урок', 'урока', 'уроков'])}</small>
        </dd>
        <dd className={styles.note}>по расписанию прошло в перерыве: {expected}</dd>
      </div>
      <div>
        <dt>Расхождения</dt>
        <dd data-bad={totals.conflicts > 0}>{totals.conflicts}</dd>
        <dd className={styles.note}>ждут решения человека</dd>
      </div>
    </dl>
  )
}
