// Plays one schedule over the real parts, lets everything heal, and asks the oracle.

import { cellKey, lessonOf } from '../../src/domain/cell.ts'
import type { Candidate } from '../../src/domain/conflict.ts'
import { toInstant } from '../../src/domain/time.ts'
import { aisSlot } from '../../src/domain/transfer/ais-page.ts'
import { readRevision } from '../../src/hub/database/revision.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { type AisWrite, createSimulatedAis } from './ais.ts'
import { blankHubDatabase, copyHubDatabase, type HubCopy, restoreHubDatabase } from './blank-hub-database.ts'
import { aisTextAt, cellAt, valueAt } from './cells.ts'
import type { Doubles } from './doubles.ts'
import { type Breaches, type FactRow, findReportedTwice, judge, textsFor } from './oracle.ts'
import type { Schedule, Step } from './schedule.ts'
import { seededRandom } from './seeded-random.ts'
import { createSimulatedHub } from './simulated-hub.ts'
import { createSimulatedTablet } from './simulated-tablet.ts'

export interface Verdict extends Breaches {
  entries: number
  unreported: string[]
  /** What did not come to rest after every fault had stopped. */
  stuck: string[]
  bugs: string[]
  end: EndState
}

/** Everything that anybody holds when all has come to rest. */
interface EndState {
  hub: HubCopy
  told: readonly { id: string; state: string }[]
  conflicts: readonly string[][]
  ais: readonly AisWrite[]
}

export const nothing = (): Verdict => ({
  ...{ lost: [], doubled: [], unreported: [], falselyGreen: [], overwritten: [], stuck: [], bugs: [] },
  ...{ entries: 0, end: { hub: [], told: [], conflicts: [], ais: [] } },
})

const people = ['algebraist', 'algebraist', 'leader'] as const
const healingRounds = 12
/** As the first import stores it: one object, so that what is looked up of it is looked up once. */
const school = { ...tinySchool, version: 1 }

interface HubMemory {
  copy: HubCopy | null
  /** Rows that the hub had before it was restored. */
  forgotten: FactRow[]
}

const createWorld = async (seed: number, doubles: Doubles) => {
  const random = seededRandom(seed ^ 0x5eed)
  const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
  let ids = 0
  const newId = () => `id-${seed}-${++ids}`
  const db = await blankHubDatabase(doubles, newId())
  await applySchool({ db, now: clock.instant, newId }, tinySchool, [])
  let lastMs = 0
  /** Hub and АИС never see one instant twice, so what came first can be told afterwards. */
  const instant = (): string => {
    lastMs = Math.max(lastMs + 1, clock.now())
    return toInstant(lastMs)
  }
  const ais = createSimulatedAis(instant)
  const hub = createSimulatedHub({ db, school, target: ais.target, now: instant, newId })
  const late: (() => Promise<unknown>)[] = []
  const bugs: string[] = []
  const tablets = []
  for (const [at, person] of people.entries()) {
    const ports = {
      clock,
      person,
      // Now and then a tablet is a copy of another: the same id and the same log, going on apart.
      device: `tablet-${seed % 5 === 0 && at === 1 ? 0 : at}`,
      send: hub.sendAs(person),
      newId,
      random: random.next,
      late,
      doubles,
    }
    tablets.push(await createSimulatedTablet({ ...ports, onBug: (error) => bugs.push(String(error)) }))
  }
  const memory: HubMemory = { copy: null, forgotten: [] }
  return { db, clock, ais, hub, late, bugs, tablets, memory, newId }
}

type World = Awaited<ReturnType<typeof createWorld>>

/** Timers fire in order, and each round they start comes to its end before the next. */
const passTime = async ({ clock, tablets }: World, seconds: number): Promise<void> => {
  await clock.advance(seconds * 1000, async () => {
    for (const tablet of tablets) await tablet.settled()
  })
}

const deliverLate = async ({ late }: World): Promise<void> => {
  // Later ones first: the order in which they were sent says nothing.
  for (const send of late.splice(0).reverse()) await send()
}

const restoreHub = async (world: World): Promise<void> => {
  const { memory, db, hub } = world
  if (!memory.copy) return
  memory.forgotten.push(...(await readRows(world)))
  await restoreHubDatabase(db, memory.copy, world.newId())
  hub.restart()
}

const play = async (world: World, step: Step): Promise<void> => {
  const { ais, hub, tablets } = world
  const tablet = 'tablet' in step ? tablets[step.tablet % tablets.length] : undefined
  switch (step.kind) {
    case 'record': {
      const cell = cellAt(step.cell)
      return tablet?.record(cell, valueAt(cell, step.value))
    }
    case 'undo':
      return tablet?.undo()
    case 'network':
      return tablet?.setNetwork(step.mode)
    case 'restart':
      return tablet?.restart()
    case 'advance':
      return passTime(world, step.seconds)
    case 'deliverLate':
      return deliverLate(world)
    case 'breakHub':
      return hub.breakAfter(step.after)
    case 'restartHub':
      return hub.restart()
    case 'backupHub':
      world.memory.copy = await copyHubDatabase(world.db)
      return
    case 'restoreHub':
      return restoreHub(world)
    case 'ais':
      ais.state.down = step.down
      return hub.look()
    case 'editAis': {
      const cell = cellAt(step.cell)
      return ais.editByPerson(lessonOf(cell) ?? '', aisSlot(cell), aisTextAt(cell, step.value), false)
    }
    case 'transfer': {
      const cell = cellAt(step.cell)
      ais.state.fault = step.fault
      ais.state.edit = (writes) => {
        const slot = aisSlot(cell)
        // Only what comes into a slot after our writing can be seen: by reading back.
        const raced = step.fault === 'edit' || !(slot in writes)
        ais.editByPerson(lessonOf(cell) ?? '', slot, aisTextAt(cell, step.value), raced)
      }
      if (tablet) await hub.transfer(tablet.person)
      ais.state.fault = 'none'
      return
    }
    case 'settle':
      await tablet?.settle(step.choice)
      return
    case 'signOut':
      return tablet?.signOutAndIn()
  }
}

