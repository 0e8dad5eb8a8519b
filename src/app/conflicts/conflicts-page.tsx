// «Расхождения»: the list of open disagreements, and the chosen one beside it.
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { readConflicts } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import { readUnread } from '../../store/pulled.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { EmptyState } from '../../ui/panel.tsx'
import { placeOfCell } from '../messages/entry-place.ts'
import { valueText } from '../messages/values.ts'
import { useLog, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { ConflictCard } from './conflict-card.tsx'
import styles from './conflicts.module.css'
import { UnreadConflicts } from './unread-conflicts.tsx'

export const ConflictsPage = ({ who, chosen }: { who: SignedIn; chosen: string | null }) => {
  const { db } = useRuntime()
  const log = useLog(who.person)
  const school = useSchool()
  const open = useLiveQuery(() => readConflicts(db, log), [db, log.person])
  const unread = useLiveQuery(() => readUnread(db), [db])
  if (!open || !unread || school === undefined) return null
  const [first] = open
  const unknown = unread.filter((part) => part.conflict).map((part) => part.key)
  if (!first && unknown.length > 0) return <UnreadConflicts keys={unknown} />
  if (school === null || !first) {
    return (
      <EmptyState page title="Расхождений нет">
        Здесь появятся клетки, в которых ваше значение встретилось с другим: коллеги, второго планшета или АИС
        СРО.
      </EmptyState>
    )
  }
  const shown = open.find((view) => view.key === chosen) ?? first
  return (
    <div className={styles.page}>
      <nav className={styles.list} aria-label="Открытые расхождения">
        <h1>Расхождения: {open.length}</h1>
        {open.map((view) => {
          const place = placeOfCell(school, view.cell)
          return (
            <Link
              key={view.key}
              href={`/conflicts/${encodeURIComponent(view.key)}`}
              className={styles.item}
              aria-current={view.key === shown.key}
            >
              <Glyph name={view.state === 'queued' ? 'queued' : 'conflict'} size={18} />
              <span>
                <b>{place.pupil ?? place.what}</b>
                <small>{place.lesson}</small>
                <small>{view.candidates.map((one) => valueText(one.value)).join(' | ')}</small>
              </span>
            </Link>
          )
        })}
        <p>Остальные записи переносятся и этих решений не ждут.</p>
      </nav>
      <div>
        <ConflictCard key={shown.key} {...{ who, school }} view={shown} />
        <UnreadConflicts keys={unknown} />
      </div>
    </div>
  )
}
