// п. 2.6: interim and final marks are set in the last week of each term, before the holidays.
import { isSchoolDay, lastTermOf, termsOf } from '../calendar/school-day.ts'
import type { Outage } from '../outage.ts'
import { type ClassId, className, type School, type SchoolClass, type Term } from '../school.ts'
import { settingsOf } from '../settings.ts'
import { readYearColumn } from '../term/year-column.ts'
import { dateAt, type Instant, momentOf, plusDays, type SchoolDate, weekdayOf } from '../time.ts'
import type { Deadline } from './deadline.ts'
import { lastDayOfTerm } from './lesson-deadline.ts'

export interface TermMarkWindow {
  opensAt: Instant
  deadline: Deadline
}

/** The Mon–Sun week of the term's last school day; of fewer than three school days (a setting), the seven days up to it. */
export const termMarkWindow = (
  school: School,
  schoolClass: SchoolClass,
  term: Term,
): TermMarkWindow | null => {
  const last = lastDayOfTerm(school, schoolClass, term)
  if (last === null) return null
  const monday = plusDays(last, 1 - weekdayOf(last))
  let held = 0
  for (let day = monday; day <= last; day = plusDays(day, 1)) {
    if (isSchoolDay(school, schoolClass, day)) held += 1
  }
  const first = held < settingsOf(school).termWeekDays ? plusDays(last, -6) : monday
  const sunday: SchoolDate = plusDays(monday, 6)
  const due = momentOf(term.to < sunday ? term.to : sunday, '24:00', school.zone)
  const amberAt = momentOf(last, '00:00', school.zone)
  return {
    opensAt: momentOf(first, '00:00', school.zone),
    deadline: { clause: '2.6', due, amberAt, redAt: due },
  }
}

/**
 * The window of a term-mark cell's `term`: of that term, or of the last one of its school year for year marks.
 * Examination and final marks follow the examinations, whose dates the regulation doesn't give: null.
 */
export const windowOfTermMark = (school: School, schoolClass: SchoolClass, term: string) => {
  const column = readYearColumn(school, term)
  const found =
    column?.kind === 'year'
      ? lastTermOf(school, schoolClass, column.year)
      : (termsOf(school, schoolClass).find((one) => one.id === term) ?? null)
  return found && termMarkWindow(school, schoolClass, found)
}

/** An outage goes on while marks of a term are to be set: told on top of everything (п. 2.6, 3.1). */
export interface TermWeekAlert {
  term: string
  /** «2 четверть» */
  name: string
  /** When the window closes. */
  until: Instant
  outage: number
  classes: ClassId[]
  classNames: string[]
}

/** One alert a term and an outage that hasn't ended, with the classes it meets. A teacher's own outage raises none. */
export const termWeekAlerts = (
  school: School,
  outages: readonly Pick<Outage, 'no' | 'scope' | 'restoredAt'>[],
  now: Instant,
): TermWeekAlert[] => {
  const lasting = outages.filter((one) => one.restoredAt === null && one.scope.kind !== 'teacher')
  if (lasting.length === 0) return []
  const today = dateAt(now, school.zone)
  const terms = school.terms.filter((one) => plusDays(one.from, -7) <= today && today <= one.to)
  return terms.flatMap((term) => {
    const open = school.classes.flatMap((one) => {
      const window = windowOfTermMark(school, one, term.id)
      return window && window.opensAt <= now && now <= window.deadline.redAt ? [{ one, window }] : []
    })
    return lasting.flatMap(({ no, scope }): TermWeekAlert[] => {
      const met = open.filter(
        ({ one }) =>
          scope.kind === 'school' || (scope.kind === 'building' && scope.building === one.building),
      )
      const until = met.map(({ window }) => window.deadline.redAt).sort()[0]
      if (until === undefined) return []
      const classes = met.map(({ one }) => one)
      return [
        {
          ...{ term: term.id, name: term.name, until, outage: no },
          ...{ classes: classes.map((one) => one.id), classNames: classes.map(className) },
        },
      ]
    })
  })
}
