// The lessons recorded by name on this tablet, and whether the hub has found their place.
import { useLiveQuery } from 'dexie-react-hooks'
import { lessonOf } from '../../domain/cell.ts'
import { readProvisional } from '../../domain/provisional.ts'
import { type ListedEntry, listEntries } from '../../store/outbox-view.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { entries } from '../messages/counts.ts'
import { provisionalWords } from '../messages/entry-place.ts'
import { provisionalPageWords } from '../messages/screens/provisional.ts'
import { stateWords } from '../messages/states.ts'
import { useLog, useRuntime } from '../runtime/use-runtime.ts'

const byLesson = (listed: readonly ListedEntry[]): Map<string, ListedEntry[]> => {
  const lessons = new Map<string, ListedEntry[]>()
  for (const one of listed) {
    const lesson = lessonOf(one.entry.cell)
    if (lesson !== null && readProvisional(lesson)) lessons.set(lesson, [...(lessons.get(lesson) ?? []), one])
  }
  return lessons
}

const standing = (own: readonly ListedEntry[]): string => {
  const waiting = own.filter((one) => one.state === 'held').length
  if (waiting > 0) return provisionalPageWords.heldByHub(entries(waiting))
  return [...new Set(own.map((one) => stateWords[one.state]))].join(', ')
}

export const ProvisionalList = ({ person }: { person: string }) => {
  const { db } = useRuntime()
  const log = useLog(person)
  const listed = useLiveQuery(() => listEntries(db, log), [db, log.device, log.person])
  const lessons = [...byLesson(listed ?? [])]
  if (lessons.length === 0) return null
  return (
    <DataTable
      caption={provisionalPageWords.listCaption}
      head={[provisionalPageWords.lesson, provisionalPageWords.entryCount, provisionalPageWords.standing]}
      rows={lessons.map(([lesson, own]) => {
        const said = readProvisional(lesson)
        return { key: lesson, cells: [said ? provisionalWords(said) : lesson, own.length, standing(own)] }
      })}
    />
  )
}
