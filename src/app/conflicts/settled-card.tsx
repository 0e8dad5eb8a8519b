// In the place of a disagreement that is open no more: what stands in the cell by now, and the way to the next one.
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { School } from '../../domain/school.ts'
import { type CellView, readCells } from '../../store/cell-view.ts'
import { placeOfCell } from '../messages/entry-place.ts'
import { settledWords } from '../messages/screens/conflict-card.ts'
import { valueText } from '../messages/values.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'
import styles from './conflicts.module.css'

interface SettledProps {
  school: School
  person: string
  /** Of the cell that was chosen. */
  cellKey: string
  next: CellView
  nextPath: string
}

export const SettledCard = ({ school, person, cellKey, next, nextPath }: SettledProps) => {
  const { db } = useRuntime()
  const log = useLog(person)
  const view = useLiveQuery(
    async () => (await readCells(db, [cellKey], log)).get(cellKey) ?? null,
    [db, cellKey, log.person],
  )
  const heading = useRef<HTMLHeadingElement>(null)
  const isRead = view !== undefined
  useEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true })
  }, [isRead])
  if (!isRead) return null
  const nameOf = (one: CellView): string => {
    const { pupil, what } = placeOfCell(school, one.cell)
    return [pupil, what].filter(Boolean).join(', ')
  }
  const title = view?.state === 'conflict' ? settledWords.onTheWay : settledWords.title
  const words = (): string => {
    if (view === null) return settledWords.unknown
    return view.state === 'conflict'
      ? settledWords.wait(nameOf(view))
      : settledWords.stands(nameOf(view), valueText(view.value))
  }
  return (
    <section className={styles.card} aria-label={title}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
      </header>
      <p>{words()}</p>
      <Link href={nextPath} className={styles.next}>
        {settledWords.next(nameOf(next))}
      </Link>
    </section>
  )
}
