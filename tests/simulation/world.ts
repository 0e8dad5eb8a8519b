// The world of one schedule: three tablets, the hub and АИС under one clock, with what everybody has said.
import { toInstant } from '../../src/domain/time.ts'
import { applySchool } from '../../src/hub/import/apply-school.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { createSimulatedAis } from './ais.ts'
import { blankHubDatabase, type HubCopy } from './blank-hub-database.ts'
import type { Doubles } from './doubles.ts'
import type { BroughtFile } from './oracle/brought-file.ts'
import type { FactRow } from './oracle/facts.ts'
import type { ListsInForce } from './oracle/moved-lessons.ts'
import { seededRandom } from './seeded-random.ts'
import { createSimulatedHub } from './simulated-hub.ts'
import { createSimulatedTablet } from './simulated-tablet.ts'

export const people = ['algebraist', 'algebraist', 'leader'] as const
const dayMs = 86_400_000
/** As the first import stores it: one object, so that what is looked up of it is looked up once. */
const school = { ...tinySchool, version: 1 }

const skews = [0, 0, 90_000, -2 * dayMs, 3650 * dayMs]

interface HubMemory {
  copy: HubCopy | null
  /** Rows that the hub had before it was restored. */
  forgotten: FactRow[]
  /** Which lists the hub had, once the first are followed by others. */
  lists: ListsInForce[]
  /** What a deputy brought of a teacher who had left. */
  files: BroughtFile[]
}

export const createWorld = async (seed: number, doubles: Doubles) => {
  const random = seededRandom(seed ^ 0x5eed)
  // On any day from that of the lessons to the holidays: the terms run over weekends and into another year.
  const clock = createTurnableClock(toInstant(Date.parse('2026-11-24T05:00:00.000Z') + (seed % 38) * dayMs))
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
  const ais = createSimulatedAis(instant, (person) =>
    db
      .selectFrom('intent')
      .select(['slot', 'entries'])
      .where('person', '=', person)
      .where('outcome', 'is', null)
      .execute(),
  )
  const hub = createSimulatedHub({ db, school, target: ais.target, now: instant, newId, doubles })
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
      // Clocks stand right, two days off, or years; and one tablet in two has no place for a second copy.
      skewMs: random.pick(skews),
      hasCopy: (seed + at) % 2 === 0,
    }
    tablets.push(await createSimulatedTablet({ ...ports, onBug: (error) => bugs.push(String(error)) }))
  }
  const memory: HubMemory = { copy: null, forgotten: [], lists: [], files: [] }
  return { db, clock, ais, hub, late, bugs, tablets, memory, newId, now: instant }
}

export type World = Awaited<ReturnType<typeof createWorld>>
