// T16, a complaint from elsewhere (kolibri#8175): after some hundred exchanges each costs more than the first.
import { expect, it } from 'vitest'
import type { HubFetch } from '../../src/contract/hub-client.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

/** What a hundred exchanges cost: rows that stay on the tablet, requests, bytes both ways. */
interface Cost {
  rows: number
  requests: number
  bytes: number
}

it('T16 500 exchanges: rows, requests and bytes of the last hundred are those of the second', async () => {
  const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
  const database = await databases[0]?.open()
  if (!database) throw new Error('no database')
  const rig = await createHubRig({ db: database.db, clock, target: null })
  const browser = await rig.signIn('algebraist', 'tablet')
  const tablet = await createTablet({ clock, send: browser.send, person: 'algebraist', device: 'tablet' })
  const seen = { requests: 0, bytes: 0 }
  const counted: HubFetch = async (request) => {
    const answer = await browser.send(request)
    seen.requests += 1
    seen.bytes += (request.body?.length ?? 0) + answer.text.length
    return answer
  }
  const rows = async (): Promise<number> => {
    const counts = await Promise.all(tablet.db.tables.map((table) => table.count()))
    return counts.reduce((sum, one) => sum + one, 0)
  }
  try {
    tablet.network.send = counted
    tablet.engine.start()
    await tablet.rest()
    const costs: Cost[] = []
    for (let hundred = 0; hundred < 5; hundred += 1) {
      const before = { rows: await rows(), ...seen }
      for (let n = 0; n < 100; n += 1) {
        const text = `№ ${String(hundred * 100 + n).padStart(3, '0')}`
        await tablet.write({ kind: 'homework', lesson: algebraFirst }, { text })
        await tablet.rest()
      }
      costs.push({
        rows: (await rows()) - before.rows,
        requests: seen.requests - before.requests,
        bytes: seen.bytes - before.bytes,
      })
    }
    const [, second, , , last] = costs
    if (!second || !last) throw new Error('too few exchanges')
    expect(await rig.db.selectFrom('entry').select('id').execute()).toHaveLength(500)
    expect(last.rows).toBe(second.rows)
    expect(last.requests).toBe(second.requests)
    // Numbers in the entries have a digit more; nothing else may grow.
    expect(last.bytes).toBeLessThan(second.bytes * 1.02)
  } finally {
    await tablet.close()
    await rig.hub.close()
    await database.drop()
  }
})