const readRows = (world: World): Promise<FactRow[]> =>
  world.db
    .selectFrom('entry')
    .select(['id', 'person', 'cell_key', 'state', 'recorded_at', 'verified_at', 'body'])
    .orderBy('rev')
    .execute()

/** Every entry that has just become «в АИС СРО» is looked for there, at once. */
const createGreenWatch = (world: World) => {
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
        return !textsFor(cell.kind, value).includes(world.ais.textOf(cell.lesson, aisSlot(cell)))
      })
      .map((row) => `${row.id} is called verified, but АИС holds another text`)
  }
}

const openConflicts = async (world: World): Promise<string[]> =>
  (await world.db.selectFrom('cell').select('key').where('conflict_opened_at', 'is not', null).execute()).map(
    (row) => row.key,
  )

/** A conflict of equal values, or of one log with itself, is none. */
const findFalseConflicts = async (world: World): Promise<string[]> => {
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
const findUnreported = async (world: World): Promise<string[]> => {
  const shown = new Set<string>()
  for (const tablet of world.tablets) for (const key of await tablet.conflicts()) shown.add(key)
  return (await openConflicts(world)).filter((key) => !shown.has(key))
}

const settled = ['verified', 'superseded', 'refused']

const findStuck = async (world: World): Promise<string[]> => {
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

const heal = async (world: World, seed: number) => {
  const { ais, hub, tablets } = world
  const unreported: string[] = []
  ais.state.down = false
  hub.restart()
  const alone = seed % 10 === 0
  for (const tablet of tablets) await (alone ? tablet.mend() : tablet.setNetwork('ok'))
  await deliverLate(world)
  /** Until no tablet has anything to send or to hear; with `all` even who seems to have nothing asks once. */
  const exchange = async (all = false): Promise<void> => {
    for (let pass = 0; pass < 4; pass += 1) {
      let rested = true
      for (const tablet of tablets) {
        const { rev } = await readRevision(world.db)
        if (!(all && pass === 0) && !(await tablet.isBehind(rev))) continue
        await tablet.wake('tap')
        rested = false
      }
      if (rested) return
    }
  }
  // Longer than the longest pause between tries: whatever waits must go by itself. It is slow, so not each time.
  const left: string[] = []
  if (alone) {
    await passTime(world, 330)
    for (const tablet of tablets) {
      const unsent = await tablet.unsent()
      if (unsent > 0) left.push(`${tablet.person} has ${unsent} unsent that did not go by themselves`)
    }
  }
  for (let round = 0; round < healingRounds; round += 1) {
    await exchange(round === 0)
    unreported.push(...(await findUnreported(world)), ...(await findFalseConflicts(world)))
    for (const tablet of tablets) {
      for (let choice = 0; choice < 8; choice += 1) if (!(await tablet.settle(round + choice))) break
    }
    await exchange()
    for (const person of new Set(people)) await hub.transfer(person)
    await exchange()
    if ((await findStuck(world)).length === 0 && (await openConflicts(world)).length === 0) break
  }
  return { unreported, left }
}

/** At rest the hub and АИС say the same of every cell about which nobody disagrees. */
const findApart = async (world: World): Promise<string[]> => {
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
    if (!textsFor(kind, JSON.parse(cell.value)).includes(text)) apart.push(`${cell.key}: АИС holds «${text}»`)
  }
  return apart
}

export const runSchedule = async ({ seed, steps }: Schedule, doubles: Doubles = 'fast'): Promise<Verdict> => {
  const world = await createWorld(seed, doubles)
  const lookForGreen = createGreenWatch(world)
  const green: string[] = []
  for (const step of steps) {
    await play(world, step)
    if (step.kind === 'transfer') green.push(...(await lookForGreen()))
  }
  const { unreported, left } = await heal(world, seed)
  green.push(...(await lookForGreen()))
  const told = (await Promise.all(world.tablets.map((tablet) => tablet.list()))).flat()
  const facts = {
    saved: world.tablets.flatMap((tablet) => tablet.saved),
    rows: await readRows(world),
    told: told.map(({ entry, state }) => ({ id: entry.id, state })),
    aisLog: world.ais.log,
    forgotten: world.memory.forgotten,
  }
  const breaches = judge(facts)
  const stuck = [...left, ...(await findStuck(world)), ...(await findApart(world))]
  const end: EndState = {
    hub: await copyHubDatabase(world.db),
    told: facts.told,
    conflicts: await Promise.all(world.tablets.map((tablet) => tablet.conflicts())),
    ais: world.ais.log,
  }
  for (const tablet of world.tablets) await tablet.close()
  return {
    ...breaches,
    falselyGreen: [...breaches.falselyGreen, ...green],
    unreported: [...unreported, ...findReportedTwice(facts)],
    ...{ entries: facts.saved.length, stuck, bugs: world.bugs, end },
  }
}
