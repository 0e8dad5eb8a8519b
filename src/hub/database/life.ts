// A database that was put back from a copy begins a new life: every tablet learns from its name that the hub has
// forgotten something, and sends it again.
import { writeAudit } from '../audit.ts'
import { endOfBoot } from './boot.ts'
import { readRevision } from './revision.ts'
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

/** What a tablet says of the hub: the newest revision it has been told, in which life, and by which start if it knows. */
export interface Remembered {
  rev: number
  incarnation: string
  boot?: string | undefined
}

/** No school writes so often in years: a number so far ahead was told by no hub, and proves nothing of this one's data. */
const farthest = 10_000_000

export type Compared = 'fits' | 'older' | 'unbelievable'

/** A start that these data don't know, or more of it than they hold, was told from other data. */
const compare = async (db: Database | Trx, { rev, incarnation, boot }: Remembered): Promise<Compared> => {
  const now = await readRevision(db)
  if (incarnation !== now.incarnation) return 'fits'
  if (rev > now.rev + farthest) return 'unbelievable'
  if (rev > now.rev) return 'older'
  if (boot === undefined) return 'fits'
  const end = await endOfBoot(db, boot)
  return end === null || rev > end ? 'older' : 'fits'
}

/**
 * A tablet has seen more of this very life than the hub knows: its files were changed for older ones by hand, and a new
 * life begins. Of several tablets that tell it at once the first begins it. Returns whether this one did.
 */
export const beginIfOlder = async (trx: Trx, remembered: Remembered, ports: LifePorts): Promise<boolean> => {
  if ((await compare(trx, remembered)) !== 'older') return false
  // The lock of the one row makes the second wait for the first's new name.
  await trx
    .updateTable('revision')
    .set((eb) => ({ rev: eb.ref('rev') }))
    .where('id', '=', 1)
    .execute()
  if ((await compare(trx, remembered)) !== 'older') return false
  const { incarnation } = await readRevision(trx)
  await begin(trx, incarnation, olderThanTablets, ports)
  return true
}

/** The same for whoever only asks, and what the data are beside what is remembered: `older` for the one who begins it. */
export const noticeOlderData = async (
  db: Database,
  remembered: Remembered,
  ports: LifePorts,
): Promise<Compared> => {
  const compared = await compare(db, remembered)
  if (compared !== 'older') return compared
  const begun = await db.transaction().execute((trx) => beginIfOlder(trx, remembered, ports))
  return begun ? 'older' : 'fits'
}

/** When the last life began; null in the first. */
export const lastLife = async (db: Database | Trx): Promise<{ at: string; source: string } | null> => {
  const row = await db.selectFrom('life').selectAll().orderBy('began_at', 'desc').limit(1).executeTakeFirst()
  return row ? { at: row.began_at, source: row.source } : null
}
