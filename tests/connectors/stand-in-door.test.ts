// The door to the stand-in keeps the port's contract over a real socket.
import { afterEach, describe, expect, it } from 'vitest'
import { createStandInDoor } from '../../src/connectors/stand-in/stand-in-door.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { algebraFirst, english } from '../domain/tiny-school.ts'
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

  it('takes the page of another lesson for no page', async () => {
    const now = '2026-11-24T05:00:00.000Z'
    const page = { lesson: english, slots: {}, changed: null }
    const fetch = async () => ({ status: 200, text: JSON.stringify(page), ms: 1 })
    const door = createStandInDoor({ baseUrl: 'http://ais', fetch, now: () => now })
    const session = { person: 'algebraist', key: 'k', expiresAt: now }
    expect(await door.readLesson(session, english)).toMatchObject({ ok: true })
    expect(await door.readLesson(session, algebraFirst)).toMatchObject({ failure: { kind: 'unreachable' } })
  })
})
