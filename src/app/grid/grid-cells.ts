// The cells of the open lesson, read from IndexedDB. After an own act its entries alone are shown anew; after anything
// else the whole lesson, once a burst of news is over.
import { type CellKey, cellKey, type LessonId } from '../../domain/cell.ts'
import type { Entry, EntryId, LogOwner } from '../../domain/entry.ts'
import {
  type CellView,
  cellTables,
  readLessonCells,
  sameView,
  viewsOfRecorded,
} from '../../store/cell-view.ts'
import type { JournalDatabase } from '../../store/database.ts'
import { createCalm } from '../../store/reading/calm.ts'
import { cellsUnderWay } from '../../store/reading/sending.ts'
import { watchTables } from '../../store/watch-tables.ts'
import type { CellViews } from '../lesson/lesson-cells.ts'

type Listener = () => void

/** Cells that belong to no pupil head columns or fill fields; a mark without its work heads one too. */
const ofLesson = ({ cell }: CellView, views: CellViews): boolean =>
  !('pupil' in cell) ||
  (cell.kind === 'mark' &&
    !views.has(cellKey({ kind: 'work', lesson: cell.lesson, workType: cell.workType, n: cell.n })))

const tell = (listeners: Iterable<Listener> | undefined): void => {
  for (const listener of listeners ?? []) listener()
}

export const createGridCells = (db: JournalDatabase, lesson: LessonId, log: LogOwner) => {
  const views = new Map<CellKey, CellView>()
  const ofCell = new Map<CellKey, Set<Listener>>()
  const ofAny = new Set<Listener>()
  /** A copy for what changes seldom: columns, topic, homework. Undefined before the first reading. */
  let facts: CellViews | undefined
  /** Cells whose own entry is just being sent, as they are shown meanwhile. */
  let sending: CellViews = new Map()
  let batch: readonly EntryId[] = []
  let failure: unknown = null
  let version = 0
  let reading = 0
  let newest = 0

  /** `keys`: only these were asked for; null: the whole lesson. */
  const take = (fresh: ReadonlyMap<CellKey, CellView>, keys: readonly CellKey[] | null): void => {
    const asked = keys ?? [...new Set([...views.keys(), ...fresh.keys()])]
    let factsChanged = facts === undefined
    const changed = asked.filter((key) => {
      const [before, after] = [views.get(key), fresh.get(key)]
      if (sameView(before, after)) return false
      const one = after ?? before
      if (one && ofLesson(one, fresh)) factsChanged = true
      if (after) views.set(key, after)
      else views.delete(key)
      return true
    })
    if (factsChanged) facts = new Map(views)
    if (changed.length > 0) sending = cellsUnderWay(views, batch)
    if (changed.length === 0 && !factsChanged) return
    version += 1
    for (const key of changed) tell(ofCell.get(key))
    tell(ofAny)
  }

  const read = async (): Promise<void> => {
    const ticket = ++reading
    const fresh = await readLessonCells(db, lesson, log)
    // Cells were read later than this reading began: what it brings may be older than they are.
    if (newest > ticket) return calm.note()
    newest = ticket
    take(fresh, null)
  }
  /** Never rejects: what was read last stays, and a lesson that could never be read says so as it is drawn. */
  const readAll = (): Promise<void> =>
    read().catch((error: unknown) => {
      failure = error
      tell(ofAny)
    })
  const showRecorded = (entries: readonly Entry[]): void => {
    newest = ++reading
    const fresh = viewsOfRecorded(entries, views)
    take(fresh, [...fresh.keys()])
  }

  const calm = createCalm(() => void readAll())
  const listenTo = (listeners: Set<Listener>, listener: Listener): Listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    start: (): Listener => {
      // What this screen writes comes back to it by itself, as soon as it is committed.
      const stop = watchTables(db, cellTables, (own) => {
        if (!own) calm.note()
      })
      void readAll()
      return () => {
        stop()
        calm.cancel()
      }
    },
    readAll,
    /** What an act of this tab has just committed comes to the screen, as the log gave it back. */
    showRecorded,
    /** Always the same map, kept up to date. */
    views: views as CellViews,
    get: (key: CellKey): CellView | undefined => sending.get(key) ?? views.get(key),
    /** The engine has begun or ended to send these. */
    underWay: (entries: readonly EntryId[]): void => {
      if (entries === batch) return
      batch = entries
      const before = sending
      sending = cellsUnderWay(views, batch)
      const keys = [...new Set([...before.keys(), ...sending.keys()])]
      const changed = keys.filter((key) => before.has(key) !== sending.has(key))
      if (changed.length === 0) return
      version += 1
      for (const key of changed) tell(ofCell.get(key))
      tell(ofAny)
    },
    /** Throws what kept the first reading from its end. */
    facts: (): CellViews | undefined => {
      if (facts === undefined && failure !== null) throw failure
      return facts
    },
    version: (): number => version,
    onCell: (key: CellKey, listener: Listener): Listener => {
      const listeners = ofCell.get(key) ?? new Set()
      ofCell.set(key, listeners)
      return listenTo(listeners, listener)
    },
    onAny: (listener: Listener): Listener => listenTo(ofAny, listener),
  }
}

export type GridCells = ReturnType<typeof createGridCells>
