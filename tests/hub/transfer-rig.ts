// A hub with a door to the stand-in АИС, and people who push, open sessions and let their runs go to the end.
import type { AisTarget } from '../../src/connectors/ais-target.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { School } from '../../src/domain/school.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import type { TestDatabase } from './databases.ts'
import { createHubRig } from './hub-rig.ts'
import { pushOf } from './pushes.ts'

export const createTransferRig = async (
  database: TestDatabase,
  settings: School['settings'] = {},
  through: (door: AisTarget) => AisTarget = (door) => door,
) => {
  const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
  const ais = await createStandInRig(clock)
  const rig = await createHubRig({
    ...{ db: database.db, clock, target: through(ais.target) },
    school: { ...tinySchool, settings },
  })
  const stop = async () => {
    await rig.hub.close()
    await ais.standIn.close()
    await database.drop()
  }
  const person = async (login: string, device = 'tablet') => {
    const signed = await rig.signIn(login, device)
    /** What the person does: opens the session page, clicks, comes back; then the run goes to its end. */
    const transfer = async () => {
      const view = await signed.client.transfer()
      if (view.kind !== 'ok') throw new Error(view.kind)
      const back = await ais.click(view.value.sessionPage)
      await signed.send({ method: 'GET', path: back.pathname + back.search, body: null, timeoutMs: 1000 })
      await rig.hub.carrier?.idle()
      const after = await signed.client.transfer()
      if (after.kind !== 'ok') throw new Error(after.kind)
      return after.value
    }
    const push = (entries: readonly Entry[]) => signed.client.push(pushOf(entries))
    return { ...signed, transfer, push }
  }
  const states = async () => {
    const rows = await rig.db
      .selectFrom('entry')
      .select(['id', 'state'])
      .where('person', '!=', 'ais')
      .orderBy('id')
      .execute()
    return Object.fromEntries(rows.map((row) => [row.id, row.state]))
  }
  const inAis = () => ais.standIn.book.page(algebraFirst).slots
  return { ...rig, ...ais, person, states, inAis, stop }
}
