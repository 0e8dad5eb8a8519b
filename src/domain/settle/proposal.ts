// Which of two values a clause speaks for. A proposal only: a person settles, and no clock is ever asked.
import { type Cell, type CellKind, pupilOf } from '../cell.ts'
import type { ReportedCandidate } from '../cell-report.ts'
import { lessonById } from '../lesson.ts'
import { classOfPupil } from '../pupils/absence.ts'
import type { PersonId, School } from '../school.ts'
import { termMarkPlace } from '../term/term-place.ts'

export const settleClauses = ['2.4', '2.5', '2.7', '2.8', '2.9'] as const
export type SettleClause = (typeof settleClauses)[number]

/** `clause`: it makes one person answer for the cell. The others propose nothing. */
export type Ground =
  | { kind: 'clause'; clause: SettleClause; responsible: PersonId; candidate: number }
  /** АИС holds another value than was last read there; who changed the cell it does not tell. */
  | { kind: 'ais'; clause: SettleClause; responsible: PersonId | null }
  /** One person on two tablets. */
  | { kind: 'sameAuthor'; author: PersonId }
  | { kind: 'nobody'; clause: SettleClause; responsible: PersonId | null }

const clauses: Record<CellKind, SettleClause> = {
  attendance: '2.5',
  absenceReason: '2.9',
  work: '2.7',
  mark: '2.4',
  topic: '2.7',
  homework: '2.8',
  individualHomework: '2.8',
  termMark: '2.4',
}

/** Who answers for the cell by its clause: one as a rule, nobody where the lists don't say, two who share a subject. */
const answering = (school: School, cell: Cell): readonly PersonId[] => {
  if (cell.kind === 'termMark') return [...new Set(termMarkPlace(school, cell).teachers)]
  const lesson = lessonById(school, cell.lesson)
  if (!lesson) return []
  const pupil = pupilOf(cell)
  if (cell.kind !== 'absenceReason' || pupil === null) return [lesson.teacher]
  const leader = classOfPupil(school, lesson.classes, pupil, lesson.date)?.classTeacher
  return leader === undefined ? [] : [leader]
}

const authorsOf = ({ entries }: ReportedCandidate): PersonId[] => [
  ...new Set(entries.map((one) => one.author)),
]

export const groundFor = (school: School, cell: Cell, candidates: readonly ReportedCandidate[]): Ground => {
  const clause = clauses[cell.kind]
  const answer = answering(school, cell)
  const [sole = null] = answer.length === 1 ? answer : []
  const written = candidates.filter((one) => one.entries.length > 0)
  if (written.some((one) => one.entries.some((each) => each.source === 'ais')))
    return { kind: 'ais', clause, responsible: sole }
  const authors = [...new Set(written.flatMap(authorsOf))]
  const [only] = authors
  if (only !== undefined && authors.length === 1) return { kind: 'sameAuthor', author: only }
  const theirs = candidates.flatMap((one, candidate) =>
    authorsOf(one)
      .filter((author) => answer.includes(author))
      .map((responsible) => ({ responsible, candidate })),
  )
  const [found] = theirs
  return found && theirs.every((one) => one.candidate === found.candidate)
    ? { kind: 'clause', clause, ...found }
    : { kind: 'nobody', clause, responsible: sole }
}
