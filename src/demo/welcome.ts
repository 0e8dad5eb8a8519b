// What the demo says when it is ready: where to go, whom to be, how to cause an outage, which day to open.
import { lastSchoolDay, lessonsOn } from '../domain/lesson.ts'
import type { School } from '../domain/school.ts'
import { dateAt } from '../domain/time.ts'
import { demoPassword } from './prepare-school.ts'
import { demoPeople } from './school/made-up-school.ts'

const dayLine = (school: School, now: string): string => {
  const today = dateAt(now, school.zone)
  const lessons = lessonsOn(school, today)
  const [first] = lessons
  const last = lastSchoolDay(school, first ? previous(today) : today)
  if (!first) return `At the school it is ${today}, a day off: the app shows the last school day, ${last}.`
  if (now < first.begins) {
    return `At the school it is ${today}, before the first lesson: marks can be set for the last school day, ${last}.`
  }
  return `At the school it is ${today} with ${lessons.length} lessons.`
}

const previous = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)

export const welcome = (port: number, aisUrl: string, school: School, now: string): string[] => [
  '',
  `  The journal:      http://localhost:${port}`,
  `  Cause an outage:  http://localhost:${port}/__stand-in   or`,
  `                    curl -d '{"down":true}' -H 'content-type: application/json' http://localhost:${port}/__stand-in/outage`,
  `  The stand-in АИС: ${aisUrl}/journal`,
  '',
  ...demoPeople.map(
    ({ login, role, name }) => `  ${login.padEnd(10)} ${demoPassword}   ${role.padEnd(12)} ${name}`,
  ),
  '',
  `  ${dayLine(school, now)}`,
  '  Ctrl+C stops; the data stays for the next start.',
]
