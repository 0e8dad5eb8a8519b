// How much of this person's work has not reached the hub, how old the oldest of it is, and how much is on its way
// further. Told once for all who show it, when a burst of taps begins and when it is over.
import { useEffect } from 'react'
import { create } from 'zustand'
import { countOnTheWay, type OutboxSummary, summary } from '../../store/outbox-view.ts'
import { createCalm } from '../../store/reading/calm.ts'
import { createUnsentCount } from '../../store/reading/unsent-count.ts'
import { watchTables } from '../../store/watch-tables.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'

interface Counted extends OutboxSummary {
  /** On the hub, and not yet known to be in АИС СРО. */
  onTheWay: number
  /** False until what is unsent has been counted once: nobody may be told before that all is sent. */
  counted: boolean
}

const nothing: Counted = { unsent: 0, oldestUnsentAt: null, onTheWay: 0, counted: false }
const useCounted = create<Counted>(() => nothing)

/** Keeps the counts while somebody is signed in; the shell asks for it once. */
export const useCounting = (person: string): void => {
  const { db } = useRuntime()
  const { device } = useLog(person)
  useEffect(() => {
    const log = { device, person }
    // A storage that fails is told by the gate of the writes; the last numbers stay.
    const keep = (counting: Promise<Partial<Counted>>): void =>
      void counting.then(useCounted.setState, () => undefined)
    const unsent = createUnsentCount(() => summary(db, log))
    const countUnsent = (): void => keep(unsent.now().then((found) => ({ ...found, counted: true })))
    const countFurther = (): void => keep(countOnTheWay(db, log).then((onTheWay) => ({ onTheWay })))
    const [taps, answers] = [createCalm(countUnsent, { first: true }), createCalm(countFurther)]
    const stops = [
      watchTables(db, ['log', 'logHead', 'receipt'], (own) => {
        unsent.note(own)
        taps.note()
      }),
      watchTables(db, ['receipt', 'verdict'], answers.note),
    ]
    countUnsent()
    countFurther()
    return () => {
      for (const stop of [...stops, taps.cancel, answers.cancel]) stop()
      useCounted.setState(nothing)
    }
  }, [db, device, person])
}

/** One of the counts alone: whoever shows it is not drawn again for another. */
export const useCount = <K extends keyof Counted>(name: K): Counted[K] => useCounted((all) => all[name])
