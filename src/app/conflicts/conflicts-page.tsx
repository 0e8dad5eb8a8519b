// «Расхождения»: the list of open disagreements, and the chosen one beside it.
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { School } from '../../domain/school.ts'
import { type CellView, readConflicts } from '../../store/cell-view.ts'
import type { UnreadRow } from '../../store/database.ts'
import type { SignedIn } from '../../store/device.ts'
import { readUnread } from '../../store/pulled.ts'
import { EmptyState } from '../../ui/panel.tsx'
import { conflictListWords } from '../messages/screens/conflicts.ts'
import { deadline } from '../messages/time.ts'
import { heard } from '../runtime/heard.ts'
import { useLog, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { useCameFrom } from './came-from.ts'
import { ConflictCard } from './conflict-card.tsx'
import { ConflictList } from './conflict-list.tsx'
import styles from './conflicts.module.css'
import { dropSettled } from './kept-draft.ts'
import { SettledCard } from './settled-card.tsx'
import { UnreadConflicts } from './unread-conflicts.tsx'

interface OpenProps {
  who: SignedIn
  school: School
  open: readonly [CellView, ...CellView[]]
  chosen: string | null
  unknown: readonly UnreadRow[]
}

/** The transfer's term is the term of the decision too: nothing of the cell goes to АИС before it. */
const useTerm = (school: School): string | null => {
  const { db } = useRuntime()
  const outages = useLiveQuery(() => db.outage.orderBy('no').reverse().toArray(), [db], [])
  const due = outages.find((one) => one.due !== null)?.due
  return due ? conflictListWords.resolveBy(deadline(due, school.zone)) : null
}

const pathOf = (view: CellView): string => `/conflicts/${encodeURIComponent(view.key)}`

/** Without a chosen one the first is taken, and keeps its place: no other comes under the finger when it is settled. */
const useShownKey = (chosen: string | null, first: string): string => {
  const [taken, setTaken] = useState({ chosen, first })
  const left = chosen === null && taken.chosen !== null
  if (chosen !== taken.chosen) setTaken({ chosen, first: left ? first : taken.first })
  return chosen ?? (left ? first : taken.first)
}

const Open = ({ who, school, open, chosen, unknown }: OpenProps) => {
  const [, go] = useLocation()
  const back = useCameFrom()
  const term = useTerm(school)
  const key = useShownKey(chosen, open[0].key)
  const shown = open.find((view) => view.key === key)
  return (
    <div className={styles.page} data-chosen={chosen !== null || open.length === 1}>
      <ConflictList {...{ open, school }} person={who.person} shown={key} />
      <div>
        {open.length > 1 && (
          <Link href="/conflicts" className={styles.back}>
            {conflictListWords.all(open.length)}
          </Link>
        )}
        {shown ? (
          <ConflictCard key={key} {...{ who, school, term }} view={shown} onLater={() => go(back)} />
        ) : (
          <SettledCard
            key={key}
            {...{ school }}
            person={who.person}
            cellKey={key}
            next={open[0]}
            nextPath={pathOf(open[0])}
          />
        )}
        <UnreadConflicts list={unknown} {...{ school }} person={who.person} />
      </div>
    </div>
  )
}

export const ConflictsPage = ({ who, chosen }: { who: SignedIn; chosen: string | null }) => {
  const { db } = useRuntime()
  const log = useLog(who.person)
  const school = useSchool()
  const open = useLiveQuery(() => readConflicts(db, log), [db, log.person])
  const unread = useLiveQuery(() => readUnread(db), [db])
  const keys = open?.map((view) => view.key).join()
  useEffect(() => {
    if (keys !== undefined) heard(dropSettled(db, who.person))
  }, [db, who.person, keys])
  if (!open || !unread || school === undefined) return null
  const [first, ...more] = open
  const unknown = unread.filter((part) => part.conflict)
  if (!first && unknown.length > 0)
    return <UnreadConflicts list={unknown} {...{ school }} person={who.person} />
  if (school === null || !first) {
    return (
      <EmptyState page title={conflictListWords.noneTitle}>
        {conflictListWords.none}
      </EmptyState>
    )
  }
  return <Open {...{ who, school, chosen, unknown }} open={[first, ...more]} />
}
