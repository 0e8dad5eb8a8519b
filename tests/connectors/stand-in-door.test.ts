// The door to the stand-in keeps the port's contract over a real socket.
import { afterEach, describe } from 'vitest'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { checkDoor } from './contract-check.ts'

describe('the door to the stand-in', () => {
  let close: () => Promise<void> = async () => {}
  afterEach(() => close())
  checkDoor(async () => {
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const { standIn, target, click } = await createStandInRig(clock)
    close = standIn.close
    return {
      target,
      click: async (_, page) => (await click(page)).searchParams.get('code') ?? '',
      edit: (lesson, slot, text) => standIn.book.write(lesson, { [slot]: text }, 'somebody'),
      closeAis: standIn.down,
      openAis: standIn.up,
      passSessionTime: () => clock.set('2026-11-24T05:15:01.000Z'),
    }
  })
})
