// What the demo says when it is ready: where to go, whom to be, how to cause an outage, which day to open.
import { lastSchoolDay, lessonsOn } from '../domain/lesson.ts'
import type { School } from '../domain/school.ts'
import { dateAt, type Instant, plusDays } from '../domain/time.ts'
import { demoPassword, isMadeUp } from './prepare-school.ts'
import { demoPeople } from './school/made-up-school.ts'

const clock = (at: Instant, zone: string): string =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

const dayLine = (school: School, now: string): string => {
  const today = dateAt(now, school.zone)
  const lessons = lessonsOn(school, today)
  const [first] = lessons
  const last = lastSchoolDay(school, plusDays(today, -1))
  if (!first && last === null) return `At the school it is ${today}, before the first lesson of the lists.`
  if (!first) {
    return `At the school it is ${today}, a day off: the app shows an empty day, and its link «Последние уроки» leads to the lessons before it, the school's last of ${last}.`
  }
  if (now < first.begins && last === null) {
    const hour = clock(first.begins, school.zone)
    return `At the school it is ${today}, before the first lesson of the year: marks can be set from ${hour} on.`
  }
  if (now < first.begins) {
    return `At the school it is ${today}, before the first lesson: marks can be set for the last school day, ${last}.`
  }
  return `At the school it is ${today} with ${lessons.length} lessons.`
}

export const newYearLine =
  'The lists above are of the new school year. What was recorded before is kept, and entries on their way to АИС stay on it.'

const madeUpPeople = demoPeople.map(
  ({ login, role, name }) => `${login.padEnd(10)} ${demoPassword}   ${role.padEnd(12)} ${name}`,
)

/** A school of one's own tries the main job here: nobody may take the stand-in for the journal of record. */
const ownLists = ({ name, version, classes, pupils, staff }: School): string[] => [
  `This folder's own lists are served, version ${version}, and nothing made up: ${name},`,
  `${classes.length} classes, ${pupils.length} pupils, ${staff.length} of the staff; \`hub password LOGIN\` lets a person in.`,
  'АИС is the stand-in: what is transferred here reaches no real АИС. For real work take another DATA_DIR.',
]

export const welcome = (port: number, aisUrl: string, school: School, now: string): string[] => [
  '',
  `  The journal:      http://localhost:${port}`,
  `  Cause an outage:  http://localhost:${port}/__stand-in   or`,
  `                    curl -d '{"down":true}' -H 'content-type: application/json' http://localhost:${port}/__stand-in/outage`,
  `  The stand-in АИС: ${aisUrl}/journal`,
  '',
  ...(isMadeUp(school) ? madeUpPeople : ownLists(school)).map((line) => `  ${line}`),
  '',
  `  ${dayLine(school, now)}`,
  '  Ctrl+C stops; the data stays for the next start.',
]
