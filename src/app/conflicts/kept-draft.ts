// What is half done on a card: kept on the tablet, so that rotation, a closed tab or a killed browser lose none of it.
import { useLiveQuery } from 'dexie-react-hooks'
import type { JournalDatabase } from '../../store/database.ts'
import { dropDraft, readDraft, saveDraft } from '../../store/draft.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

const kinds = ['choice', 'other', 'why'] as const
type Kind = (typeof kinds)[number]

/** A tablet may be shared: what one person has half done is nobody else's. */
const keyOf = (kind: Kind, person: string, cell: string): string => `conflict-${kind}/${person}/${cell}`

/** Undefined until it has been read; what is kept is JSON of one's own making. */
export const useKept = <T>(kind: Kind, person: string, cell: string) => {
  const { db } = useRuntime()
  const key = keyOf(kind, person, cell)
  const kept = useLiveQuery(
    async () => ((text) => (text === null ? null : (JSON.parse(text) as T)))(await readDraft(db, key)),
    [db, key],
  )
  return {
    kept,
    keep: (value: T): Promise<void> => saveDraft(db, key, JSON.stringify(value)),
    drop: (): Promise<void> => dropDraft(db, key),
  }
}

/**
 * Drops what was half done for a conflict that somebody has settled meanwhile. A cell of which this tablet knows nothing,
 * as after a new sign-in, may still stand open: what is kept for it stays.
 */
export const dropSettled = async (db: JournalDatabase, person: string): Promise<void> => {
  const own = kinds.map((kind) => keyOf(kind, person, ''))
  const kept = (await db.draft.toCollection().primaryKeys()).flatMap((key) => {
    const prefix = own.find((one) => key.startsWith(one))
    return prefix ? [{ key, cell: key.slice(prefix.length) }] : []
  })
  const told = await db.cell.bulkGet(kept.map((one) => one.cell))
  const settled = kept.filter((_, at) => told[at] !== undefined && told[at].state !== 'conflict')
  await db.draft.bulkDelete(settled.map((one) => one.key))
}
