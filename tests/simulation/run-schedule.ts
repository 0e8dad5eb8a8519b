// Plays one schedule over the real parts, lets everything heal, and asks the oracle.
import { lessonOf } from '../../src/domain/cell.ts'
import { aisSlot } from '../../src/domain/transfer/ais-page.ts'
import { readRevision } from '../../src/hub/database/revision.ts'
import { openSchoolOutage } from '../../src/hub/outages/register.ts'
import type { AisWrite } from './ais.ts'
import { copyHubDatabase, type HubCopy, restoreHubDatabase } from './blank-hub-database.ts'
import { aisTextAt, cellAt, valueAt } from './cells.ts'
import {
  createGreenWatch,
  findApart,
  findFalseConflicts,
  findStale,
  findStuck,
  findUnreported,
  findWrongTerms,
  openConflicts,
} from './checks.ts'
import type { Doubles } from './doubles.ts'
import { findNeverSaid, findReportedTwice } from './oracle/ais-words.ts'
import { type Breaches, judge } from './oracle/judge.ts'
import type { Schedule, Step } from './schedule.ts'
import { createWorld, people, readRows, type World } from './world.ts'

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

const healingRounds = 12

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
    case 'die':
      return tablet?.dieAfter(step.after)
    case 'switchTabs':
      return tablet?.switchTabs()
    case 'recordWhileSending': {
      const cell = cellAt(step.cell)
      return tablet?.recordWhileSending(cell, valueAt(cell, step.value))
    }
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
    case 'jumpClock':
      return tablet?.jumpClock(step.hours)
    case 'fillDisk':
      return tablet?.fillDisk()
  }
}

const heal = async (world: World, seed: number) => {
  const { ais, hub, tablets } = world
  const unreported: string[] = []
  ais.state.down = false
  hub.restart()
  const alone = seed % 10 === 0
  for (const tablet of tablets) {
    await tablet.heal()
    await (alone ? tablet.mend() : tablet.setNetwork('ok'))
  }
  await deliverLate(world)
  // An outage is over only after its quiet minute.
  for (let looks = 0; looks < 2 && (await openSchoolOutage(world.db)); looks += 1) {
    await hub.look()
    await passTime(world, 61)
  }
  await hub.look()
  /** Until no tablet has anything to send or to hear; with `all` even who seems to have nothing asks once. */
  const exchange = async (all = false): Promise<void> => {
    for (let pass = 0; pass < 4; pass += 1) {
      let rested = true
      for (const tablet of tablets) {
        const { rev } = await readRevision(world.db)
        if (!(all && pass === 0) && !(await tablet.isBehind(rev))) continue
        await tablet.wake()
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
    cells: await world.db.selectFrom('cell').select(['key', 'holders', 'candidates']).execute(),
    forgotten: world.memory.forgotten,
  }
  const breaches = judge(facts)
  const stuck = [
    ...left,
    ...(await findStuck(world)),
    ...(await findApart(world)),
    ...(await findStale(world)),
    ...(await findWrongTerms(world)),
  ]
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
    unreported: [...unreported, ...findReportedTwice(facts), ...findNeverSaid(facts)],
    ...{ entries: facts.saved.length, stuck, bugs: world.bugs, end },
  }
}
