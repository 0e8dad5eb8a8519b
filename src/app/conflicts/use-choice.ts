// A choice on its way: chosen and kept here, taken back within ten seconds, then an entry that follows all it was made over.
//
//   open ──choose──▶ chosen ──10 s, or the card is left──▶ recorded, waits here ──▶ sent
//     ▲                │                                      │
//     └────take back───┘◀──after a restart a press records    └──choose anew──▶ chosen
import { useEffect, useRef, useState } from 'react'
import type { School } from '../../domain/school.ts'
import type { CellValue } from '../../domain/value.ts'
import type { CellView } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import type { CellChange } from '../../store/journal.ts'
import { useActs, useAuthor } from '../lesson/use-lesson.ts'
import { placeOfCell } from '../messages/entry-place.ts'
import { conflictWords } from '../messages/screens/conflict-card.ts'
import { valueText } from '../messages/values.ts'
import { heard } from '../runtime/heard.ts'
import { announce } from '../shell/announcer.tsx'
import { useKept } from './kept-draft.ts'

const takeBackMs = 10_000

/** What the person saw when choosing: later values are not settled by it. */
interface Chosen extends Pick<CellChange, 'value' | 'saw' | 'follows'> {
  reason?: string
}

/** The own unsent choice, or every candidate that stands on the card. */
const followsOf = (view: CellView): string[] =>
  view.state === 'queued'
    ? [...view.follows]
    : view.candidates.flatMap((one) => one.entries.map((each) => each.entry))

export const useChoice = (who: SignedIn, school: School, view: CellView) => {
  const acts = useActs(useAuthor(who, school))
  const { kept, keep, drop } = useKept<Chosen>('choice', who.person, view.key)
  const other = useKept<unknown>('other', who.person, view.key)
  const [armedUntil, setArmedUntil] = useState<number | null>(null)
  const place = placeOfCell(school, view.cell)
  const follows = followsOf(view)
  // A value that came in after the choice was made was not before the person's eyes.
  const stale = Boolean(kept) && kept?.follows.join() !== follows.join()
  const chosen = kept && !stale ? kept : null

  /** The entry of this choice, from when it is on its way; true once it is recorded. */
  const recording = useRef<Promise<boolean> | null>(null)
  const recordChosen = async (made: Chosen): Promise<boolean> => {
    const said = conflictWords.kept(place.pupil ?? place.what, valueText(made.value))
    const saved = await acts.act([{ cell: view.cell, ...made }], said)
    if (saved) await Promise.allSettled([drop(), other.drop()])
    return saved
  }
  const record = async (): Promise<void> => {
    setArmedUntil(null)
    if (!chosen || recording.current) return
    recording.current = recordChosen(chosen)
    if (!(await recording.current)) recording.current = null
  }
  const choose = async (value: CellValue | null, reason: string): Promise<void> => {
    const why = reason.trim()
    recording.current = null
    await keep({ value, saw: view.value, follows, ...(why === '' ? {} : { reason: why }) })
    setArmedUntil(Date.now() + takeBackMs)
    announce(conflictWords.announced(valueText(value)))
  }
  const takeBack = async (): Promise<void> => {
    setArmedUntil(null)
    // What is recorded, though the screen has not drawn it yet, stands and must not be called undone.
    if (await recording.current) return announce(conflictWords.alreadyRecorded)
    await drop()
    announce(conflictWords.undone)
  }

  const latest = useRef({ record, armed: false })
  latest.current = { record, armed: armedUntil !== null }
  useEffect(() => {
    if (armedUntil === null) return
    const timer = setTimeout(() => heard(latest.current.record()), armedUntil - Date.now())
    return () => clearTimeout(timer)
  }, [armedUntil])
  useEffect(
    () => () => {
      if (latest.current.armed) heard(latest.current.record())
    },
    [],
  )

  return {
    ready: kept !== undefined,
    chosen,
    /** Another value has come in since the choice was made. */
    overtaken: stale,
    /** Until when it is taken back by a press; null for a choice from before a restart. */
    armedUntil,
    /** Recorded here, not sent yet. */
    waits: view.state === 'queued',
    trouble: acts.trouble,
    ...{ choose, record, takeBack },
  }
}

export type Choosing = ReturnType<typeof useChoice>
