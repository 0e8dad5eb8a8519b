// The open disagreements, each with what stands against what.
import { Link } from 'wouter'
import type { ReportedCandidate } from '../../domain/cell-report.ts'
import type { School } from '../../domain/school.ts'
import type { CellView } from '../../store/cell-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { placeOfCell, staffName } from '../messages/entry-place.ts'
import { conflictListWords, isFromAis } from '../messages/screens/conflicts.ts'
import { valueText } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import styles from './list.module.css'

interface ListProps {
  open: readonly CellView[]
  school: School
  person: string
  shown: string
}

const sideOf = (
  school: School,
  { person, device }: { person: string; device: string },
  candidate: ReportedCandidate,
): string => {
  const text = valueText(candidate.value)
  const [first] = candidate.entries
  if (!first) return conflictListWords.was(text)
  if (isFromAis(candidate)) return conflictListWords.inAis(text)
  if (first.author !== person) return `${staffName(school, first.author)}: ${text}`
  return first.device === device ? conflictListWords.yours(text) : conflictListWords.otherTablet(text)
}

export const ConflictList = ({ open, school, person, shown }: ListProps) => {
  const { device } = useRuntime()
  return (
    <nav className={styles.list} aria-label={conflictListWords.label}>
      <h1>{conflictListWords.title(open.length)}</h1>
      {open.map((view) => {
        const place = placeOfCell(school, view.cell)
        const waits = view.state === 'queued'
        return (
          <Link
            key={view.key}
            href={`/conflicts/${encodeURIComponent(view.key)}`}
            className={styles.item}
            aria-current={view.key === shown}
          >
            <Glyph
              name={waits ? 'queued' : view.candidates.some(isFromAis) ? 'aisOther' : 'conflict'}
              size={18}
            />
            <span>
              <b>{place.pupil ?? place.what}</b>
              <small>
                {place.lesson} · {place.what}
              </small>
              <small>
                {waits
                  ? conflictListWords.chosenHere(valueText(view.value))
                  : view.candidates.map((one) => sideOf(school, { person, device }, one)).join(', ')}
              </small>
            </span>
          </Link>
        )
      })}
      <p>{conflictListWords.othersGoOn}</p>
    </nav>
  )
}
