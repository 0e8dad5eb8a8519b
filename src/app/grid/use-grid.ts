// Everything the grid and the cards stand on: cells from IndexedDB, the writer, what to tell the person.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import type { Lesson } from '../../domain/lesson.ts'
import { isTooEarly } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { undoKeyOf, useWindowKeys } from '../../ui/use-window-keys.ts'
import { questionsOf } from '../lesson/ask/ask-first.ts'
import { useActs, useAuthor } from '../lesson/use-lesson.ts'
import { notWrittenSentence } from '../messages/grid.ts'
import { clockTime } from '../messages/time.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useByNow, useHubClock, useRuntime } from '../runtime/use-runtime.ts'
import { alarm } from '../shell/announcer.tsx'
import { createGridCells } from './grid-cells.ts'
import type { NotWritten } from './grid-value.ts'
import { createGridWriter, type WriterPorts } from './grid-writer.ts'
import { useClass } from './use-class.ts'

export const useGrid = (who: SignedIn, school: School, lesson: Lesson) => {
  const { db } = useRuntime()
  const author = useAuthor(who, school)
  const today = useByNow((now) => dateAt(now, school.zone))
  const hubNow = useHubClock()
  const [, go] = useLocation()
  const { device, person } = author.log
  const log = useMemo(() => ({ device, person }), [device, person])
  const cells = useMemo(() => createGridCells(db, lesson.id, log), [db, lesson.id, log])
  useEffect(() => {
    const show = (): void => cells.underWay(useSyncState.getState().status.batch)
    show()
    return useSyncState.subscribe(show)
  }, [cells])
  const { pupils, rows } = useClass(cells, school, lesson, who.person)
  const seen = useRef(false)
  const acts = useActs(author, {
    ...{ lesson, pupils },
    show: cells.showRecorded,
    questionsOf: (changes) => {
      const at = { school, lesson, today, views: cells.views, person: who.person }
      // What a preview has listed is not asked again; a reason is always asked for.
      return questionsOf(at, changes).filter((one) => !seen.current || one.kind === 'reason')
    },
  })
  const { turn, inTurn } = acts
  useEffect(() => {
    const stop = cells.start()
    // What the view before this one has still on its way tells nobody here: it is read once it has landed.
    if (turn.isBusy()) void turn.take(cells.readAll)
    return stop
  }, [cells, turn])
  const facts = useSyncExternalStore(cells.onAny, cells.facts)

  const [notice, setNotice] = useState<string | null>(null)
  const tell = (sentence: string): void => {
    setNotice(sentence)
    alarm(sentence)
  }
  const ports: WriterPorts = {
    take: turn.take,
    act: async (made) => {
      setNotice(null)
      if (made.changes.some(({ cell }) => isTooEarly(lesson.begins, cell.kind, hubNow()))) {
        ports.refuse({ why: 'notBegun' })
        return false
      }
      seen.current = made.seen ?? false
      return inTurn.act(made.changes, made.said)
    },
    undo: async () => {
      setNotice(null)
      await inTurn.undo()
    },
    redo: async () => {
      setNotice(null)
      await inTurn.redo()
    },
    openConflict: (key) => go(`/conflicts/${encodeURIComponent(key)}`),
    refuse: (not: NotWritten) => tell(notWrittenSentence(not, clockTime(lesson.begins, school.zone))),
  }
  // The writer outlives a drawing, and what it saves through is made anew with each.
  const newest = useRef(ports)
  useEffect(() => {
    newest.current = ports
  })
  const writer = useMemo(() => createGridWriter(() => newest.current), [])

  useWindowKeys((event) => {
    const way = undoKeyOf(event)
    if (!way) return
    event.preventDefault()
    void writer.turnBack(cells, way)
  })

  return { ...{ acts, log, pupils, rows, cells, facts, writer, ports, tell }, notice }
}

export type Grid = ReturnType<typeof useGrid>
