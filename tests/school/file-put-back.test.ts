// The hub's file is changed for an older one while the hub stands, and nobody says so: no `hub restore`, the life keeps its
// name. Whoever speaks first, the tablets send again what the older file lacks, and the deputy is told.
import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { openDatabase } from '../../src/hub/database/open-database.ts'
import { signIn, signOut } from '../../src/store/device.ts'
import { listEntries } from '../../src/store/outbox-view.ts'
import { algebraFirst, english } from '../domain/tiny-school.ts'
import { openSqlite } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet, cutNetwork } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

type Name = 'heard' | 'pulled' | 'away'
const topic: Cell = { kind: 'topic', lesson: algebraFirst }
const homework: Cell = { kind: 'homework', lesson: algebraFirst }
const ofEnglish: Cell = { kind: 'attendance', lesson: english, pupil: 'p2' }

describe('a hub whose file was put back from before', () => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  const start = async () => {
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const database = await openSqlite()
    const { place } = database
    if (place.kind !== 'sqlite') throw new Error('a server has no file to put back')
    const { file } = place
    const aside = join(file, '..', 'aside.sqlite')
    let rig = await createHubRig({ db: database.db, clock })
    closing.push(database.drop, () => rig.hub.close())
    const tabletOf = async (person: string, device: string) => {
      const first = await rig.signIn(person, device)
      const tablet = await createTablet({ clock, send: first.send, person, device })
      closing.push(tablet.close)
      tablet.engine.start()
      await tablet.rest()
      /** The same address answers again, and the tablet keeps its cookie. */
      const reach = () => {
        tablet.network.send = rig.browser(first.cookie()).send
      }
      const speak = async () => {
        reach()
        tablet.engine.wake('tap')
        await tablet.rest()
      }
      return { ...tablet, reach, speak }
    }
    /** The hub stops, something is done to its file, and it starts. */
    const meanwhile = async (work: () => void) => {
      await rig.hub.close()
      work()
      rig = await createHubRig({ db: await openDatabase(place, randomUUID), clock })
    }
    return {
      ...{ clock, tabletOf, meanwhile },
      copyAside: () => copyFileSync(file, aside),
      putBack: () => copyFileSync(aside, file),
      rows: async () =>
        Object.fromEntries(
          (await rig.db.selectFrom('entry').select(['id', 'state']).execute()).map((row) => [
            row.id,
            row.state,
          ]),
        ),
      board: async () => {
        const told = await (await rig.signIn('deputy', 'desk')).client.board()
        if (told.kind !== 'ok') throw new Error(told.kind)
        return told.value
      },
    }
  }

  /** `lost`: who records in the hour that will be lost; `first`: who speaks first after it; `leaves`: signs out before it has. */
  it.each<{ lost: readonly Name[]; first: Name; leaves?: Name }>([
    { lost: ['heard'], first: 'heard' },
    { lost: ['pulled'], first: 'pulled' },
    { lost: ['heard', 'pulled'], first: 'heard' },
    { lost: ['heard', 'pulled'], first: 'pulled' },
    { lost: ['heard', 'pulled'], first: 'away' },
    { lost: ['heard'], first: 'away', leaves: 'heard' },
  ])(
    'lacks nothing once the tablets have spoken: $lost lose, $first is first, $leaves signs out before',
    async ({ lost, first, leaves }) => {
      const { clock, tabletOf, meanwhile, copyAside, putBack, rows, board } = await start()
      // One hears its receipts of the lost hour and no more, one has pulled too, one was away and brings so much that the
      // hub's revision goes beyond all that was lost.
      const tablets = {
        heard: await tabletOf('algebraist', 'tablet-1'),
        pulled: await tabletOf('leader', 'tablet-2'),
        away: await tabletOf('algebraist', 'tablet-3'),
      }
      const all = Object.values(tablets)
      const cells: Record<Name, Cell> = { heard: topic, pulled: ofEnglish, away: homework }
      const values: Record<Name, readonly CellValue[]> = {
        heard: ['Одночлены', 'Многочлены', 'Дроби'].map((text) => ({ planItem: null, text })),
        pulled: [{ code: 'absent' }, { code: 'late', minutes: 5 }, { code: 'exempt' }],
        away: [{ none: true }, { text: '№ 5' }, { none: true }],
      }
      const write = (name: Name, at: number) => tablets[name].write(cells[name], values[name][at] ?? null)
      await write('heard', 0)
      await write('pulled', 0)
      for (const tablet of all) await tablet.speak()
      await meanwhile(copyAside)
      for (const tablet of all) await tablet.speak()
      tablets.away.network.send = cutNetwork
      const { send } = tablets.heard.network
      tablets.heard.network.send = (request) =>
        request.path.startsWith('/api/push') ? send(request) : cutNetwork(request)
      for (const name of lost) {
        await write(name, 1)
        await tablets[name].rest()
      }
      expect(Object.keys(await rows())).toHaveLength(2 + lost.length)

      await meanwhile(putBack)
      clock.set('2026-11-24T06:00:00.000Z')
      expect(Object.keys(await rows())).toHaveLength(2)
      if (first === 'away') {
        for (let at = 0; at < 6; at += 1) {
          await write('away', at % 3)
          await tablets.away.speak()
        }
      } else {
        await write(first, 2)
        await tablets[first].speak()
      }
      if (leaves) {
        const { db, log } = tablets[leaves]
        expect(await signOut(db, log)).toEqual({ kind: 'signedOut' })
        await signIn(db, { person: log.person, name: log.person, board: false })
      }
      for (const tablet of all) tablet.reach()
      await clock.advance(600_000)

      const now = await rows()
      expect(Object.keys(now)).toHaveLength(2 + lost.length + (first === 'away' ? 6 : 1))
      expect(Object.values(now)).not.toContain('waiting')
      for (const tablet of all) {
        const told = (await listEntries(tablet.db, tablet.log)).map((one) => [one.entry.id, one.state])
        expect(Object.fromEntries(told)).toEqual(
          Object.fromEntries(told.map(([id]) => [id, now[String(id)]])),
        )
        expect(tablet.bugs).toEqual([])
        expect(tablet.status()?.hubRestoredAt).not.toBeNull()
      }
      expect((await board()).restored).toMatchObject({ noticed: true })
    },
  )

  it('is not taken for older because it was started anew', async () => {
    const { tabletOf, meanwhile, board } = await start()
    const tablet = await tabletOf('algebraist', 'tablet-1')
    for (let n = 0; n < 3; n += 1) {
      await tablet.write(topic, { planItem: null, text: `урок ${n}` })
      await tablet.speak()
      await meanwhile(() => {})
      await tablet.speak()
    }
    expect(tablet.status()?.hubRestoredAt).toBeNull()
    expect((await board()).restored).toBeUndefined()
  })
})
