// Everything the grid and the cards stand on: cells from IndexedDB, the writer, what to tell the person.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import type { Lesson } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import type { SignedIn } from '../../store/device.ts'
import { useActs, useAuthor } from '../lesson/use-lesson.ts'
import { notWrittenSentence } from '../messages/grid.ts'
import { clockTime } from '../messages/time.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { alarm } from '../shell/announcer.tsx'
import { createGridCells } from './grid-cells.ts'
import type { NotWritten } from './grid-value.ts'
import { createGridWriter, type WriterPorts } from './grid-writer.ts'

export const useGrid = (who: SignedIn, school: School, lesson: Lesson) => {
  const { db } = useRuntime()
  const author = useAuthor(who, school)
  const acts = useActs(author)
  const [, go] = useLocation()
  const { device, person } = author.log
  const log = useMemo(() => ({ device, person }), [device, person])
  const cells = useMemo(() => createGridCells(db, lesson.id, log), [db, lesson.id, log])
  useEffect(() => cells.start(), [cells])
  const facts = useSyncExternalStore(cells.onAny, cells.facts)

  const [notice, setNotice] = useState<string | null>(null)
  const tell = (sentence: string): void => {
    setNotice(sentence)
    alarm(sentence)
  }
  const ports: WriterPorts = {
    act: async (changes, said) => {
      setNotice(null)
      return acts.act(changes, said)
    },
    undo: async () => {
      setNotice(null)
      await acts.undo()
    },
    openConflict: (key) => go(`/conflicts/${encodeURIComponent(key)}`),
    refuse: (not: NotWritten) => tell(notWrittenSentence(not, clockTime(lesson.begins, school.zone))),
    ask: tell,
  }
  // The writer outlives a drawing, and what it saves through is made anew with each.
  const newest = useRef(ports)
  useEffect(() => {
    newest.current = ports
  })
  const writer = useMemo(() => createGridWriter(() => newest.current), [])

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (typing || !(event.ctrlKey || event.metaKey) || event.code !== 'KeyZ' || event.shiftKey) return
      event.preventDefault()
      void writer.undo(cells)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [writer, cells])

  return { ...{ author, acts, log, cells, facts, writer, ports, tell }, notice: notice ?? acts.trouble }
}

export type Grid = ReturnType<typeof useGrid>
