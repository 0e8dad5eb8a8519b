// What must hold at rest: nothing stuck, nothing stale, nothing green that АИС does not hold, no conflict that is none.
import { isDeepStrictEqual } from 'node:util'
import { cellKey } from '../../src/domain/cell.ts'
import type { Candidate } from '../../src/domain/conflict.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { aisSlot } from '../../src/domain/transfer/ais-page.ts'
import { readRegister } from '../../src/hub/outages/register.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { oracleDue } from '../regulation/calendar-oracle.ts'
import { saysIn } from './oracle/ais-text.ts'
import { readRows, type World } from './world.ts'

const dayMs = 86_400_000
const barnaulMs = 7 * 3_600_000

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

/**
 * A conflict of equal values, or of one log with itself, is none; nor is that of a colleague who followed or saw what
 * stood there, unless it answers, with another choice that it has not seen, what has lost by that choice. A final mark is
 * its teacher's to settle, whoever saw it.
 */
export const findFalseConflicts = async (world: World): Promise<string[]> => {
  const rows = (await readRows(world)).map((row) => [row.id, row] as const)
  const known = new Map(rows)
  const entryOf = (id: string | undefined): Entry | null => JSON.parse(known.get(id ?? '')?.body ?? 'null')
  const cells = await world.db
    .selectFrom('cell')
    .select(['key', 'candidates', 'conflict_opened_at'])
    .execute()
  const isFalse = (candidates: readonly Candidate[], openedAt: string): boolean => {
    const values = new Set(candidates.map((one) => JSON.stringify(one.value)))
    const logs = new Set(
      candidates.flatMap((one) => one.entries.map((id) => JSON.stringify(entryOf(id)?.log))),
    )
    const [there, came, ...more] = candidates
    const [openerId = ''] = came?.entries ?? []
    const opener = entryOf(openerId)
    // Whoever came into an open conflict may have met a candidate that has left it since.
    const hasOpened = more.length === 0 && (known.get(openerId)?.received_at ?? '') <= openedAt
    const answered = (opener?.follows ?? []).filter((id) => !there?.entries.includes(id))
    // What crossed the opener may have been followed by its author since, and be no candidate any more.
    const crosses = (id: string, seen: ReadonlySet<string>): boolean =>
      !seen.has(id) &&
      !opener?.follows.includes(id) &&
      (entryOf(id)?.follows ?? []).some(
        (one) => answered.includes(one) || crosses(one, new Set(seen).add(id)),
      )
    const hasCrossed = there?.entries.some((id) => crosses(id, new Set()))
    const isClean =
      hasOpened &&
      !hasCrossed &&
      opener?.source !== 'ais' &&
      opener?.cell.kind !== 'termMark' &&
      (isDeepStrictEqual(opener?.saw, there?.value) ||
        (opener?.follows.some((id) => there?.entries.includes(id)) ?? false))
    return values.size < candidates.length || logs.size === 1 || isClean
  }
  return cells
    .filter(({ candidates, conflict_opened_at }) =>
      conflict_opened_at === null
        ? false
        : isFalse(JSON.parse(candidates) as Candidate[], conflict_opened_at),
    )
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

/** By the day of the return: counting the days off of two years takes longer than a schedule's play. */
const dues = new Map<string, string>()
const dueAfter = (restored: string): string => {
  const due = dues.get(restored) ?? oracleDue(restored, 5)
  dues.set(restored, due)
  return due
}

/** The term that the hub counts from each return of АИС: to the end of the second working day in Barnaul (п. 3.2). */
export const findWrongTerms = async (world: World): Promise<string[]> => {
  const register = await readRegister(world.db, tinySchool, world.clock.instant())
  return register.flatMap(({ no, restoredAt, due, firstDue }) => {
    if (restoredAt === null) return due === null ? [] : [`outage ${no} is due before АИС is back`]
    const restored = new Date(Date.parse(restoredAt) + barnaulMs).toISOString().slice(0, 10)
    const end = Date.parse(dueAfter(restored)) + dayMs - barnaulMs
    return Date.parse(firstDue ?? due ?? '') === end
      ? []
      : [`outage ${no} of ${restoredAt} is due ${firstDue ?? due}`]
  })
}
