// п. 4.3: a teacher keeps own lessons alone: a foreign one is refused by the hub, and no tablet but its own holds it.
// requirement: R4; screen: Сегодня, Урок
import { afterEach, describe, expect, it } from 'vitest'
import { lessonsOn } from '../../src/domain/lesson.ts'
import { readReference } from '../../src/store/reference.ts'
import { history, tuesday } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet } from '../sync/tablet.ts'

describe.each(databases)('п. 2.3, 4.3, R4: a lesson of another class, on $name', ({ open, skip }) => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  const start = async () => {
    const database = await open()
    const rig = await createHubRig({ db: database.db })
    closing.push(database.drop, rig.hub.close)
    const tabletOf = async (person: string) => {
      const { send } = await rig.signIn(person, person)
      const tablet = await createTablet({ clock: rig.clock, send, person, device: person })
      closing.push(tablet.close)
      tablet.engine.start()
      await tablet.rest()
      return tablet
    }
    return { db: rig.db, own: await tabletOf('stranger'), foreign: await tabletOf('algebraist') }
  }
  const cell = { kind: 'attendance', lesson: history, pupil: 'p4' } as const

  it.skipIf(skip)(
    'is not on the tablet: no lesson, no class, no pupil, nothing of what was recorded',
    async () => {
      const { own, foreign } = await start()
      await own.write(cell, { code: 'absent' })
      await own.rest()
      for (const tablet of [own, foreign]) {
        tablet.engine.wake('online')
        await tablet.rest()
      }
      const lists = await readReference(foreign.db)
      if (!lists) throw new Error('no lists came')
      expect(lists.classes.map((one) => one.id)).toEqual(['7a'])
      expect(lists.pupils.map((one) => one.id)).not.toContain('p4')
      expect(lessonsOn(lists, tuesday).map((one) => one.id)).not.toContain(history)
      expect([await own.db.cell.count(), await foreign.db.cell.count()]).toEqual([1, 0])
    },
  )

  it.skipIf(skip)(
    'is refused by the hub when a tablet sends it all the same, and the own teacher’s stands',
    async () => {
      const { db, own, foreign } = await start()
      await own.write(cell, { code: 'absent' })
      await own.rest()
      await foreign.write(cell, { code: 'present' })
      await foreign.rest()
      const rows = await db
        .selectFrom('entry')
        .select(['person', 'state', 'reason'])
        .orderBy('person')
        .execute()
      expect(rows).toEqual([
        { person: 'algebraist', state: 'refused', reason: 'foreignLesson' },
        { person: 'stranger', state: 'accepted', reason: null },
      ])
      const held = await db.selectFrom('cell').select('value').execute()
      expect(held.map((one) => JSON.parse(one.value ?? 'null'))).toEqual([{ code: 'absent' }])
    },
  )
})
