// One lesson on the screen: its cells from IndexedDB, and the acts that change them.
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import type { Lesson } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { readLessonCells } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import type { Author, CellChange } from '../../store/journal.ts'
import { undoLast } from '../../store/undo.ts'
import { saveFailureSentences } from '../messages/problems.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'
import { alarm, announce } from '../shell/announcer.tsx'
import type { CellViews } from './lesson-cells.ts'

/** Writes acts in this person's name; the role is the one the cell lets them act in. */
export const useAuthor = (who: SignedIn, school: School): Author => {
  const log = useLog(who.person)
  const clock = useSyncState((state) => state.status.clock)
  return {
    log,
    clock,
    refVersion: school.version,
    roleIn: (cell) => {
      const permission = mayWrite(school, who.person, cell)
      return permission.ok ? permission.role : 'subjectTeacher'
    },
  }
}

/** Saves acts and says so only after the commit. `said` names the thing: «Волков Егор: Н». */
export const useActs = (author: Author) => {
  const { db, journal } = useRuntime()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const failed = (sentence: string): void => {
    setTrouble(sentence)
    alarm(sentence)
  }
  const act = async (changes: readonly CellChange[], said: string): Promise<boolean> => {
    if (changes.length === 0) return true
    const outcome = await journal.record(author, changes)
    if (outcome.kind === 'notSaved') {
      failed(`${said}. ${saveFailureSentences[outcome.why]}`)
      return false
    }
    setTrouble(null)
    setSaved(`сохранено на планшете: ${said}`)
    announce(`${said}, сохранено на планшете`)
    return true
  }
  const undo = async (): Promise<void> => {
    const outcome = await undoLast(db, journal, author)
    if (outcome.kind === 'notSaved') failed(`Отмена. ${saveFailureSentences[outcome.why]}`)
    else if (outcome.kind === 'overtaken') {
      failed('Отменить нельзя: в этой клетке уже другое значение. Оно цело. Исправьте клетку, если нужно.')
    } else if (outcome.kind === 'saved') {
      setTrouble(null)
      setSaved('последнее действие отменено')
      announce('Последнее действие отменено, сохранено на планшете')
    }
  }
  return { act, undo, trouble, saved }
}

export type Acts = ReturnType<typeof useActs>

/** Undefined until the cells have been read. */
export const useCells = (lesson: Lesson, author: Author): CellViews | undefined => {
  const { db } = useRuntime()
  const { device, person } = author.log
  const log = useMemo(() => ({ device, person }), [device, person])
  return useLiveQuery(() => readLessonCells(db, lesson.id, log), [db, lesson.id, log])
}
