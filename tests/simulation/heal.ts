// Stops every fault and lets the world come to rest: what still waits then is stuck.
import { readRevision } from '../../src/hub/database/revision.ts'
import { openSchoolOutage } from '../../src/hub/outages/register.ts'
import {
  findFalseConflicts,
  findHeldForLostLists,
  findStuck,
  findUnflagged,
  findUnreported,
  openConflicts,
} from './checks.ts'
import { comeBack } from './departed-teacher.ts'
import { lastBeginning } from './moved-lessons.ts'
import { deliverLate, passTime } from './play-step.ts'
import { people, type World } from './world.ts'

const healingRounds = 12

export const heal = async (world: World, seed: number) => {
  const { ais, hub, tablets } = world
  const unreported: string[] = []
  ais.state.down = false
  await hub.restart()
  await comeBack(world)
  const alone = seed % 19 === 0
  for (const tablet of tablets) {
    await tablet.heal()
    await (alone ? tablet.mend() : tablet.setNetwork('ok'))
  }
  await deliverLate(world)
  // An outage is over only after its quiet minute.
  await hub.look()
  if (await openSchoolOutage(world.db)) {
    await passTime(world, 61)
    await hub.look()
  }
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
  const transferAll = async (): Promise<void> => {
    for (const person of new Set(people)) await hub.transfer(person)
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
  const begins = lastBeginning(world)
  if (begins !== null) {
    // What the tablets have of the former hours comes before the lesson, and no run may carry it yet.
    await exchange(alone)
    await transferAll()
    unreported.push(...(await findUnflagged(world)))
    world.clock.set(begins)
    await hub.restart()
    await passTime(world, 1)
  }
  for (let round = 0; round < healingRounds; round += 1) {
    await exchange(alone && round === 0)
    const held = await findHeldForLostLists(world)
    if (held.length > 0) await hub.setAside(held)
    unreported.push(...(await findUnreported(world)), ...(await findFalseConflicts(world)))
    for (const tablet of tablets) await tablet.settleAll(round)
    await exchange()
    await transferAll()
    await exchange()
    if ((await findStuck(world)).length === 0 && (await openConflicts(world)).length === 0) break
  }
  return { unreported, left }
}
