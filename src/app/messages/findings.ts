// What the linter has to say, in words: what was late, by how much, by which clause, and which outage explains it.
import type { LateTransfers } from '../../contract/finding-schema.ts'
import type { LessonHour } from '../../domain/calendar/lesson-change.ts'
import type { Tone } from '../../domain/deadline/deadline.ts'
import type { Doubt } from '../../domain/deadline/recorded-time.ts'
import type { OpenDuty } from '../../domain/findings/duty.ts'
import type { Finding } from '../../domain/findings/finding.ts'
import type { Duty } from '../../domain/findings/obligation.ts'
import type { ClosedCell } from '../../domain/pupils/open-cell.ts'
import { counted, entries } from './counts.ts'
import { classListWords } from './lesson/class.ts'
import { deadline, shortDate, span } from './time.ts'
import { workTitles } from './values.ts'

interface Noun {
  name: string
  /** The ending of «внесён». */
  gender: 'o' | 'a' | 'i'
}

const nouns: Record<Duty, Noun> = {
  attendance: { name: 'посещаемость', gender: 'a' },
  topic: { name: 'тема урока', gender: 'a' },
  homework: { name: 'домашнее задание', gender: 'o' },
  marks: { name: 'отметки', gender: 'i' },
  absenceReason: { name: 'причина пропуска', gender: 'a' },
  termMarks: { name: 'итоговые отметки', gender: 'i' },
}
const entered = { o: 'внесено', a: 'внесена', i: 'внесены' } as const

export const dutyName = ({ what, work }: Pick<Finding, 'what' | 'work'>): string =>
  work === null ? nouns[what].name : `${nouns[what].name} (${workTitles[work.workType].toLowerCase()})`

/** Why the lists have no such cell any more. */
const closedWords: Record<ClosedCell, string> = {
  dayOff: 'в этот день у класса не было уроков',
  vacation: 'в этот день были каникулы',
  frost: 'день актирован',
  quarantine: 'класс был на карантине',
  cancelled: 'урок отменён',
  merged: 'урок соединён с другим',
  notInClass: 'ученик в этот день не числился в классе',
  notInGroup: 'ученик в этот день не числился в группе',
  individualPlan: 'ученик учится по индивидуальному плану',
  homeSchooled: 'ученик на домашнем обучении',
  notInTimetable: 'урока нет в расписании',
}

const pupils = (n: number): string => counted(n, ['ученика', 'учеников', 'учеников'])
const places = (n: number): string => counted(n, ['место', 'места', 'мест'])

/** Attendance, marks and reasons are of pupils; a lesson has one topic and one homework. */
const ofHowMany = ({ what, cells }: Finding): string =>
  what === 'topic' || what === 'homework' ? '' : ` у ${pupils(cells)}`

const doubtWords: Record<Doubt, string> = {
  unmeasured: 'часы планшета переводили или ещё не сверяли с сервером',
  doubt: 'срок попал в погрешность часов планшета',
}

const hour = ({ date, period }: LessonHour): string => classListWords.onDay(shortDate(date), period)

const problemWords = (finding: Finding): string => {
  const { problem, what } = finding
  const name = dutyName(finding)
  const { gender } = nouns[what]
  switch (problem.kind) {
    case 'missing':
      return problem.minutes === 0
        ? `${name} не ${entered[gender]}`
        : `${name} не ${entered[gender]}${ofHowMany(finding)}, срок прошёл ${span(problem.minutes * 60_000)} назад`
    case 'late':
      return `${name} ${entered[gender]} на ${span(problem.minutes * 60_000)} позже`
    case 'unproven':
      return `${name} ${entered[gender]}, время не подтверждено${problem.why ? `: ${doubtWords[problem.why]}` : ''}`
    case 'early':
      return `${name} ${entered[gender]} раньше последней недели`
    case 'deviation':
      return problem.recorded === null
        ? `тема не из плана, по плану № ${problem.planned}`
        : `тема № ${problem.recorded}, по плану № ${problem.planned}`
    case 'unexplained':
      return `${name}: ${places(finding.cells)}, значение коллеги изменено без причины`
    case 'closedCell':
      return `${name}: ${places(finding.cells)} вне списка, ${closedWords[problem.why]}, запись цела`
    case 'movedLater':
      return `${name}: ${entries(finding.cells)} за прежнее время (${hour(problem.from)}), урок теперь стоит ${hour(problem.to)}. Если он прошёл в прежнее время, скажите завучу, если нет, исправьте записи после урока`
  }
}

/** «домашнее задание внесено на 40 мин позже, п. 2.8» */
export const findingSentence = (finding: Finding): string => {
  const outage = finding.outage === null ? '' : `, перерыв в доступе № ${finding.outage}`
  return `${problemWords(finding)}, п. ${finding.clause}${outage}`
}

/** «перенесено в АИС СРО на 7 дн. 0 ч позже: 12 записей, п. 3.2» */
export const lateTransferSentence = (
  late: Pick<LateTransfers[number], 'entries' | 'minutes' | 'outage'>,
): string => {
  const outage = late.outage === null ? '' : `, перерыв в доступе № ${late.outage}`
  return `перенесено в АИС СРО на ${span(late.minutes * 60_000)} позже: ${entries(late.entries)}, п. 3.2${outage}`
}

/** Three lines of a row at most; the last one says how many more there are. */
const shortened = (lines: readonly string[]): string[] => {
  const left = lines.length - 3
  return lines.slice(0, 3).map((line, at) => (left > 0 && at === 2 ? `${line}; и ещё ${left}` : line))
}

/**
 * The same, short for a row of the day: what is missing stands in one line, «не внесено: тема урока, п. 2.7; домашнее
 * задание, п. 2.8», and at most two more lines follow.
 */
export const findingLines = (findings: readonly Finding[]): string[] => {
  const missing = findings.filter(({ problem }) => problem.kind === 'missing')
  if (missing.length < 2) return shortened(findings.map(findingSentence))
  const parts = missing.map((one) => `${dutyName(one)}, п. ${one.clause}`)
  const outages = [...new Set(missing.flatMap(({ outage }) => (outage === null ? [] : [outage])))]
  const why = outages.length === 0 ? '' : `; перерыв в доступе № ${outages.join(', ')}`
  const others = findings.filter((one) => !missing.includes(one))
  return shortened([`не внесено: ${parts.join('; ')}${why}`, ...others.map(findingSentence)])
}

const toneWords: Record<Tone, string> = { open: 'до', amber: 'скоро срок:', red: 'срок был' }

/** «домашнее задание, до вт 24.11 15:05, п. 2.8»; marks of a lesson are due by its next one. */
export const dutySentence = (duty: OpenDuty, zone: string): string => {
  const { clause, outage, tone } = duty
  const due = duty.deadline === null ? '' : `, ${toneWords[tone]} ${deadline(duty.deadline.due, zone)}`
  const why = outage === null ? '' : `, перерыв в доступе № ${outage}`
  return `${dutyName(duty)}${due}, п. ${clause}${why}`
}
