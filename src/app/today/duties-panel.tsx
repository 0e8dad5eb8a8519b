// «Сроки»: what is to be done today by the clock, with its clause; below it what is past its term, day by day.
import { Link } from 'wouter'
import type { OpenDuty } from '../../domain/findings/duty.ts'
import type { Duty } from '../../domain/findings/obligation.ts'
import type { School } from '../../domain/school.ts'
import { dateAt, type Instant } from '../../domain/time.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { dutyName, dutySentence } from '../messages/findings.ts'
import { dutyWords } from '../messages/screens/today/duties.ts'
import { deadline, shortDate } from '../messages/time.ts'
import { type DutyLine, openLines, type PastDay, pastDays } from './duty-lines.ts'
import styles from './side.module.css'

interface DutiesProps {
  school: School
  duties: readonly OpenDuty[]
  now: Instant
}

/** «24:00» of today, «ср 25.11 10:00» of another day. */
const when = (school: School, now: Instant, { duty }: DutyLine): string => {
  if (duty.deadline === null) return dutyWords.noTerm
  const text = deadline(duty.deadline.due, school.zone)
  const today = shortDate(dateAt(now, school.zone))
  return text.startsWith(`${today} `) ? text.slice(today.length + 1) : text
}

const Line = ({ line, school, now }: { line: DutyLine; school: School; now: Instant }) => (
  <li>
    <Link href={line.href} className={styles.duty} title={dutySentence(line.duty, school.zone)}>
      <span>
        {line.title}
        <small>{line.place}</small>
      </span>
      <span className={styles.when} data-tone={line.duty.tone}>
        <b>{when(school, now, line)}</b>
        <small>
          {line.duty.tone === 'amber' && dutyWords.soon}
          {dutyWords.clause(line.duty.clause)}
        </small>
      </span>
    </Link>
  </li>
)

const wordOf = (what: Duty): string => dutyName({ what, work: null })

const Past = ({ day }: { day: PastDay }) => (
  <li>
    <Link href={day.href} className={styles.duty}>
      <span>
        {shortDate(day.date)}
        <small>
          {day.counts.map(([what, n]) => `${wordOf(what)}: ${n}`).join(', ')}
          {day.outages.length > 0 && dutyWords.inOutage(day.outages.join(', '))}
        </small>
      </span>
    </Link>
  </li>
)

const shownAtOnce = 6

export const DutiesPanel = ({ school, duties, now }: DutiesProps) => {
  const lines = openLines(school, duties, dateAt(now, school.zone))
  const past = pastDays(school, duties)
  const [shown, more] = [lines.slice(0, shownAtOnce), lines.slice(shownAtOnce)]
  return (
    <Panel as="aside" title={dutyWords.title} aria-label={dutyWords.title}>
      {lines.length === 0 && <p className={styles.quiet}>{dutyWords.none}</p>}
      <ul className={styles.duties}>
        {shown.map((line) => (
          <Line key={line.key} {...{ line, school, now }} />
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary className={styles.more}>{dutyWords.more(more.length)}</summary>
          <ul className={styles.duties}>
            {more.map((line) => (
              <Line key={line.key} {...{ line, school, now }} />
            ))}
          </ul>
        </details>
      )}
      {past.length > 0 && (
        <details>
          <summary className={styles.past}>
            <Glyph name="none" size={16} />{' '}
            {dutyWords.overdue(duties.filter((one) => one.tone === 'red').length)}
          </summary>
          <ul className={styles.duties}>
            {past.map((day) => (
              <Past key={`${day.date} ${day.href}`} day={day} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
