// A cell as people are told of it: its value, who holds it, how far it has come.
import type { CellReport, Holder } from '../../domain/cell-report.ts'
import type { CellState } from '../../domain/conflict.ts'
import type { Entry, EntryId } from '../../domain/entry.ts'
import { entryStates, type HubState } from '../../domain/entry-state.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { CellRow, Database } from '../database/tables.ts'

interface Told {
  holder: Holder
  state: HubState
}

const tell = async (db: Database, ids: readonly EntryId[]): Promise<Map<EntryId, Told>> => {
  const rows = await inChunks(ids, (some) =>
    db
      .selectFrom('entry')
      .select(['id', 'person', 'device', 'recorded_at', 'state', 'body'])
      .where('id', 'in', some)
      .execute(),
  )
  return new Map(
    rows.map((row) => {
      const { source } = JSON.parse(row.body) as Entry
      const device = source === 'ais' ? null : row.device
      const holder = { entry: row.id, author: row.person, device, recordedAt: row.recorded_at, source }
      return [row.id, { holder, state: row.state }]
    }),
  )
}

const leastAdvanced = (states: readonly HubState[]): HubState | null =>
  entryStates.find((state): state is HubState => (states as readonly string[]).includes(state)) ?? null

/** Reports of these rows, in their order. */
export const reportCells = async (db: Database, rows: readonly CellRow[]): Promise<CellReport[]> => {
  const read = rows.map((row) => ({
    row,
    value: JSON.parse(row.value) as CellState['value'],
    holders: JSON.parse(row.holders) as CellState['holders'],
    candidates: JSON.parse(row.candidates) as CellState['candidates'],
  }))
  const ids = read.flatMap((one) => [...one.holders, ...one.candidates.flatMap((c) => c.entries)])
  const told = await tell(db, [...new Set(ids)])
  const known = (some: readonly EntryId[]): Told[] =>
    some.map((id) => told.get(id)).filter((one): one is Told => one !== undefined)
  return read.map(({ row, value, holders, candidates }) => ({
    key: row.key,
    cell: JSON.parse(row.cell),
    value,
    holders: known(holders).map((one) => one.holder),
    candidates: candidates.map((one) => ({
      value: one.value,
      entries: known(one.entries).map((each) => each.holder),
    })),
    state: candidates.length > 0 ? 'conflict' : leastAdvanced(known(holders).map((one) => one.state)),
    rev: row.rev,
    ...(row.ais_base !== '' && { ais: row.ais_base }),
  }))
}
