// One lesson on the screen: its cells from IndexedDB, and the acts that change them.
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Entry, Role } from '../../domain/entry.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { readLessonCells } from '../../store/cell-view.ts'
import type { ActId } from '../../store/database.ts'
import type { SignedIn } from '../../store/device.ts'
import type { Author, CellChange } from '../../store/journal.ts'
import { cellsWithSending } from '../../store/reading/sending.ts'
import { saveFailure } from '../../store/save-failure.ts'
import { redoLast, type UndoOutcome, undoLast } from '../../store/undo.ts'
import { entries } from '../messages/counts.ts'
import { lessonWords } from '../messages/lesson/panel.ts'
import { nothingSentence, overtakenSentence, refusedSentence } from '../messages/lesson/undo.ts'
import { saveFailureSentences } from '../messages/problems.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'
import { alarm, announce } from '../shell/announcer.tsx'
import type { Question } from './ask/ask-first.ts'
import { askAll } from './ask/asking.ts'
import type { CellViews } from './lesson-cells.ts'
import type { ListedPupil } from './pupil-names.ts'
import { useSaid } from './said.ts'
import { createTurn, turnOf } from './turn.ts'

/** Writes acts in this person's name; the role is the one the cell lets them act in, or `otherwise`. */
export const useAuthor = (who: SignedIn, school: School, otherwise: Role = 'subjectTeacher'): Author => {
  const log = useLog(who.person)
  const { clock } = useRuntime()
  return {
    log,
    // Asked as the entry is recorded: a screen may stand open while the clock is set.
    get clock() {
      return clock.reading()
    },
    refVersion: school.version,
    roleIn: (cell) => {
      const permission = mayWrite(school, who.person, cell)
      return permission.ok ? permission.role : otherwise
    },
  }
}

/** The lesson whose acts are undone, and what is to be asked before one. Without it acts are only recorded. */
interface LessonActs {
  lesson: Lesson
  pupils: readonly ListedPupil[]
  questionsOf(changes: readonly CellChange[]): readonly Question[]
  /** Brings what was committed to a screen that does not watch all of IndexedDB. */
  show?(entries: readonly Entry[]): void
}

export interface Act {
  changes: readonly CellChange[]
  said: string
}

/** Saves acts and says so only after the commit. `said` names the thing: «Волков Егор: Н». */
export const useActs = (author: Author, within?: LessonActs) => {
  const { db, journal } = useRuntime()
  const said = useSaid()
  /** Acts that cannot be taken back, of which the person knows that. */
  const [told] = useState(() => new Set<ActId>())
  const [own] = useState(createTurn)
  const turn = within ? turnOf(db, author.log.person, within.lesson.id) : own
  const asked = useStore(turn.told, (state) => state.asked)
  const trouble = useStore(turn.told, (state) => state.trouble)
  const failed = (sentence: string): void => {
    turn.told.setState({ trouble: sentence })
    alarm(sentence)
  }
  const succeeded = (what: string): void => {
    turn.told.setState({ trouble: null })
    said.setState(({ times }) => ({ text: lessonWords.savedHere(what), times: times + 1 }))
    announce(lessonWords.saidSaved(what))
  }
  /** False when nothing was recorded: the tablet could not, or the person answered «no». */
  const recordAct = async (changes: readonly CellChange[], said: string): Promise<boolean> => {
    if (changes.length === 0) return true
    const questions = within?.questionsOf(changes) ?? []
    const answered =
      questions.length > 0
        ? await askAll(questions, changes, (asked) => turn.told.setState({ asked }))
        : changes
    if (answered === null) return false
    const outcome = await journal.record(author, answered)
    if (outcome.kind === 'notSaved') {
      failed(`${said}. ${saveFailureSentences[outcome.why]}`)
      return false
    }
    succeeded(said)
    within?.show?.(outcome.entries)
    return true
  }
  /**
   * For an act that may have nothing to write: decided on the cells as every tap before it has left them. The screen may
   * not have been drawn since the last one.
   */
  const actOnFresh = (lesson: Lesson, make: (views: CellViews) => Act): Promise<boolean> =>
    turn.take(async () => {
      const fresh = await readLessonCells(db, lesson.id, author.log).catch(saveFailure)
      if ('kind' in fresh) {
        failed(saveFailureSentences[fresh.why])
        return false
      }
      const { changes, said } = make(fresh)
      return recordAct(changes, said)
    })
  const follow = (outcome: UndoOutcome, word: string): void => {
    if (outcome.kind === 'notSaved') failed(saveFailureSentences[outcome.why])
    else if (outcome.kind === 'overtaken' || outcome.kind === 'refused') {
      told.add(outcome.act)
      const pupils = within?.pupils ?? []
      failed(
        outcome.kind === 'refused' ? refusedSentence(outcome, pupils) : overtakenSentence(outcome, pupils),
      )
    } else if (outcome.kind === 'nothing') {
      said.setState({ text: nothingSentence })
      announce(nothingSentence)
    } else if (outcome.kind === 'saved') succeeded(`${word}: ${entries(outcome.entries.length)}`)
  }
  const undoAct = async (): Promise<void> => {
    const lesson = within ? { lesson: within.lesson.id } : {}
    follow(await undoLast(db, journal, author, { ...lesson, told }).catch(saveFailure), lessonWords.undone)
  }
  const redoAct = async (): Promise<void> => {
    if (within)
      follow(await redoLast(db, journal, author, within.lesson.id).catch(saveFailure), lessonWords.redone)
  }
  return {
    /** Each in its turn, in the order in which they were asked for. */
    act: (changes: readonly CellChange[], said: string): Promise<boolean> =>
      turn.take(() => recordAct(changes, said)),
    actOnFresh,
    undo: (): Promise<void> => turn.take(undoAct),
    redo: (): Promise<void> => turn.take(redoAct),
    /** For whoever has taken the turn already. */
    inTurn: { act: recordAct, undo: undoAct, redo: redoAct },
    ...{ turn, trouble, said, asked },
    log: author.log,
    /** Says what was not recorded and why, as after a failed act. */
    refuse: failed,
    understood: (): void => turn.told.setState({ trouble: null }),
  }
}

export type Acts = ReturnType<typeof useActs>

/** Undefined until the cells have been read. */
export const useCells = (lesson: Lesson, author: Author): CellViews | undefined => {
  const { db } = useRuntime()
  const { device, person } = author.log
  const log = useMemo(() => ({ device, person }), [device, person])
  const cells = useLiveQuery(() => readLessonCells(db, lesson.id, log), [db, lesson.id, log])
  const batch = useSyncState((state) => state.status.batch)
  return useMemo(() => cells && cellsWithSending(cells, batch), [cells, batch])
}
