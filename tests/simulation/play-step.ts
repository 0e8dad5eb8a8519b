// Does one step of a schedule to the world.
import { beginLife } from '../../src/hub/database/life.ts'
import { copyHubDatabase, putBackHubDatabase } from './blank-hub-database.ts'
import { aisTextAt, cellAt, valueAt } from './cells.ts'
import { bringFile, comeBack } from './departed-teacher.ts'
import { moveLesson, noteLists } from './moved-lessons.ts'
import { aisPlaceOf } from './oracle/places.ts'
import { readRows } from './oracle/read-rows.ts'
import type { Step } from './schedule.ts'
import type { World } from './world.ts'

/** Timers fire in order, and each round they start comes to its end before the next. */
export const passTime = async ({ clock, tablets }: World, seconds: number): Promise<void> => {
  await clock.advance(seconds * 1000, async () => {
    for (const tablet of tablets) await tablet.settled()
  })
}

export const deliverLate = async ({ late }: World): Promise<void> => {
  // Later ones first: the order in which they were sent says nothing.
  for (const send of late.splice(0).reverse()) await send()
}

/** With `byHand` nobody tells the hub that its data are older; else it begins a new life, as `hub restore` does. */
const restoreHub = async (world: World, byHand: boolean): Promise<void> => {
  const { memory, db, hub, now, newId } = world
  if (!memory.copy) return
  memory.forgotten.push(...(await readRows(world)))
  await putBackHubDatabase(db, memory.copy)
  if (!byHand) await beginLife(db, 'copy', { now, newId })
  await hub.restart()
  noteLists(world)
}

export const play = async (world: World, step: Step): Promise<void> => {
  const { ais, hub, memory, tablets } = world
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
      return tablet?.recordWhileSending(cell, valueAt(cell, step.value), step.older)
    }
    case 'comeBack':
      await Promise.all(tablets.map((one) => one.setNetwork('ok')))
      return
    case 'advance':
      return passTime(world, step.seconds)
    case 'deliverLate':
      return deliverLate(world)
    case 'breakHub':
      return hub.breakAfter(step.after)
    case 'restartHub':
      return hub.restart()
    case 'backupHub':
      memory.copy = await copyHubDatabase(world.db)
      return
    case 'restoreHub':
      return restoreHub(world, false)
    case 'putBackHub':
      return restoreHub(world, true)
    case 'ais':
      ais.state.down = step.down
      return hub.look()
    case 'editAis': {
      const cell = cellAt(step.cell)
      return ais.editByPerson(cell.lesson, aisPlaceOf(cell), aisTextAt(cell, step.value), false)
    }
    case 'transfer': {
      const cell = cellAt(step.cell)
      ais.state.fault = step.fault
      ais.state.edit = (writes) => {
        const slot = aisPlaceOf(cell)
        // Only what comes into a slot after our writing can be seen: by reading back.
        const raced = step.fault === 'edit' || !(slot in writes)
        ais.editByPerson(cell.lesson, slot, aisTextAt(cell, step.value), raced)
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
    case 'press':
      return tablet?.press(step.times)
    case 'carryFile': {
      const to = tablets[step.to % tablets.length]
      return tablet && to?.importFile(await tablet.exportFile())
    }
    case 'moveLesson':
      return moveLesson(world, cellAt(step.cell).lesson, step.hour)
    case 'departedFile': {
      const cell = cellAt(step.cell)
      if (tablet) await bringFile(world, tablet, cell, valueAt(cell, step.value))
      return step.isBack ? comeBack(world) : undefined
    }
    case 'wipe':
      // What the hub has, a wiped tablet has no more: a hub that is then put back to before that loses it for both.
      return memory.copy === null ? tablet?.wipe() : undefined
  }
}
