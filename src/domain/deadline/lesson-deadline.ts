// Deadlines that begin with a lesson: attendance (п. 2.5), marks and essays (п. 2.6), homework (п. 2.8).
import { isSchoolDay, termOf } from '../calendar/school-day.ts'
import { calendarOf } from '../calendar/work-calendar.ts'
import { workingDayFrom } from '../calendar/working-day.ts'
import type { WorkTypeCode } from '../cell.ts'
import { firstClassOf, homeworkDue, type Lesson, lessonsOn } from '../lesson.ts'
import type { School, SchoolClass, Subject, Term } from '../school.ts'
import { settingsOf } from '../settings.ts'
import { momentOf, plusDays, type SchoolDate, toInstant, toMs } from '../time.ts'
import type { Deadline } from './deadline.ts'

const later = (a: string, b: string): string => (a > b ? a : b)

/** п. 2.5: by the fact, until 24:00 of the lesson's day; amber once the lesson is over. */
export const attendanceDeadline = (school: School, lesson: Lesson): Deadline => {
  const due = momentOf(lesson.date, '24:00', school.zone)
  return { clause: '2.5', due, amberAt: lesson.ends, redAt: due }
}

/** п. 2.8: 90 minutes after the class's last lesson of the day; amber once that lesson is over. */
export const homeworkDeadline = (school: School, lesson: Lesson): Deadline => {
  const due = homeworkDue(school, lesson)
  const afterMs = settingsOf(school).homeworkMinutes * 60_000
  return { clause: '2.8', due, amberAt: toInstant(toMs(due) - afterMs), redAt: due }
}

const sameCourse = (a: Lesson, b: Lesson): boolean =>
  a.subject === b.subject && a.target.kind === b.target.kind && a.target.id === b.target.id

/** The next lesson of the subject for the same class or group on a later school day of the term, or null. */
const nextLesson = (school: School, lesson: Lesson, until: SchoolDate): Lesson | null => {
  for (let day = plusDays(lesson.date, 1); day <= until; day = plusDays(day, 1)) {
    const found = lessonsOn(school, day).find((one) => sameCourse(one, lesson))
    if (found) return found
  }
  return null
}

/** The last day of a term on which the class has school, or null where it has none. */
export const lastDayOfTerm = (school: School, schoolClass: SchoolClass, term: Term): SchoolDate | null => {
  for (let day = term.to; day >= term.from; day = plusDays(day, -1)) {
    if (isSchoolDay(school, schoolClass, day)) return day
  }
  return null
}

/** «Сочинения по русскому языку и литературе»: the two subjects as the lists of a school name them. */
const hasEssayWeek = (subject: Subject | undefined): boolean =>
  /^(русский язык|литература)/i.test(subject?.name ?? '')

const essayDeadline = (school: School, lesson: Lesson): Deadline => {
  const week = plusDays(lesson.date, 7)
  const moves = settingsOf(school).essayOnDayOff === 'moves'
  const day = moves ? workingDayFrom(week, school.workWeek, calendarOf(school)) : week
  const due = momentOf(day, '24:00', school.zone)
  return { clause: '2.6', due, amberAt: momentOf(day, '00:00', school.zone), redAt: due }
}

/** Amber at its start and red at its end; a stricter school is told the whole day and goes by the start. */
const byNextLesson = (school: School, { date, begins, ends }: Lesson): Deadline =>
  settingsOf(school).marksLateFrom === 'lessonEnd'
    ? { clause: '2.6', due: begins, amberAt: begins, redAt: ends }
    : { clause: '2.6', due: begins, amberAt: momentOf(date, '00:00', school.zone), redAt: begins }

/**
 * п. 2.6: marks of a lesson. Essays in Russian and literature: a week, moved on from a day off (a setting). Any other
 * work: the next lesson of the subject on a later school day; where the term has none, its last school day.
 */
export const marksDeadline = (school: School, lesson: Lesson, workType: WorkTypeCode): Deadline => {
  const subject = school.subjects.find((one) => one.id === lesson.subject)
  if (workType === 'essay' && hasEssayWeek(subject)) return essayDeadline(school, lesson)
  const schoolClass = firstClassOf(school, lesson)
  const term = schoolClass ? termOf(school, schoolClass, lesson.date) : null
  const next = term ? nextLesson(school, lesson, term.to) : null
  if (next) return byNextLesson(school, next)
  const last = (schoolClass && term && lastDayOfTerm(school, schoolClass, term)) ?? lesson.date
  const due = momentOf(last, '24:00', school.zone)
  return {
    clause: '2.6',
    due,
    amberAt: later(momentOf(last, '00:00', school.zone), lesson.ends),
    redAt: due,
  }
}
