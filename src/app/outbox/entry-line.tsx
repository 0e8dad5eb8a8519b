// One entry of the queue: what it says and where it is; opened, its number, its hour and what can be done with it.
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { cellKey, lessonOf } from '../../domain/cell.ts'
import { isBacklog } from '../../domain/entry-state.ts'
import type { School } from '../../domain/school.ts'
import { shownState } from '../../domain/transfer/not-carried.ts'
import type { ListedEntry } from '../../store/outbox-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { placeOfCell } from '../messages/entry-place.ts'
import { notCarriedSentence } from '../messages/screens/not-carried.ts'
import { outboxWords } from '../messages/screens/outbox/page.ts'
import { byHandSentence } from '../messages/screens/term-marks.ts'
import { stateWords } from '../messages/states.ts'
import { clockTime, dateAndTime } from '../messages/time.ts'
import { valueText } from '../messages/values.ts'
import styles from './entry-line.module.css'

/** Where the cell can be seen and written anew. */
export const wayTo = ({ entry, state }: ListedEntry): string => {
  if (state === 'conflict') return `/conflicts/${encodeURIComponent(cellKey(entry.cell))}`
  const lesson = lessonOf(entry.cell)
  if (lesson === null) return '/terms'
  return lesson.startsWith('?') ? '/provisional' : `/lesson/${encodeURIComponent(lesson)}`
}

const wayWords = ({ entry, state }: ListedEntry): string => {
  if (state === 'conflict') return outboxWords.resolve
  return lessonOf(entry.cell) === null ? outboxWords.openTermMarks : outboxWords.openLesson
}

interface LineProps {
  listed: ListedEntry
  school: School | null
  /** The lesson stands over the line already. */
  inLesson?: boolean
  children?: ReactNode
}

export const EntryLine = ({ listed, school, inLesson = false, children }: LineProps) => {
  const { entry } = listed
  const shown = shownState(listed)
  const zone = school?.zone ?? 'UTC'
  const place = placeOfCell(school, entry.cell)
  return (
    <li>
      <details className={styles.line}>
        <summary>
          <small>{clockTime(entry.recordedAt, zone)}</small>
          <span>
            {place.pupil ?? place.what}
            <small>
              {[!inLesson && place.lesson, place.pupil && place.what].filter(Boolean).join(' · ')}
            </small>
          </span>
          <b>
            {entry.saw !== null && <s>{valueText(entry.saw)}</s>} {valueText(entry.value)}
          </b>
          <span className={styles.state} data-state={shown}>
            <Glyph name={shown} size={14} /> <small>{stateWords[shown]}</small>
          </span>
        </summary>
        <div className={styles.more}>
          <small>{outboxWords.recorded(entry.seq, dateAndTime(entry.recordedAt, zone))}</small>
          {listed.notCarried && <p>{notCarriedSentence(listed.notCarried, zone)}</p>}
          {entry.cell.kind === 'termMark' && isBacklog(listed.state) && <small>{byHandSentence}</small>}
          {children}
          <Link href={wayTo(listed)}>{wayWords(listed)}</Link>
        </div>
      </details>
    </li>
  )
}
