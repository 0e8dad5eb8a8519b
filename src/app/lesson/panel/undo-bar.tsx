// What was saved last, and the way back. The bar keeps its place and height: for ten seconds it only stands out.
import { useLiveQuery } from 'dexie-react-hooks'
import { Redo2, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Lesson } from '../../../domain/lesson.ts'
import type { Author } from '../../../store/journal.ts'
import { readHistory } from '../../../store/undo.ts'
import { undoKeyOf, useWindowKeys } from '../../../ui/use-window-keys.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import { useWords } from '../said.ts'
import type { Acts } from '../use-lesson.ts'
import styles from './panel.module.css'

const standsOutMs = 10_000

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

interface UndoBarProps {
  lesson: Lesson
  author: Author
  acts: Acts
}

export const UndoBar = ({ lesson, author, acts }: UndoBarProps) => {
  const { acts: done, mayRedo } = useHistory(lesson, author)
  const { text, times } = useWords(acts.said)
  const fresh = useIsFresh(times)
  useUndoKeys(acts)
  return (
    <div className={styles.bar} data-fresh={fresh}>
      <p>{text}</p>
      <button
        type="button"
        className={styles.tool}
        aria-disabled={!done.some((one) => !one.undone)}
        onClick={() => void acts.undo()}
      >
        <Undo2 size={20} aria-hidden="true" />
        <span>Отменить</span>
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label="Вернуть отменённое"
        aria-disabled={!mayRedo}
        onClick={() => void acts.redo()}
      >
        <Redo2 size={20} aria-hidden="true" />
      </button>
    </div>
  )
}
