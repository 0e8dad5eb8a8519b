// Teachers' outages of a former build: what a deputy had entered with a reason is confirmed, what intake opened is not.
import { afterEach, describe, expect, it } from 'vitest'
import { confirmedByReason } from '../../src/hub/database/migrations/confirmed-by-reason.ts'
import { readRegister } from '../../src/hub/outages/register.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { databases } from './databases.ts'

const at = '2026-11-24T01:00:00.000Z'

describe.each(databases)('an outage of one teacher, on $name', ({ open, skip }) => {
  let drop: () => Promise<void> = async () => {}
  afterEach(() => drop())

  it.skipIf(skip)(
    'that stands unconfirmed is confirmed from its opening on where it has a reason',
    async () => {
      const database = await open()
      drop = database.drop
      const { db } = database
      const enter = async (
        no: number,
        person: string | null,
        reason: string | null,
        confirmed: string | null,
      ) => {
        const row = { no, person, building: null, opened_at: at, opened_by: null, restored_at: null }
        await db
          .insertInto('outage')
          .values({ ...row, restored_by: null, closed_at: null, confirmed_at: confirmed, rev: 0 })
          .execute()
        const scope = person === null ? { kind: 'school' } : { kind: 'teacher', person }
        const event = { no, n: 1, at, who: 'deputy', kind: 'opened', scope, probe: null, reason }
        await db
          .insertInto('outage_event')
          .values({ no, n: 1, event: JSON.stringify(event) })
          .execute()
      }
      const later = '2026-11-24T03:00:00.000Z'
      await enter(1, 'algebraist', 'забыт пароль', null)
      await enter(2, 'leader', null, null)
      await enter(3, 'stranger', 'забыт пароль', later)
      await enter(4, null, 'нет связи', null)
      await confirmedByReason.up(db)
      const register = await readRegister(db, tinySchool, later)
      expect(register.map((one) => [one.no, one.confirmedAt ?? null])).toEqual([
        [4, null],
        [3, later],
        [2, null],
        [1, at],
      ])
      await db.destroy()
    },
  )
})
