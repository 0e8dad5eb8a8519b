// Entries of the outages that are not over and done with, grouped: what is open costs, what is done costs nothing.
import type { BacklogGroup } from '../../domain/backlog.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import { entryStates, type HubState, isBacklog } from '../../domain/entry-state.ts'
import { isCurrent, longestTermMs } from '../../domain/register/outage-term.ts'
import type { School } from '../../domain/school.ts'
import { toInstant, toMs } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'
import { readRegister } from '../outages/register.ts'
import { aisAuthor } from '../transfer/ais-author.ts'

const backlogStates = entryStates.filter(
  (state): state is HubState => isBacklog(state) && state !== 'queued' && state !== 'sending',
)

const grouped = (db: Database) =>
  db
    .selectFrom('entry')
    .select(({ fn }) => [
      'person',
      'school_class',
      'state',
      'outage',
      fn.countAll<number | string>().as('count'),
      fn.min('recorded_at').as('oldest'),
    ])
    .where('person', '!=', aisAuthor)
    .groupBy(['person', 'school_class', 'state', 'outage'])

/** Beyond every number that a column of whole numbers holds. */
const beyondAll = 2_147_483_647

/** The first outage that is over and can still matter: back of late, or one of which something waits. */
const firstThatMatters = async (db: Database, waiting: readonly number[], now: string): Promise<number> => {
  // Not `min(no)`: a database would walk the register in the order of numbers, past all that is done.
  const numbers = db.selectFrom('outage').select('no').where('closed_at', 'is not', null)
  const back = await numbers.where('restored_at', '>=', toInstant(toMs(now) - longestTermMs)).execute()
  const over = await inChunks(waiting, (some) => numbers.where('no', 'in', some).execute())
  return [...over, ...back].reduce((least, { no }) => Math.min(least, no), beyondAll)
}

/** Final marks that wait: their cells are of no lesson. From the entries down: cells of former marks only grow. */
export const countTermMarks = async (db: Database): Promise<number> => {
  const row = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('state', 'in', backlogStates)
    .where('person', '!=', aisAuthor)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('cell')
          .select('cell.key')
          .whereRef('cell.key', '=', 'entry.cell_key')
          .where('cell.lesson', 'is', null),
      ),
    )
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

export interface OpenBacklog {
  groups: BacklogGroup[]
  /** Open, inside its term, or with something that waits; newest first. */
  current: OutageReport[]
  /** The same and, of those that are over, the ones between them; newest first. */
  register: OutageReport[]
}

export const readOpenBacklog = async (db: Database, school: School, now: string): Promise<OpenBacklog> => {
  const pending = await grouped(db).where('state', 'in', backlogStates).execute()
  const waitsOf = new Set(pending.flatMap((row) => row.outage ?? []))
  const register = await readRegister(db, school, now, await firstThatMatters(db, [...waitsOf], now))
  const current = register.filter((one) => isCurrent(one, waitsOf.has(one.no), now))
  const settled = await inChunks(
    current.map((one) => one.no),
    (numbers) => grouped(db).where('outage', 'in', numbers).where('state', 'not in', backlogStates).execute(),
  )
  const reports = new Map(register.map((one) => [one.no, one]))
  const groups = [...pending, ...settled].map((row): BacklogGroup => {
    const outage = row.outage === null ? undefined : reports.get(row.outage)
    return {
      ...{ author: row.person, schoolClass: row.school_class, state: row.state },
      ...{ due: outage?.due ?? null, strict: outage?.strict ?? null },
      ...{ count: Number(row.count), oldest: row.oldest },
    }
  })
  return { groups, current, register }
}
