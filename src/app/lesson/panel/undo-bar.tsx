// What was saved last, and the way back. The bar keeps its place and height: for ten seconds it only stands out.
import { useLiveQuery } from 'dexie-react-hooks'
import { Redo2, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Lesson } from '../../../domain/lesson.ts'
import type { Author } from '../../../store/journal.ts'
import { readHistory } from '../../../store/undo.ts'
import { undoKeyOf, useWindowKeys } from '../../../ui/use-window-keys.ts'
import { lessonWords } from '../../messages/lesson/panel.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import { useWords } from '../said.ts'
import type { Acts } from '../use-lesson.ts'
import styles from './panel.module.css'

const standsOutMs = 10_000

const signs = {
  undo: <Undo2 size={20} aria-hidden="true" />,
  redo: <Redo2 size={20} aria-hidden="true" />,
}

export const useHistory = (lesson: Lesson, { log }: Author) => {
  const { db } = useRuntime()
  const { device, person } = log
  return useLiveQuery(() => readHistory(db, { device, person }, lesson.id), [db, lesson.id, device, person], {
    acts: [],
    mayRedo: false,
  })
}

/** Acts of this lesson are taken back by keys too. */
const useUndoKeys = (acts: Acts): void =>
  useWindowKeys((event) => {
    const way = undoKeyOf(event)
    if (!way) return
    event.preventDefault()
    void acts[way]()
  })

const useIsFresh = (savedTimes: number): boolean => {
  const [seen, setSeen] = useState(0)
  useEffect(() => {
    if (savedTimes === 0) return
    const timer = setTimeout(() => setSeen(savedTimes), standsOutMs)
    return () => clearTimeout(timer)
  }, [savedTimes])
  return savedTimes > seen
}

interface ActsBarProps {
  acts: Pick<Acts, 'said' | 'undo' | 'redo'>
  /** Known where it costs nothing to know; elsewhere the act itself says that there is nothing. */
  may?: { undo: boolean; redo: boolean }
  /** Why the last key wrote nothing. */
  refused?: string | null
}

export const ActsBar = ({ acts, may, refused = null }: ActsBarProps) => {
  const { text, times } = useWords(acts.said)
  const fresh = useIsFresh(times)
  return (
    <div className={styles.bar} data-fresh={fresh} data-refused={refused !== null}>
      <p>{refused ?? text}</p>
      <button
        type="button"
        className={styles.tool}
        aria-disabled={may?.undo === false}
        onClick={() => void acts.undo()}
      >
        {signs.undo}
        <span>{lessonWords.undo}</span>
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={lessonWords.redo}
        aria-disabled={may?.redo === false}
        onClick={() => void acts.redo()}
      >
        {signs.redo}
      </button>
    </div>
  )
}

interface UndoBarProps {
  lesson: Lesson
  author: Author
  acts: Acts
}

export const UndoBar = ({ lesson, author, acts }: UndoBarProps) => {
  const { acts: done, mayRedo } = useHistory(lesson, author)
  useUndoKeys(acts)
  return <ActsBar {...{ acts }} may={{ undo: done.some((one) => !one.undone), redo: mayRedo }} />
}
