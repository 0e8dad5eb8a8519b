// A database that was put back from a copy begins a new life: every tablet learns from its name that the hub has
// forgotten something, and sends it again.
import { writeAudit } from '../audit.ts'
import { type Revision, readRevision } from './revision.ts'
import type { Database, Trx } from './tables.ts'

/** The source of a life that the hub has begun because a tablet knew more than it. */
export const olderThanTablets = 'older than its tablets'

interface LifePorts {
  now(): string
  newId(): string
}

const begin = async (trx: Trx, before: string, source: string, { now, newId }: LifePorts): Promise<void> => {
  const incarnation = newId()
  const at = now()
  await trx.updateTable('revision').set({ incarnation }).where('id', '=', 1).execute()
  await trx.insertInto('life').values({ incarnation, began_at: at, source }).execute()
  await writeAudit(trx, {
    ...{ id: newId(), at, who: 'restore', device: null, action: 'restored' },
    ...{ subject: source, before, after: incarnation },
  })
}

/** `source` says what it was put back from, for the audit and the board. */
export const beginLife = (db: Database, source: string, ports: LifePorts): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const { incarnation } = await readRevision(trx)
    await begin(trx, incarnation, source, ports)
  })

/** What a tablet says of the hub: the revision it has seen, and of which life. */
export interface Remembered {
  since: number
  incarnation: string
}

const isOlder = (now: Revision, { since, incarnation }: Remembered): boolean =>
  incarnation === now.incarnation && since > now.rev

/**
 * A tablet has seen more of this very life than the hub knows: its files were changed for older ones by hand, and a new
 * life begins. Of several tablets that tell it at once the first begins it. Returns whether this one did.
 */
export const noticeOlderData = async (
  db: Database,
  remembered: Remembered,
  ports: LifePorts,
): Promise<boolean> => {
  if (!isOlder(await readRevision(db), remembered)) return false
  return db.transaction().execute(async (trx) => {
    // The lock of the one row makes the second wait for the first's new name.
    await trx
      .updateTable('revision')
      .set((eb) => ({ rev: eb.ref('rev') }))
      .where('id', '=', 1)
      .execute()
    const now = await readRevision(trx)
    if (!isOlder(now, remembered)) return false
    await begin(trx, now.incarnation, olderThanTablets, ports)
    return true
  })
}

/** When the last life began; null in the first. */
export const lastLife = async (db: Database | Trx): Promise<{ at: string; source: string } | null> => {
  const row = await db.selectFrom('life').selectAll().orderBy('began_at', 'desc').limit(1).executeTakeFirst()
  return row ? { at: row.began_at, source: row.source } : null
}
