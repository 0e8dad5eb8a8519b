// The queue in the order in which a person reads it: what wants them, what has not left, the rest by state.
import { cellKey, lessonOf } from '../../domain/cell.ts'
import type { EntryId } from '../../domain/entry.ts'
import { type ShownState, shownState, shownStates } from '../../domain/transfer/not-carried.ts'
import type { ListedEntry } from '../../store/outbox-view.ts'

export interface QueuedLesson {
  /** '' for term marks, which belong to no lesson. */
  lesson: string
  entries: ListedEntry[]
}

/** Entries of one lesson that stand in one way for one reason. */
export interface Trouble {
  key: string
  /** `passedBy`: the tablet goes past them, for the hub can't read them. */
  kind: 'refused' | 'held' | 'passedBy'
  entries: [ListedEntry, ...ListedEntry[]]
}

export interface QueueView {
  byState: Record<ShownState, number>
  /** Refused, held and passed by, newest first: each with its reason. */
  attention: Trouble[]
  /** Refused once; the person has written the cell anew since, or has read the reason. */
  mended: ListedEntry[]
  lessons: QueuedLesson[]
  rest: [ShownState, ListedEntry[]][]
}

const isMended = (one: ListedEntry, at: number, list: readonly ListedEntry[]): boolean => {
  const key = cellKey(one.entry.cell)
  return list.slice(0, at).some(({ entry, state }) => state !== 'refused' && cellKey(entry.cell) === key)
}

const countByState = (list: readonly ListedEntry[]): Record<ShownState, number> => {
  const byState = Object.fromEntries(shownStates.map((state) => [state, 0])) as Record<ShownState, number>
  for (const one of list) byState[shownState(one)] += 1
  return byState
}

const mendedOf = (list: readonly ListedEntry[], read: ReadonlySet<EntryId>): ListedEntry[] =>
  list.filter((one, at) => one.state === 'refused' && (read.has(one.entry.id) || isMended(one, at, list)))

/** The counts of what still asks for something: a refusal that was read or mended is none of it. */
export const openStates = (
  list: readonly ListedEntry[],
  read: ReadonlySet<EntryId>,
): Record<ShownState, number> => {
  const mended = new Set(mendedOf(list, read))
  return countByState(list.filter((one) => !mended.has(one)))
}

const byLesson = (queued: readonly ListedEntry[]): QueuedLesson[] => {
  const lessons = new Map<string, QueuedLesson>()
  for (const one of queued) {
    const lesson = lessonOf(one.entry.cell) ?? ''
    const known = lessons.get(lesson)
    if (known) known.entries.push(one)
    else lessons.set(lesson, { lesson, entries: [one] })
  }
  return [...lessons.values()]
}

const troublesOf = (list: readonly { one: ListedEntry; kind: Trouble['kind'] }[]): Trouble[] => {
  const troubles = new Map<string, Trouble>()
  for (const { one, kind } of list) {
    const key = `${kind} ${one.reason} ${lessonOf(one.entry.cell)}`
    const known = troubles.get(key)
    if (known) known.entries.push(one)
    else troubles.set(key, { key, kind, entries: [one] })
  }
  return [...troubles.values()]
}

const shownApart: readonly ShownState[] = ['queued', 'sending', 'refused', 'held']

const isUnsent = ({ state }: ListedEntry): boolean => state === 'queued' || state === 'sending'

/** `list` is newest first; `passedBy` are those that the engine goes past, `read` the refusals that were read. */
export const queueView = (
  list: readonly ListedEntry[],
  passedBy: readonly EntryId[],
  read: ReadonlySet<EntryId>,
): QueueView => {
  const isPassedBy = (one: ListedEntry): boolean => isUnsent(one) && passedBy.includes(one.entry.id)
  const mended = mendedOf(list, read)
  const byState = countByState(list)
  return {
    byState,
    attention: troublesOf(
      list.flatMap((one): { one: ListedEntry; kind: Trouble['kind'] }[] => {
        if (isPassedBy(one)) return [{ one, kind: 'passedBy' }]
        if (one.state === 'refused' && !mended.includes(one)) return [{ one, kind: 'refused' }]
        return one.state === 'held' ? [{ one, kind: 'held' }] : []
      }),
    ),
    mended,
    lessons: byLesson(list.filter((one) => isUnsent(one) && !isPassedBy(one))),
    rest: shownStates
      .filter((state) => !shownApart.includes(state) && byState[state] > 0)
      .map((state) => [state, list.filter((one) => shownState(one) === state)]),
  }
}
