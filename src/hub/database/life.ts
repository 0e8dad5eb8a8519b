// A database that was put back from a copy begins a new life: every tablet learns from its name that the hub has
// forgotten something, and sends it again.
import { writeAudit } from '../audit.ts'
import { readRevision } from './revision.ts'
import type { Database } from './tables.ts'

interface LifePorts {
  now(): string
  newId(): string
}

/** `source` says what it was put back from, for the audit and the board. */
export const beginLife = (db: Database, source: string, { now, newId }: LifePorts): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const { incarnation: before } = await readRevision(trx)
    const incarnation = newId()
    const at = now()
    await trx.updateTable('revision').set({ incarnation }).where('id', '=', 1).execute()
    await trx.insertInto('life').values({ incarnation, began_at: at, source }).execute()
    await writeAudit(trx, {
      ...{ id: newId(), at, who: 'restore', device: null, action: 'restored' },
      ...{ subject: source, before, after: incarnation },
    })
  })

/** What a tablet says of the hub: the revision it has seen, and of which life. */
export interface Remembered {
  since: number
  incarnation: string
}

/** A tablet has seen more of this very life than the hub knows: its files were changed for older ones by hand. */
export const isOlderThan = async (db: Database, { since, incarnation }: Remembered): Promise<boolean> => {
  const now = await readRevision(db)
  return incarnation === now.incarnation && since > now.rev
}

/** When the last life began; null in the first. */
export const lastLife = async (db: Database): Promise<{ at: string; source: string } | null> => {
  const row = await db.selectFrom('life').selectAll().orderBy('began_at', 'desc').limit(1).executeTakeFirst()
  return row ? { at: row.began_at, source: row.source } : null
}

/** The source of a life that the hub has begun because a tablet knew more than it. */
export const olderThanTablets = 'older than its tablets'
