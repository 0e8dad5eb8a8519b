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
import { dateAndTime, deadline, span, timeLeftText } from '../messages/time.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { AnnouncedAhead, AnnouncedOpen } from './announced-panel.tsx'
import { DueRuler } from './due-ruler.tsx'
import styles from './outage-panel.module.css'
import { TermWeekPanel } from './term-week-panel.tsx'

const whom = ({ scope }: OutageReport): string => {
  if (scope.kind === 'school') return 'вся школа'
  return scope.kind === 'building' ? `здание «${scope.building}»` : 'только у вас'
}

const Open = ({ outage, zone, now }: { outage: OutageReport; zone: string; now: Instant }) => (
  <Panel tone="warn">
    <div className={styles.due}>
      <div>
        <h2>АИС СРО недоступна с {dateAndTime(outage.openedAt, zone)}</h2>
        <p>
          Случай № {outage.no}, {whom(outage)}. Ведите временный журнал (п. 3.1). Срок переноса, 2 рабочих дня
          (п. 3.2), начнётся после возврата доступа.
        </p>
      </div>
      <div className={styles.left}>
        <small>Перерыв длится</small>
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
          <h2>Доступ к АИС СРО вернулся</h2>
          <p>
            {dateAndTime(restoredAt, zone)}. Случай № {outage.no}, {whom(outage)}, перерыв с{' '}
            {dateAndTime(openedAt, zone)}. Перенести до <b>{deadline(due, zone)}</b>
            {strict !== due && <>, строго до {deadline(strict, zone)}</>}, п. 3.2.
            {movedTermWords(outage, zone)}
            {unsure && ' Календарь этого года не подтверждён.'}
          </p>
        </div>
        <div className={styles.ruler}>
          <DueRuler {...{ restoredAt, strict, due, now, zone }} working={{ week: workWeek, calendar }} />
        </div>
        <div className={styles.left}>
          <small>{late ? 'Срок прошёл' : 'Осталось'}</small>
          <b>{timeLeftText(left)}</b>
          {strict !== due && !late && (
            <small className={styles.strict}>строго: {timeLeftText(strictly)}</small>
          )}
          <Link href="/transfer">ждут переноса: {entries(waiting)}</Link>
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
      <Panel tone="warn" title="АИС СРО снова отвечает">
        Случай № {returning.no}: сервер школы проверяет, что доступ держится. После этого начнётся срок
        переноса (п. 3.2).
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
          Итоговые отметки
        </Link>
      </TermWeekPanel>
      <OfRegister {...props} outages={outages} />
      <AnnouncedAhead zone={school.zone} now={now} />
    </>
  )
}
