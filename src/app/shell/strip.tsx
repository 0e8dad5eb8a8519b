// The strip above every screen: who works, the school's time, the lamps, and what is unsent with its age, or what keeps it
// from being written or sent.
import { Link, useLocation } from 'wouter'
import { settingsOf } from '../../domain/settings.ts'
import { dateAt } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { ageAlarm } from '../../sync/age-alarm.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { frameWords } from '../messages/screens/shell/frame.ts'
import { clockTime, shortDate, span } from '../messages/time.ts'
import { useMemoryState } from '../runtime/memory-state.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'
import { Lamps } from './lamps.tsx'
import styles from './strip.module.css'
import { NotSaved } from './trouble/not-saved.tsx'
import { SignInAgain } from './trouble/sign-in-again.tsx'
import { StorageStopped } from './trouble/storage-stopped.tsx'
import { useCount } from './use-unsent.ts'

const Badge = ({ who, oldMs }: { who: SignedIn; oldMs: number }) => {
  const unsent = useCount('unsent')
  const oldestUnsentAt = useCount('oldestUnsentAt')
  const counted = useCount('counted')
  const status = useSyncState((state) => state.status)
  useNow()
  const ageMs = oldestUnsentAt === null ? 0 : Date.now() - Date.parse(oldestUnsentAt)
  const alarm = ageAlarm(status, unsent, ageMs, oldMs)
  // Whoever only reads the board records nothing and needs no word about it.
  if (!counted || (who.board && unsent === 0)) return null
  return (
    <Link href="/outbox" className={styles.badge} data-alarm={alarm}>
      <Glyph name={unsent === 0 ? 'accepted' : status.sending ? 'sending' : 'queued'} size={18} />
      <span>
        <b>{unsent === 0 ? frameWords.allSent : frameWords.unsent(unsent)}</b>
        <small>
          {unsent === 0
            ? frameWords.allOnHub
            : alarm === 'stuck'
              ? frameWords.stuck(span(ageMs))
              : frameWords.oldest(span(ageMs))}
        </small>
      </span>
    </Link>
  )
}

/** What stands in the way of all entries comes before how many there are. */
const Standing = ({ who, oldMs }: { who: SignedIn; oldMs: number }) => {
  const stopped = useMemoryState((state) => state.stopped)
  const unsaved = useMemoryState((state) => state.unsaved)
  const signInNeeded = useSyncState((state) => state.status.signInNeeded)
  const [at] = useLocation()
  if (stopped) return <StorageStopped {...{ who, stopped, unsaved }} />
  if (unsaved) return <NotSaved unsaved={unsaved} />
  if (signInNeeded && at !== '/sign-in') return <SignInAgain />
  return <Badge {...{ who, oldMs }} />
}

export const Strip = ({ who }: { who: SignedIn }) => {
  const school = useSchool()
  const now = useNow()
  const zone = school?.zone ?? 'UTC'
  return (
    <div className={styles.strip}>
      <div className={styles.who}>
        <b>{frameWords.title}</b>
        <small>
          {who.name}
          {school && ` · ${shortDate(dateAt(now, zone))} · ${clockTime(now, zone)}`}
        </small>
      </div>
      <div className={styles.lamps}>
        <Lamps />
      </div>
      <Standing who={who} oldMs={settingsOf(school ?? {}).unsentMinutes * 60_000} />
      <HelpButton />
    </div>
  )
}
