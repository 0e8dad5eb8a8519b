// What must hold at rest: nothing stuck, nothing stale, nothing green that АИС does not hold, no conflict that is none.
import { cellKey } from '../../src/domain/cell.ts'
import type { Candidate } from '../../src/domain/conflict.ts'
import { aisSlot } from '../../src/domain/transfer/ais-page.ts'
import { saysIn } from './oracle.ts'
import { readRows, type World } from './world.ts'

/** Every entry that has just become «в АИС СРО» is looked for there, at once. */
export const createGreenWatch = (world: World) => {
  const green = new Set<string>()
  return async (): Promise<string[]> => {
    const rows = await readRows(world)
    const now = rows.filter((row) => row.state === 'verified')
    // What АИС itself told was there when it told it; later it may be replaced before a person's eyes.
    const fresh = now.filter((row) => !green.has(row.id) && row.person !== 'ais')
    for (const row of now) green.add(row.id)
    return fresh
      .filter((row) => {
        const { cell, value } = JSON.parse(row.body)
        // What a person wrote after our reading of the page nobody can see before the next reading.
        const last = world.ais.log
          .filter((write) => write.slot === aisSlot(cell) && write.by !== 'attempt')
          .at(-1)
        if (last?.raced) return false
        return !saysIn(cell.kind, value, world.ais.textOf(cell.lesson, aisSlot(cell)))
      })
      .map((row) => `${row.id} is called verified, but АИС holds another text`)
  }
}

export const openConflicts = async (world: World): Promise<string[]> =>
  (await world.db.selectFrom('cell').select('key').where('conflict_opened_at', 'is not', null).execute()).map(
    (row) => row.key,
  )

/** A conflict of equal values, or of one log with itself, is none. */
export const findFalseConflicts = async (world: World): Promise<string[]> => {
  const logs = new Map(
    (await readRows(world)).map((row) => [row.id, JSON.stringify(JSON.parse(row.body).log)]),
  )
  const cells = await world.db.selectFrom('cell').select(['key', 'candidates']).execute()
  return cells
    .map((cell) => ({ key: cell.key, candidates: JSON.parse(cell.candidates) as Candidate[] }))
    .filter(({ candidates }) => {
      const values = candidates.map((one) => JSON.stringify(one.value))
      const authors = new Set(candidates.flatMap((one) => one.entries.map((id) => logs.get(id))))
      return candidates.length > 0 && (new Set(values).size < values.length || authors.size === 1)
    })
    .map(({ key }) => `${key} is no conflict`)
}

/** Conflicts that the hub knows and no tablet of those who may settle them shows. */
export const findUnreported = async (world: World): Promise<string[]> => {
  const shown = new Set<string>()
  for (const tablet of world.tablets) for (const key of await tablet.conflicts()) shown.add(key)
  return (await openConflicts(world)).filter((key) => !shown.has(key))
}

/** At rest a tablet keeps no cell that the hub has not, or has otherwise. */
export const findStale = async (world: World): Promise<string[]> => {
  const rows = await world.db.selectFrom('cell').select(['key', 'value', 'rev']).execute()
  const hub = new Map(rows.map((row) => [row.key, row]))
  const stale: string[] = []
  for (const tablet of world.tablets) {
    for (const { key, value, rev } of await tablet.pulled()) {
      const row = hub.get(key)
      if (row?.rev !== rev || row.value !== JSON.stringify(value))
        stale.push(`${tablet.person} keeps ${key} as the hub has it no more`)
    }
  }
  return stale
}

const settled = ['verified', 'superseded', 'refused']

export const findStuck = async (world: World): Promise<string[]> => {
  const stuck: string[] = []
  for (const tablet of world.tablets) {
    const unsent = await tablet.unsent()
    if (unsent > 0) stuck.push(`${tablet.person} still has ${unsent} unsent`)
  }
  const rows = await readRows(world)
  /** The attendance that АИС holds for a pupil is an absence. */
  const isAway = (key: string) =>
    rows.some(
      (row) =>
        row.cell_key === key && row.state === 'verified' && JSON.parse(row.body).value?.code === 'absent',
    )
  for (const row of rows) {
    if (settled.includes(row.state)) continue
    const { cell } = JSON.parse(row.body)
    // A reason without an absence waits: that is no fault.
    const alone = cell.kind === 'absenceReason' && !isAway(cellKey({ ...cell, kind: 'attendance' }))
    if (!alone) stuck.push(`${row.id} of ${row.person} rests in ${row.state}`)
  }
  return stuck
}

/** At rest the hub and АИС say the same of every cell about which nobody disagrees. */
export const findApart = async (world: World): Promise<string[]> => {
  const rows = await readRows(world)
  const apart: string[] = []
  const cells = await world.db.selectFrom('cell').selectAll().execute()
  const holdersOf = (key: string) => {
    const cell = cells.find((one) => one.key === key)
    return (JSON.parse(cell?.holders ?? '[]') as string[]).map((id) => rows.find((row) => row.id === id))
  }
  for (const cell of cells) {
    const holders = holdersOf(cell.key)
    const isVerified = holders.length > 0 && holders.every((row) => row?.state === 'verified')
    // What only АИС itself has told belongs to no run; a reason goes with its absence.
    const leading = holdersOf(cell.key.replace('/absenceReason/', '/attendance/'))
    const isOurs = leading.some((row) => row?.person !== 'ais')
    if (cell.conflict_opened_at !== null || !isVerified || !isOurs) continue
    const { kind, lesson } = JSON.parse(cell.cell)
    const text = world.ais.textOf(lesson, aisSlot(JSON.parse(cell.cell)))
    if (!saysIn(kind, JSON.parse(cell.value), text)) apart.push(`${cell.key}: АИС holds «${text}»`)
  }
  return apart
}
