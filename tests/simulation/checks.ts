// What must hold at rest: nothing stuck, nothing stale, nothing green that АИС does not hold, no conflict that is none.
import { isDeepStrictEqual } from 'node:util'
import type { Candidate } from '../../src/domain/conflict.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { oracleDue } from '../regulation/calendar-oracle.ts'
import { saysIn } from './oracle/ais-text.ts'
import { bodyOf, type FactRow, isLater, rowPlace, rowSlot } from './oracle/facts.ts'
import { beginsBy, happensInLesson } from './oracle/moved-lessons.ts'
import { aisPlaceOf, type PlacedCell, placeOf } from './oracle/places.ts'
import { readRows } from './oracle/read-rows.ts'
import type { Schedule, Step } from './schedule.ts'
import type { World } from './world.ts'

const dayMs = 86_400_000
const barnaulMs = 7 * 3_600_000

/** By the day of the return: counting the days off of two years takes longer than a schedule's play. */
const dues = new Map<string, string>()
const dueAfter = (day: string): string => {
  const due = dues.get(day) ?? oracleDue(day, 5)
  dues.set(day, due)
  return due
}
const termEnd = (restoredAt: string): string => {
  const day = new Date(Date.parse(restoredAt) + barnaulMs).toISOString().slice(0, 10)
  return new Date(Date.parse(dueAfter(day)) + dayMs - barnaulMs).toISOString()
}

