// The outage on top of the day: while АИС is away, how long; once it is back, the term of п. 3.2 and what is left.
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { dueStatus, timeLeft } from '../../domain/calendar/transfer-due.ts'
import { calendarOf } from '../../domain/calendar/work-calendar.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { termWeekAlerts } from '../../domain/deadline/term-mark-window.ts'
import { announcedAt } from '../../domain/register/announced.ts'
import type { School } from '../../domain/school.ts'
import type { Instant } from '../../domain/time.ts'
import { readAnnounced } from '../../store/pulled.ts'
import { Panel } from '../../ui/panel.tsx'
import { entries } from '../messages/counts.ts'
import { movedTermWords } from '../messages/outages.ts'
import { todayOutageWords } from '../messages/screens/today/outages.ts'
import { dateAndTime, deadline, span, timeLeftText } from '../messages/time.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { AnnouncedAhead, AnnouncedOpen } from './announced-panel.tsx'
import { DueRuler } from './due-ruler.tsx'
import styles from './outage-panel.module.css'
import { TermWeekPanel } from './term-week-panel.tsx'

const whom = ({ scope }: OutageReport): string => {
  if (scope.kind === 'school') return todayOutageWords.wholeSchool
  return scope.kind === 'building' ? todayOutageWords.building(scope.building) : todayOutageWords.onlyYou
}

const Open = ({ outage, zone, now }: { outage: OutageReport; zone: string; now: Instant }) => (
  <Panel tone="warn">
    <div className={styles.due}>
      <div>
        <h2>{todayOutageWords.downSince(dateAndTime(outage.openedAt, zone))}</h2>
        <p>{todayOutageWords.downLead(outage.no, whom(outage))}</p>
      </div>
      <div className={styles.left}>
        <small>{todayOutageWords.lasts}</small>
        <b>{span(Date.parse(now) - Date.parse(outage.openedAt))}</b>
      </div>
    </div>
  </Panel>
)

interface DueProps {
  outage: OutageReport
  school: School
  now: Instant
  /** The person's own entries that АИС is not known to hold. */
  waiting: number
}

const Due = ({ outage, school, now, waiting }: DueProps) => {
  const { due, strict, restoredAt, openedAt } = outage
  if (due === null || strict === null || restoredAt === null) return null
  const { workWeek, zone } = school
  const calendar = calendarOf(school)
  const left = timeLeft(now, due, workWeek, zone, calendar)
  const strictly = timeLeft(now, strict, workWeek, zone, calendar)
  const late = left.kind === 'overdue'
  const unsure = dueStatus([due], school) === 'unconfirmed'
  return (
    <Panel tone={late ? 'bad' : 'plain'}>
      <div className={styles.due}>
        <div>
          <h2>{todayOutageWords.restoredTitle}</h2>
          <p>
            {todayOutageWords.restored(
              dateAndTime(restoredAt, zone),
              outage.no,
              whom(outage),
              dateAndTime(openedAt, zone),
            )}{' '}
            <b>{deadline(due, zone)}</b>
            {strict !== due && <>{todayOutageWords.strictlyBy(deadline(strict, zone))}</>}
            {todayOutageWords.clause(movedTermWords(outage, zone))}
            {unsure && todayOutageWords.calendarUnconfirmed}
          </p>
        </div>
        <div className={styles.ruler}>
          <DueRuler {...{ restoredAt, strict, due, now, zone }} working={{ week: workWeek, calendar }} />
        </div>
        <div className={styles.left}>
          <small>{late ? todayOutageWords.overdue : todayOutageWords.left}</small>
          <b>{timeLeftText(left)}</b>
          {strict !== due && !late && (
            <small className={styles.strict}>{todayOutageWords.strictlyLeft(timeLeftText(strictly))}</small>
          )}
          <Link href="/transfer">{todayOutageWords.waiting(entries(waiting))}</Link>
        </div>
      </div>
    </Panel>
  )
}

type RegisterProps = Omit<DueProps, 'outage'> & { outages: readonly OutageReport[] }

/** The widest open outage first; of those that are over the latest. */
const OfRegister = ({ outages, school, now, waiting }: RegisterProps) => {
  const { db } = useRuntime()
  const announced = useLiveQuery(() => readAnnounced(db), [db], [])
  const isOpen = (one: OutageReport): boolean => one.restoredAt === null
  const open = outages.find((one) => isOpen(one) && one.scope.kind === 'school') ?? outages.find(isOpen)
  if (open) return <Open outage={open} zone={school.zone} now={now} />
  const { current } = announcedAt(announced, now)
  if (current) return <AnnouncedOpen announced={current} zone={school.zone} />
  const returning = outages.find((one) => one.closedAt === null)
  if (returning) {
    return (
      <Panel tone="warn" title={todayOutageWords.upAgainTitle}>
        {todayOutageWords.upAgain(returning.no)}
      </Panel>
    )
  }
  const closed = outages.find((one) => one.due !== null)
  return closed && waiting > 0 ? <Due outage={closed} {...{ school, now, waiting }} /> : null
}

/** What the register says, and below it what is announced for later; above it the alarm of a term's last week. */
export const OutagePanel = (props: Omit<DueProps, 'outage'>) => {
  const { db } = useRuntime()
  const outages = useLiveQuery(() => db.outage.orderBy('no').reverse().toArray(), [db], [])
  const { school, now } = props
  const alerts = useMemo(() => termWeekAlerts(school, outages, now), [school, outages, now])
  return (
    <>
      <TermWeekPanel alerts={alerts} zone={school.zone}>
        <Link href="/terms" className="target">
          {todayOutageWords.termMarks}
        </Link>
      </TermWeekPanel>
      <OfRegister {...props} outages={outages} />
      <AnnouncedAhead zone={school.zone} now={now} />
    </>
  )
}
