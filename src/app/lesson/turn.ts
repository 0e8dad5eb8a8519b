// The acts of a lesson, one after another whatever view they come from: a person changes the view faster than they land.
// What one of them asks, or could not do, is told by the view that is open by then.
import { createStore } from 'zustand'
import type { LessonId } from '../../domain/cell.ts'
import type { JournalDatabase } from '../../store/database.ts'
import type { Asked } from './ask/asking.ts'

export interface Told {
  asked: Asked | null
  trouble: string | null
}

export const createTurn = () => {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const end = (): void => {
    waiting -= 1
  }
  return {
    told: createStore<Told>(() => ({ asked: null, trouble: null })),
    isBusy: (): boolean => waiting > 0,
    /** After everything that was asked for before, even where that has failed. */
    take: <T>(work: () => Promise<T>): Promise<T> => {
      waiting += 1
      const done = last.then(work)
      last = done.then(end, end)
      return done
    },
  }
}

export type Turn = ReturnType<typeof createTurn>

const turns = new WeakMap<JournalDatabase, Map<string, Turn>>()

/** The same for each view of a lesson, and for whoever leaves the lesson and comes back. A day has some ten of them. */
export const turnOf = (db: JournalDatabase, person: string, lesson: LessonId): Turn => {
  const ofDevice = turns.get(db) ?? new Map<string, Turn>()
  turns.set(db, ofDevice)
  const key = `${person} ${lesson}`
  const turn = ofDevice.get(key) ?? createTurn()
  ofDevice.set(key, turn)
  return turn
}
