// Offers a new build, everywhere but over a lesson: nothing there may cover or move what a finger is on its way to.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { cellTables, readConflicts } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import { type HalfDone, readHalfDone } from '../../store/draft.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { appWords } from '../messages/screens/pwa.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useLog, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { useTables } from '../runtime/use-tables.ts'
import { useAnnounced } from '../shell/announcer.tsx'
import { type NoPlace, placeOf } from './half-done-place.ts'
import { takeUpdate } from './register-worker.ts'

const whyNot = ({ kind, text }: HalfDone, none: NoPlace): string => {
  if (none === 'conflict') return appWords.noPlace.conflict
  if (none === 'right' && kind.startsWith('conflict-')) return appWords.noPlace.choice
  return appWords.noPlace[none](text)
}

const usePlaces = (who: SignedIn) => {
  const { db } = useRuntime()
  const school = useSchool()
  const log = useLog(who.person)
  const found = useTables(
    async () => ({ halfDone: await readHalfDone(db, who.person), open: await readConflicts(db, log) }),
    ['draft', ...cellTables],
    [who.person],
  )
  if (!found || school === undefined) return null
  const { halfDone, open } = found
  // Without the school's lists nothing can be opened here, and nothing is said of what would stand in the way.
  if (school === null) return []
  return halfDone.map((one) => ({ one, place: placeOf(one, { school, person: who.person, open }) }))
}

const Prompt = ({ who }: { who: SignedIn }) => {
  const [, go] = useLocation()
  const [refused, setRefused] = useState(false)
  const places = usePlaces(who)
  useAnnounced(refused ? appWords.updateRefused : null)
  if (!places) return null
  const path = places.flatMap(({ place }) => ('path' in place ? [place.path] : []))[0]
  const lost = places.flatMap(({ one, place }) => ('none' in place ? [whyNot(one, place.none)] : []))
  const update = (): void => {
    setRefused(false)
    void takeUpdate().catch(() => setRefused(true))
  }
  return (
    <Panel
      tone="accent"
      title={appWords.updateReady}
      actions={
        path === undefined ? (
          <Button onClick={update}>{appWords.updateNow}</Button>
        ) : (
          <Button onClick={() => go(path)}>{appWords.openHalfDone}</Button>
        )
      }
    >
      {refused && <p>{appWords.updateRefused}</p>}
      <p>{path === undefined ? appWords.updateIsSafe : appWords.updateMustWait}</p>
      {[...new Set(lost)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {path === undefined && lost.length > 0 && <p>{appWords.updateKeepsHalfDone}</p>}
    </Panel>
  )
}

/** Nothing is read for it while no build waits: it stands around every key of a lesson. */
export const UpdatePrompt = ({ who }: { who: SignedIn }) => {
  const ready = useSyncState((state) => state.updateReady)
  const [at] = useLocation()
  return ready && !at.startsWith('/lesson/') ? <Prompt who={who} /> : null
}
