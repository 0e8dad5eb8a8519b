// The linter of a lesson and of a term.
import { movedLaterFrom } from '../calendar/lesson-change.ts'
import { type Cell, cellKey, lessonOf } from '../cell.ts'
import type { Clause } from '../deadline/deadline.ts'
import { correctedAt } from '../deadline/recorded-time.ts'
import { type Lesson, planItemOf } from '../lesson.ts'
import { documentsIn } from '../pupils/absence.ts'
import { whyClosed } from '../pupils/open-cell.ts'
import { asksReason, isTooEarly } from '../role.ts'
import type { ClassId, School, Term } from '../school.ts'
import { sameValue, type TopicValue } from '../value.ts'
import type { Finding, LintFacts, Recorded } from './finding.ts'
import { isKeptHere } from './kept-here.ts'
import { inOrder, lintObligation, type RecordedCells, valuesOf } from './lint.ts'
import { type Duty, type KnownCells, type Obligation, obligationsOf } from './obligation.ts'
import { termObligations } from './term-obligation.ts'

/** п. 2.7: a topic beside the plan is told, not blocked. */
const lintTopic = (school: School, lesson: Lesson, cells: KnownCells): Finding[] => {
  const topic = cells.get(cellKey({ kind: 'topic', lesson: lesson.id }))?.value as
    | TopicValue
    | null
    | undefined
  const planned = planItemOf(school, lesson)
  if (!topic || planned === null || topic.planItem === planned.no) return []
  return [
    {
      clause: '2.7',
      what: 'topic',
      problem: { kind: 'deviation', planned: planned.no, recorded: topic.planItem },
      ...{ lesson: lesson.id, work: null, person: lesson.teacher, cells: 1, outage: null },
    },
  ]
}

const dutyOf = (cell: Cell): Duty =>
  cell.kind === 'work' || cell.kind === 'mark'
    ? 'marks'
    : cell.kind === 'individualHomework'
      ? 'homework'
      : cell.kind === 'termMark'
        ? 'termMarks'
        : cell.kind

const clauses: Record<Duty, Clause> = {
  attendance: '2.5',
  topic: '2.7',
  homework: '2.8',
  marks: '2.6',
  absenceReason: '2.9',
  termMarks: '2.6',
}

/** Values in cells that the lists have closed meanwhile: kept, and told. */
const lintClosed = (school: School, lesson: Lesson, cells: KnownCells): Finding[] => {
  const closed = new Map<string, Finding>()
  for (const { cell, value } of cells.values()) {
    const why = value === null ? null : whyClosed(school, cell)
    if (why === null) continue
    const what = dutyOf(cell)
    const known = closed.get(`${what} ${why}`)
    closed.set(`${what} ${why}`, {
      clause: clauses[what],
      what,
      problem: { kind: 'closedCell', why },
      ...{
        lesson: lesson.id,
        work: null,
        person: lesson.teacher,
        cells: (known?.cells ?? 0) + 1,
        outage: null,
      },
    })
  }
  return [...closed.values()]
}

/**
 * Values recorded before the lesson begins, where it was moved on: what of them may not be prepared is of its former
 * hour. They are kept, wait with the hub, and are told until somebody records the lesson as it was held.
 */
const lintMoved = (school: School, lesson: Lesson, cells: RecordedCells): Finding[] => {
  const from = movedLaterFrom(school, lesson)
  if (from === null) return []
  const early = new Map<Duty, number>()
  for (const entries of cells.values()) {
    const last = entries.at(-1)
    if (!last || last.value === null) continue
    if (!isTooEarly(lesson.begins, last.cell.kind, correctedAt(last))) continue
    const what = dutyOf(last.cell)
    early.set(what, (early.get(what) ?? 0) + 1)
  }
  const problem = { kind: 'movedLater', from, to: { date: lesson.date, period: lesson.period } } as const
  return [...early].map(([what, count]) => ({
    ...{ clause: clauses[what], what, problem, lesson: lesson.id, work: null },
    ...{ person: lesson.teacher, cells: count, outage: null },
  }))
}

/** п. 4.4: who changes a colleague's value says why; who had not seen it changed nothing. One finding an author. */
const lintChanges = (school: School, lesson: Lesson, cells: RecordedCells): Finding[] => {
  const silent = [...cells.values()].flatMap((entries) =>
    entries.filter((entry, at) => {
      const before = entries[at - 1]
      if (!before || before.value === null || sameValue(before.value, entry.value)) return false
      if (!sameValue(entry.saw, before.value)) return false
      return entry.reason === null && asksReason(school, entry.author, entry.cell, [before.author])
    }),
  )
  return [...new Set(silent.map((one) => one.author))].map((by): Finding => {
    const own = silent.filter((one) => one.author === by)
    return {
      clause: '4.4',
      what: dutyOf(own[0]?.cell ?? { kind: 'topic', lesson: lesson.id }),
      problem: { kind: 'unexplained', by },
      ...{ lesson: lesson.id, work: null, person: by, cells: own.length, outage: null },
    }
  })
}

/** A duty with what the linter found of it; `isDone` while none of its cells is blank. */
export interface LintedDuty {
  duty: Obligation
  isDone: boolean
  found: Finding[]
}

export interface LintedLesson {
  duties: LintedDuty[]
  /** What is wrong with the content, whenever it was recorded. */
  content: Finding[]
}

/** A duty whose time has come, or null before that. */
export const lintDuty = (
  school: School,
  duty: Obligation,
  cells: RecordedCells,
  facts: LintFacts,
): LintedDuty | null => {
  if (facts.now < duty.opensAt) return null
  const isDone = duty.cells.every((cell) => (cells.get(cellKey(cell))?.at(-1)?.value ?? null) !== null)
  return { duty, isDone, found: lintObligation(school, duty, cells, facts) }
}

/** Everything to be said of one lesson at `now`, duty by duty. */
export const lintDuties = (school: School, lesson: Lesson, facts: LintFacts): LintedLesson => {
  const cells = inOrder(facts.recorded.filter((one) => lessonOf(one.cell) === lesson.id))
  const values = valuesOf(cells)
  const isOurs = isKeptHere(school, lesson, cells.size > 0, facts.outages, facts.now)
  const documents = [...documentsIn(facts.recorded), ...(facts.documents ?? [])]
  const asked = isOurs ? obligationsOf(school, lesson, values, documents) : []
  return {
    duties: asked.flatMap((one) => lintDuty(school, one, cells, facts) ?? []),
    content: [
      ...lintTopic(school, lesson, values),
      ...lintClosed(school, lesson, values),
      ...lintMoved(school, lesson, cells),
      ...lintChanges(school, lesson, cells),
    ],
  }
}

/** The same as one list. */
export const lintLesson = (school: School, lesson: Lesson, facts: LintFacts): Finding[] => {
  const { duties, content } = lintDuties(school, lesson, facts)
  return [...duties.flatMap((one) => one.found), ...content]
}

/** Of a lesson that was moved on, for its former day: what stands in it of that day. */
export const lintMovedOn = (school: School, lesson: Lesson, recorded: readonly Recorded[]): Finding[] =>
  lintMoved(school, lesson, inOrder(recorded.filter((one) => lessonOf(one.cell) === lesson.id)))

/** The marks of a term for these classes, or for all. */
export const lintTerm = (
  school: School,
  term: Term,
  classes: readonly ClassId[] | null,
  facts: LintFacts,
): Finding[] => {
  const cells = inOrder(facts.recorded.filter((one) => one.cell.kind === 'termMark'))
  return termObligations(school, term, classes).flatMap((one) => lintObligation(school, one, cells, facts))
}
