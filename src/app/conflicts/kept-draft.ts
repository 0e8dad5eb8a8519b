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

/** Somebody else has settled them meanwhile: what was half done for them is nothing any more. */
export const dropSettled = async (
  db: JournalDatabase,
  person: string,
  open: readonly string[],
): Promise<void> => {
  const standing = new Set(open.flatMap((cell) => kinds.map((kind) => keyOf(kind, person, cell))))
  const own = kinds.map((kind) => keyOf(kind, person, ''))
  const keys = (await db.draft.toCollection().primaryKeys()).filter((key) =>
    own.some((prefix) => key.startsWith(prefix)),
  )
  await db.draft.bulkDelete(keys.filter((key) => !standing.has(key)))
}
