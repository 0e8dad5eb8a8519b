// One run: carries one person's entries, lesson by lesson, inside the session that person opened for it.
//
//   read page ─▶ report what people wrote there ─▶ intend (durable) ─▶ write ─▶ «внесено» ─▶ read back ─▶ «в АИС СРО»
//        ▲                                             │ crash or no answer: the intent stays open
//        └──────────── next run reads back first ◀─────┘
import type { AisFailure, AisSession, AisTarget } from '../../connectors/ais-target.ts'
import type { LessonId } from '../../domain/cell.ts'
import type { PersonId } from '../../domain/school.ts'
import type { CurrentSchool } from '../database/current-school.ts'
import type { Database } from '../database/tables.ts'
import { markTransferred, resolveIntents, unfinishedLessons } from './intents.ts'
import { intend, reportForeign } from './lesson-steps.ts'
import { noteLocked, noteUnlocked } from './locked-lessons.ts'
import { recheck, recheckLessons } from './recheck.ts'
import type { StepPorts } from './step.ts'
import type { Turns } from './turns.ts'

export interface RunSums {
  written: number
  verified: number
  conflicts: number
  stopped: AisFailure['kind'] | null
}

export interface RunPorts extends StepPorts {
  /** Shared by all runs: from reading a lesson's page to reading it back nobody else is at that lesson. */
  inTurn: Turns
}

/** Lessons with something of this person's that waits for АИС, oldest first. */
const waitingLessons = async (db: Database, person: PersonId): Promise<LessonId[]> => {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('cell', 'cell.key', 'entry.cell_key')
    .select('cell.lesson')
    .distinct()
    .where('entry.person', '=', person)
    .where('entry.state', '=', 'accepted')
    .where('cell.lesson', 'is not', null)
    .execute()
  const dateOf = (lesson: LessonId) => lesson.slice(lesson.lastIndexOf('@') + 1)
  return rows.map((row) => row.lesson ?? '').sort((a, b) => (dateOf(a) + a < dateOf(b) + b ? -1 : 1))
}

export const createRun = (
  ports: RunPorts,
  target: AisTarget,
  school: CurrentSchool,
  session: AisSession,
  sums: RunSums,
) => {
  const { person } = session

  /** Reads back what an earlier write left open. */
  const readBack = async (lesson: LessonId): Promise<AisFailure | null> => {
    const page = await target.readLesson(session, lesson)
    if (!page.ok) return page.failure
    const { verified, notWritten } = await resolveIntents(ports, school, page.value)
    sums.verified += verified
    // Somebody wrote there between our reading and our writing: that is said at once.
    if (notWritten > 0) sums.conflicts += await reportForeign(ports, school, person, page.value)
    return null
  }

  const carry = async (lesson: LessonId): Promise<AisFailure | null> => {
    const page = await target.readLesson(session, lesson)
    if (!page.ok) return page.failure
    // A colleague's run may have left something open here: it ends with this reading, in whoever's session that is.
    await resolveIntents(ports, school, page.value)
    sums.conflicts += await reportForeign(ports, school, person, page.value)
    sums.conflicts += await recheck(ports, school, person, page.value)
    const { writes, alreadyThere } = await intend(ports, school, person, page.value)
    sums.verified += alreadyThere
    const count = Object.keys(writes).length
    if (count === 0) return null
    const applied = await target.apply(session, lesson, writes)
    // A refusal is an answer: read back at once, or what was about to be written is «переносится» until a next run.
    if (!applied.ok && applied.failure.kind === 'locked') return (await readBack(lesson)) ?? applied.failure
    if (!applied.ok) return applied.failure
    await markTransferred(ports, school, person, lesson)
    await noteUnlocked(ports.db, lesson, ports.now())
    sums.written += count
    return readBack(lesson)
  }

  /** Looks whether what was verified still stands. */
  const lookAgain = async (lesson: LessonId): Promise<AisFailure | null> => {
    const page = await target.readLesson(session, lesson)
    if (!page.ok) return page.failure
    await resolveIntents(ports, school, page.value)
    sums.conflicts += await recheck(ports, school, person, page.value)
    return null
  }

  /** A page that АИС refuses is passed by; without a session or an answer the run ends. */
  const goesOn = async (lesson: LessonId, failure: AisFailure | null): Promise<boolean> => {
    if (failure === null) return true
    sums.stopped = failure.kind
    if (failure.kind !== 'locked') return false
    await noteLocked(ports.db, lesson, ports.now())
    return true
  }

  /** False when the run ends. */
  const at = (lesson: LessonId, work: (at: LessonId) => Promise<AisFailure | null>): Promise<boolean> =>
    ports.inTurn(lesson, async () => goesOn(lesson, await work(lesson)))

  return async (): Promise<void> => {
    for (const lesson of await unfinishedLessons(ports.db, person)) {
      if (!(await at(lesson, readBack))) return
    }
    const waiting = await waitingLessons(ports.db, person)
    for (const lesson of waiting) {
      if (!(await at(lesson, carry))) return
    }
    for (const lesson of await recheckLessons(ports.db, school, person, ports.now())) {
      if (!waiting.includes(lesson) && !(await at(lesson, lookAgain))) return
    }
  }
}
