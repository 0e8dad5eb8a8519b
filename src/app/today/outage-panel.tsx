// The outage on top of the day: while АИС is away, how long; once it is back, the term of п. 3.2 and what is left.
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { timeLeft } from '../../domain/calendar/transfer-due.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { announcedAt } from '../../domain/register/announced.ts'
import type { School } from '../../domain/school.ts'
import type { Instant } from '../../domain/time.ts'
import { readAnnounced } from '../../store/pulled.ts'
import { Panel } from '../../ui/panel.tsx'
import { entries } from '../messages/counts.ts'
import { dateAndTime, deadline, span, timeLeftText } from '../messages/time.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { AnnouncedAhead, AnnouncedOpen } from './announced-panel.tsx'
import { DueRuler } from './due-ruler.tsx'
import styles from './today.module.css'

const Open = ({ outage, zone, now }: { outage: OutageReport; zone: string; now: Instant }) => (
  <Panel tone="warn" title="АИС СРО недоступна: записывайте сюда">
    {outage.scope.kind === 'school' ? 'Случай' : 'Ваш случай'} № {outage.no}, с{' '}
    {dateAndTime(outage.openedAt, zone)}, {span(Date.parse(now) - Date.parse(outage.openedAt))}. Срок переноса
    начнётся после возврата доступа: 2 рабочих дня (п. 3.2).
  </Panel>
)

const Due = ({ outage, school, now, waiting }: DueProps) => {
  const { due, strict, restoredAt } = outage
  if (due === null || strict === null || restoredAt === null) return null
  const left = timeLeft(now, due, school.workWeek, school.zone)
  const late = left.kind === 'overdue'
  return (
    <Panel tone={late ? 'bad' : 'plain'}>
      <div className={styles.due}>
        <div>
          <h2>Доступ к АИС СРО вернулся</h2>
          <p>
            Случай № {outage.no}, {dateAndTime(outage.openedAt, school.zone)} –{' '}
            {dateAndTime(restoredAt, school.zone)}. Перенести до <b>{deadline(due, school.zone)}</b>, строго
            до {deadline(strict, school.zone)}, п. 3.2.
          </p>
        </div>
        <DueRuler restoredAt={restoredAt} strict={strict} due={due} now={now} zone={school.zone} />
        <div className={styles.left}>
          <small>{late ? 'Срок прошёл' : 'Осталось'}</small>
          <b>{timeLeftText(left)}</b>
          <Link href="/transfer">ждут переноса: {entries(waiting)}</Link>
        </div>
      </div>
    </Panel>
  )
}

interface DueProps {
  outage: OutageReport
  school: School
  now: Instant
  /** The person's own entries that АИС is not known to hold. */
  waiting: number
}

const OfRegister = ({ school, now, waiting }: Omit<DueProps, 'outage'>) => {
  const { db } = useRuntime()
  const outages = useLiveQuery(() => db.outage.orderBy('no').reverse().toArray(), [db], [])
  const announced = useLiveQuery(() => readAnnounced(db), [db], [])
  const open = outages.find((one) => one.restoredAt === null)
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

/** What the register says, and below it what is announced for later. */
export const OutagePanel = (props: Omit<DueProps, 'outage'>) => (
  <>
    <OfRegister {...props} />
    <AnnouncedAhead zone={props.school.zone} now={props.now} />
  </>
)
