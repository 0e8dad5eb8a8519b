// T18, a complaint from elsewhere (actual#3665): the network comes back and the browser does not say so.
import { expect, it } from 'vitest'
import { summary } from '../../src/store/outbox-view.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

it.each([1, 40])(
  'T18 back after %i minutes without an `online` event: everything is sent within 30 s',
  async (minutes) => {
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const database = await databases[0]?.open()
    if (!database) throw new Error('no database')
    const rig = await createHubRig({ db: database.db, clock, target: null })
    const browser = await rig.signIn('algebraist', 'tablet')
    const tablet = await createTablet({ clock, send: browser.send, person: 'algebraist', device: 'tablet' })
    try {
      tablet.engine.start()
      await tablet.rest()
      tablet.network.send = async () => {
        throw new Error('no network')
      }
      await tablet.write({ kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }, { code: 'absent' })
      await clock.advance(minutes * 60_000, tablet.rest)
      expect(await summary(tablet.db, tablet.log)).toMatchObject({ unsent: 1 })

      tablet.network.send = browser.send
      await clock.advance(30_000, tablet.rest)
      expect(await summary(tablet.db, tablet.log)).toMatchObject({ unsent: 0 })
      expect(await rig.db.selectFrom('entry').select('id').execute()).toHaveLength(1)
    } finally {
      await tablet.close()
      await rig.hub.close()
      await database.drop()
    }
  },
)
