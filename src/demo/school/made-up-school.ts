// A whole made-up school as the CSV files a real one would import: for the demo and for tests at true scale.
import { plusDays, type SchoolDate, weekdayOf } from '../../domain/time.ts'
import { classTeachersOf, groupsOf, madeUpCourses } from './made-up-courses.ts'
import { classes, subjects } from './made-up-curriculum.ts'
import { seeded } from './made-up-names.ts'
import { madeUpPupils, madeUpStaff } from './made-up-people.ts'
import { madeUpPlan } from './made-up-plan.ts'
import { madeUpTimetable } from './made-up-timetable.ts'

export const madeUpName = 'Школа № 0 (выдуманная)'

type Row = readonly (string | number)[]

// Each part has its own seed, so that a change of one leaves the others as they were.
const seeds = { staff: 11, pupils: 22, timetable: 33 }

const field = (value: string | number): string => {
  const text = String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const csv = (header: string, rows: readonly Row[]): string =>
  [header, ...rows.map((row) => row.map(field).join(','))].map((line) => `${line}\n`).join('')

/** The named columns of each row. */
const table = <K extends string>(
  columns: readonly K[],
  rows: readonly Readonly<Record<NoInfer<K>, string | number>>[],
): string =>
  csv(
    columns.join(','),
    rows.map((row) => columns.map((column) => row[column])),
  )

/** 1 September, or the Monday after it. */
const firstSchoolDay = (year: number): SchoolDate => {
  const first = `${year}-09-01`
  const weekday = weekdayOf(first)
  return plusDays(first, weekday > 5 ? 8 - weekday : 0)
}

/** The year the school year begins in: the new one from its first lessons on, the former one until then. */
export const schoolYearOf = (today: SchoolDate): number => {
  const year = Number(today.slice(0, 4))
  return today < firstSchoolDay(year) ? year - 1 : year
}

const termsOf = (year: number): readonly Row[] => [
  [`${year}-1`, '1 четверть', `${year}-09-01`, `${year}-10-24`],
  [`${year}-2`, '2 четверть', `${year}-11-05`, `${year}-12-29`],
  [`${year}-3`, '3 четверть', `${year + 1}-01-11`, `${year + 1}-03-20`],
  [`${year}-4`, '4 четверть', `${year + 1}-03-31`, `${year + 1}-05-26`],
]

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** Lessons of 45 minutes; `breaks` stand between them, so there is one lesson more than breaks. */
const bellsOf = (shift: number, from: number, breaks: readonly number[]): readonly Row[] =>
  [0, ...breaks].map((_, n, all) => {
    const begins = from + n * 45 + all.slice(0, n + 1).reduce((sum, one) => sum + one, 0)
    return [shift, n + 1, clock(begins), clock(begins + 45)]
  })

/** English splits the list in the middle, other subjects by turns: a pupil's groups needn't be the same. */
const inFirstGroup = (subject: string, place: number): boolean =>
  subject === 'english' ? place < 14 : place % 2 === 0

export const demoPeople: readonly {
  login: string
  role: 'teacher' | 'classTeacher' | 'deputyHead' | 'head'
  name: string
}[] = [
  { login: 'ryabinina', role: 'teacher', name: 'Рябинина Татьяна Викторовна' },
  { login: 'kim', role: 'classTeacher', name: 'Ким Ольга Андреевна' },
  { login: 'zavyalova', role: 'deputyHead', name: 'Завьялова Марина Сергеевна' },
  { login: 'orlov', role: 'head', name: 'Орлов Павел Игоревич' },
]

export const madeUpSchool = (options: { today: string }): Record<string, string> => {
  const year = schoolYearOf(options.today)
  const courses = madeUpCourses()
  const groups = groupsOf(courses)
  const leaders = classTeachersOf(courses)
  const pupils = madeUpPupils(year, seeded(seeds.pupils))
  const membersOf = ({ id, subject, classes: own }: (typeof groups)[number]): readonly Row[] =>
    pupils
      .filter((pupil) => pupil.schoolClass === own)
      .filter((_, place) => inFirstGroup(subject, place) === id.endsWith('-1'))
      .map((pupil) => [id, pupil.id])
  const assignments = courses.flatMap((course) => course.assignments)
  const lessons = madeUpTimetable(courses, seeded(seeds.timetable)).flatMap(({ course, weekday, period }) =>
    course.assignments.map(({ id }): Row => [`${id}-${weekday}${period}`, weekday, period, id]),
  )
  const led = classes.map((one) => ({ ...one, studyWeek: 5, classTeacher: leaders.get(one.id) ?? '' }))
  const bells = [...bellsOf(1, 480, [10, 20, 20, 10, 10, 10]), ...bellsOf(2, 840, [10, 20, 10, 10, 10])]
  const nameColumns = ['id', 'lastName', 'firstName', 'middleName'] as const
  return {
    'school.csv': csv('name,zone,workWeek', [[madeUpName, 'Asia/Barnaul', 5]]),
    'terms.csv': csv('id,name,from,to', termsOf(year)),
    'bells.csv': csv('shift,period,begins,ends', bells),
    'subjects.csv': table(['id', 'name'], subjects),
    'staff.csv': table([...nameColumns, 'positions', 'login'], madeUpStaff(seeded(seeds.staff))),
    'classes.csv': table(['id', 'parallel', 'letter', 'shift', 'studyWeek', 'classTeacher'], led),
    'pupils.csv': table([...nameColumns, 'schoolClass', 'from', 'to'], pupils),
    'groups.csv': table(['id', 'name', 'subject', 'classes'], groups),
    'group-members.csv': csv('group,pupil', groups.flatMap(membersOf)),
    'assignments.csv': csv(
      'id,teacher,subject,targetKind,target',
      assignments.map((one) => [one.id, one.teacher, one.subject, one.target.kind, one.target.id]),
    ),
    'timetable.csv': csv('id,weekday,period,assignment', lessons),
    'plan.csv': table(['subject', 'parallel', 'no', 'topic', 'homework'], madeUpPlan()),
  }
}