/** Every entry that has just become «в АИС СРО» is looked for there, at once. */
export const createGreenWatch = (world: World) => {
  const green = new Set<string>()
  return (rows: readonly FactRow[]): string[] => {
    const now = rows.filter((row) => row.state === 'verified')
    // What АИС itself told was there when it told it; later it may be replaced before a person's eyes.
    const fresh = now.filter((row) => !green.has(row.id) && row.person !== 'ais')
    for (const row of now) green.add(row.id)
    return fresh
      .filter((row) => {
        const { cell, value } = bodyOf(row)
        const slot = rowSlot(row)
        // What a person wrote after our reading of the page nobody can see before the next reading.
        const last = world.ais.log.filter((write) => write.slot === slot && write.by !== 'attempt').at(-1)
        if (last?.raced) return false
        return !saysIn(cell.kind, value, world.ais.textOf(cell.lesson, slot))
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
  /** Who has left replaces nobody's value, seen or not: a deputy brought it. */
  const hadLeft = (person: string | undefined, at: string): boolean => {
    const last = world.memory.lists.filter((one) => one.since <= at).at(-1)
    return last?.school.staff.every((one) => one.id !== person) ?? false
  }
  const isFalse = (candidates: readonly Candidate[], openedAt: string): boolean => {
    const values = new Set(candidates.map((one) => JSON.stringify(one.value)))
    const logs = new Set(
      candidates.flatMap((one) => one.entries.map((id) => JSON.stringify(entryOf(id)?.log))),
    )
    const [there, came, ...more] = candidates
    const [openerId = ''] = came?.entries ?? []
    const opener = entryOf(openerId)
    const openerRow = known.get(openerId)
    /** Its author's own earlier word, of one batch with it, may have opened the conflict and left it for this one. */
    const hasFollowed = rows.some(
      ([, row]) =>
        openerRow !== undefined &&
        rowPlace(row) === rowPlace(openerRow) &&
        row.received_at === openerRow.received_at &&
        isLater(openerRow, row),
    )
    // Whoever came into an open conflict may have met a candidate that has left it since.
    const hasOpened = more.length === 0 && !hasFollowed && (openerRow?.received_at ?? '') <= openedAt
    const answered = (opener?.follows ?? []).filter((id) => !there?.entries.includes(id))
    // What crossed the opener may have been followed by its author since, and be no candidate any more.
    const crosses = (id: string, seen: ReadonlySet<string>): boolean =>
      !seen.has(id) &&
      !opener?.follows.includes(id) &&
      (entryOf(id)?.follows ?? []).some(
        (one) => answered.includes(one) || crosses(one, new Set(seen).add(id)),
      )
    // Or by its author with what the opener says, and stand with it.
    const hadStood = (came?.entries ?? []).slice(1).flatMap((id) => entryOf(id)?.follows ?? [])
    const hasCrossed = [...(there?.entries ?? []), ...hadStood].some((id) => crosses(id, new Set()))
    const isClean =
      hasOpened &&
      !hasCrossed &&
      opener?.source !== 'ais' &&
      !hadLeft(opener?.log.person, openedAt) &&
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
  const isAway = (place: string) =>
    rows.some(
      (row) => rowPlace(row) === place && row.state === 'verified' && bodyOf(row).value?.code === 'absent',
    )
  for (const row of rows) {
    if (settled.includes(row.state)) continue
    // A reason without an absence waits: that is no fault.
    const alone = bodyOf(row).cell.kind === 'absenceReason' && !isAway(rowSlot(row))
    if (!alone) stuck.push(`${row.id} of ${row.person} rests in ${row.state}`)
  }
  return stuck
}

/** Held, and recorded by lists that went with a database which was put back: they alone might allow it. */
export const findHeldForLostLists = async (world: World): Promise<string[]> => {
  if (world.memory.lists.length === 0) return []
  const kept = await world.db.selectFrom('school_version').select('version').execute()
  const versions = new Set(kept.map((row) => row.version))
  return (await readRows(world))
    .filter((row) => row.state === 'held' && !versions.has(bodyOf(row).refVersion))
    .map((row) => row.id)
}

/** A log goes on in another epoch when its tablet was wiped or is a copy, or the hub was put back: else its chain broke. */
export const findNeedlessEpochs = async (world: World, { seed, steps }: Schedule): Promise<string[]> => {
  const causes: readonly Step['kind'][] = ['wipe', 'restoreHub', 'putBackHub']
  if (seed % 5 === 0 || steps.some(({ kind }) => causes.includes(kind))) return []
  return (await readRows(world))
    .filter((row) => row.person !== 'ais' && bodyOf(row).log.epoch > 1)
    .map((row) => `${row.id} stands in an epoch that nobody had cause to open`)
}

/** At rest the hub and АИС say the same of every cell about which nobody disagrees. */
export const findApart = async (world: World): Promise<string[]> => {
  const rows = await readRows(world)
  const apart: string[] = []
  const cells = await world.db.selectFrom('cell').selectAll().execute()
  const places = cells.map((row) => JSON.parse(row.cell) as PlacedCell)
  const holdersOf = (place: string) => {
    const cell = cells[places.findIndex((one) => placeOf(one) === place)]
    return (JSON.parse(cell?.holders ?? '[]') as string[]).map((id) => rows.find((row) => row.id === id))
  }
  for (const [at, cell] of cells.entries()) {
    const place = places[at] as PlacedCell
    const holders = holdersOf(placeOf(place))
    const isVerified = holders.length > 0 && holders.every((row) => row?.state === 'verified')
    // What only АИС itself has told belongs to no run; a reason goes with its absence.
    const isOurs = holdersOf(aisPlaceOf(place)).some((row) => row?.person !== 'ais')
    if (cell.conflict_opened_at !== null || !isVerified || !isOurs) continue
    const text = world.ais.textOf(place.lesson, aisPlaceOf(place))
    if (!saysIn(place.kind, JSON.parse(cell.value), text)) apart.push(`${cell.key}: АИС holds «${text}»`)
  }
  return apart
}

/**
 * The term that tablets show for each return of АИС: to the end of the second working day in Barnaul (п. 3.2), whatever
 * has moved it since.
 */
export const findWrongTerms = async (world: World): Promise<string[]> => {
  const rows = await world.db.selectFrom('outage').select(['no', 'person', 'restored_at']).execute()
  const wrong: string[] = []
  for (const tablet of world.tablets) {
    const told = new Map((await tablet.outages()).map((one) => [one.no, one.firstDue ?? one.due]))
    for (const { no, person, restored_at } of rows) {
      if (person !== null && person !== tablet.person) continue
      const due = restored_at === null ? null : termEnd(restored_at)
      const shown = told.get(no)
      if (shown !== due)
        wrong.push(`outage ${no} of ${restored_at} is due ${due}, ${tablet.person} is told ${shown}`)
    }
  }
  return wrong
}

/**
 * Before a lesson begins that the lists have moved on, the board tells of each kind how many cells hold something of its
 * former hour. Where a value was taken back, the order of the tablets' clocks says whether it is the last.
 */
export const findUnflagged = async (world: World): Promise<string[]> => {
  const rows = (await readRows(world)).filter(
    (row) => happensInLesson(row) && !['refused', 'held'].includes(row.state),
  )
  const lessons = [...new Set(rows.map((row) => bodyOf(row).cell.lesson))]
  const unflagged: string[] = []
  for (const lesson of lessons.filter((one) => beginsBy(world.hub.lists(), one) > world.now())) {
    const told = new Map((await world.hub.movedLater(lesson)).map((one) => [`${one.what}`, one.cells]))
    const ofLesson = rows.filter((row) => bodyOf(row).cell.lesson === lesson)
    for (const kind of new Set(ofLesson.map((row) => bodyOf(row).cell.kind))) {
      const ofKind = ofLesson.filter((row) => bodyOf(row).cell.kind === kind)
      const cells = (some: readonly FactRow[]): Set<string> => new Set(some.map(rowPlace))
      const most = cells(ofKind.filter((row) => bodyOf(row).value !== null))
      const takenBack = cells(ofKind.filter((row) => bodyOf(row).value === null))
      const least = [...most].filter((place) => !takenBack.has(place))
      const flagged = told.get(kind === 'mark' ? 'marks' : kind) ?? 0
      if (flagged < least.length || flagged > most.size)
        unflagged.push(
          `${lesson}: ${flagged} of ${least.length} to ${most.size} early cells of ${kind} are told`,
        )
    }
  }
  return unflagged
}
