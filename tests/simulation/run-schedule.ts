// Plays one schedule over the real parts, lets everything heal, and asks the oracle.
import type { AisWrite } from './ais.ts'
import { copyHubDatabase, type HubCopy } from './blank-hub-database.ts'
import {
  createGreenWatch,
  findApart,
  findNeedlessEpochs,
  findStale,
  findStuck,
  findWrongTerms,
} from './checks.ts'
import type { Doubles } from './doubles.ts'
import { heal } from './heal.ts'
import { findNeverSaid, findReportedTwice } from './oracle/ais-words.ts'
import { type Breaches, judge } from './oracle/judge.ts'
import { countEarly } from './oracle/moved-lessons.ts'
import { createMoveWatch } from './oracle/moves.ts'
import { readRows } from './oracle/read-rows.ts'
import { play } from './play-step.ts'
import type { Schedule } from './schedule.ts'
import { createWorld } from './world.ts'

export interface Verdict extends Breaches {
  entries: number
  unreported: string[]
  /** What did not come to rest after every fault had stopped. */
  stuck: string[]
  bugs: string[]
  /** How often faults came about that a schedule can name without their happening. */
  happened: Happened
  end: EndState
}

export const noneHappened = {
  ...{ measured: 0, held: 0, spoiled: 0, carried: 0, rebuilt: 0, shared: 0, early: 0, brought: 0 },
}
export type Happened = typeof noneHappened

export const sumOf = <T extends Record<string, number>>(none: T, all: readonly T[]): T => {
  const names = Object.keys(none)
  return Object.fromEntries(
    names.map((name) => [name, all.reduce((sum, one) => sum + (one[name] ?? 0), 0)]),
  ) as T
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
  ...{ entries: 0, happened: noneHappened, end: { hub: [], told: [], conflicts: [], ais: [] } },
})

export const runSchedule = async (schedule: Schedule, doubles: Doubles = 'fast'): Promise<Verdict> => {
  const { seed, steps } = schedule
  const world = await createWorld(seed, doubles)
  const lookForGreen = createGreenWatch(world)
  const moves = createMoveWatch()
  const green: string[] = []
  const astray: string[] = []
  const look = async (): Promise<void> => {
    const rows = await readRows(world)
    green.push(...lookForGreen(rows))
    astray.push(...moves.look(rows))
  }
  for (const step of steps) {
    await play(world, step)
    if (step.kind === 'transfer') await look()
    if (step.kind === 'restoreHub' || step.kind === 'putBackHub') moves.forget()
  }
  const { unreported, left } = await heal(world, seed)
  await look()
  const told = (await Promise.all(world.tablets.map((tablet) => tablet.list()))).flat()
  const facts = {
    saved: world.tablets.flatMap((tablet) => tablet.saved),
    rows: await readRows(world),
    told: told.map(({ entry, state }) => ({ id: entry.id, state })),
    aisLog: world.ais.log,
    cells: await world.db.selectFrom('cell').select(['key', 'holders', 'candidates']).execute(),
    forgotten: world.memory.forgotten,
    lists: world.memory.lists,
    files: world.memory.files,
    readLate: world.hub.readLate,
  }
  const breaches = judge(facts)
  const stuck = [
    ...left,
    ...(await findStuck(world)),
    ...(await findApart(world)),
    ...(await findStale(world)),
    ...(await findNeedlessEpochs(world, schedule)),
    ...(await findWrongTerms(world)),
  ]
  const end: EndState = {
    hub: await copyHubDatabase(world.db),
    told: facts.told,
    conflicts: await Promise.all(world.tablets.map((tablet) => tablet.conflicts())),
    ais: world.ais.log,
  }
  const brought = facts.files.reduce((sum, one) => sum + (one.sent?.taken ?? 0), 0)
  const happened = sumOf<Happened>(noneHappened, [
    ...world.tablets.map((tablet) => ({ ...noneHappened, ...tablet.happened() })),
    { ...noneHappened, shared: world.hub.shared(), early: countEarly(facts), brought },
  ])
  for (const tablet of world.tablets) await tablet.close()
  return {
    ...breaches,
    falselyGreen: [...breaches.falselyGreen, ...green],
    unreported: [...unreported, ...findReportedTwice(facts), ...findNeverSaid(facts)],
    ...{ entries: facts.saved.length, stuck, bugs: [...world.bugs, ...astray], happened, end },
  }
}
