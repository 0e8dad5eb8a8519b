// A deputy's choice among the candidates of conflicts: entries of the own log that follow every candidate (п. 4.2).
import { useLiveQuery } from 'dexie-react-hooks'
import type { BoardConflict } from '../../contract/board-schema.ts'
import type { School } from '../../domain/school.ts'
import type { SignedIn } from '../../store/device.ts'
import type { CellChange } from '../../store/journal.ts'
import { useWords } from '../lesson/said.ts'
import { useActs, useAuthor } from '../lesson/use-lesson.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

/** Cell key → the place of the chosen candidate. */
export type Chosen = Readonly<Record<string, number>>

const followsOf = ({ cell }: BoardConflict): string[] =>
  cell.candidates.flatMap((one) => one.entries.map((each) => each.entry))

const changeOf = (conflict: BoardConflict, at: number, reason: string): CellChange[] => {
  const { cell } = conflict
  const picked = cell.candidates[at]
  if (!picked) return []
  return [{ cell: cell.cell, value: picked.value, saw: cell.value, follows: followsOf(conflict), reason }]
}

/** What became of the own choices: on their way, or refused because something else has come in between. */
export type Sent = ReadonlyMap<string, 'sent' | 'refused'>

const useSent = (person: string, conflicts: readonly BoardConflict[]): Sent => {
  const { db } = useRuntime()
  const keys = conflicts.map((one) => one.cell.key)
  const sent = useLiveQuery(async () => {
    const rows = await db.log.where('cellKey').anyOf(keys).toArray()
    const own = rows.filter((row) => row.entry.log.person === person)
    const verdicts = new Map(
      (await db.verdict.bulkGet(own.map((row) => row.id))).map((one) => [one?.id, one]),
    )
    const found = new Map<string, 'sent' | 'refused'>()
    for (const conflict of conflicts) {
      const follows = followsOf(conflict)
      const mine = own.filter((row) => row.cellKey === conflict.cell.key)
      // Only a choice among the candidates of now: another that came since asks for another choice.
      const last = mine.findLast((row) => follows.every((id) => row.entry.follows.includes(id)))
      if (last) found.set(conflict.cell.key, verdicts.get(last.id)?.state === 'refused' ? 'refused' : 'sent')
      else if (mine.some((row) => verdicts.get(row.id)?.state === 'refused'))
        found.set(conflict.cell.key, 'refused')
    }
    return found
  }, [db, person, keys.join()])
  return sent ?? new Map()
}

export const usePicks = (who: SignedIn, school: School, conflicts: readonly BoardConflict[]) => {
  const acts = useActs(useAuthor(who, school, 'deputyHead'))
  const sent = useSent(who.person, conflicts)
  const { text: saved } = useWords(acts.said)
  /** One act: all of the choices are saved on this device, or none. */
  const record = (chosen: Chosen, reason: string, said: string): Promise<boolean> => {
    const changes = conflicts.flatMap((one) => {
      const at = chosen[one.cell.key]
      return at === undefined ? [] : changeOf(one, at, reason)
    })
    return acts.act(changes, said)
  }
  return { record, sent, trouble: acts.trouble, saved }
}
