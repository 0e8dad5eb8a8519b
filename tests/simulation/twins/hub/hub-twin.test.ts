// The hub's twin in memory answers whatever the hub asks as its databases do: generated sequences, compared step by step.
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../src/hub/database/tables.ts'
import { databases } from '../../../hub/databases.ts'
import { step } from './hub-asks.ts'
import { readHubSchema } from './hub-schema.ts'
import { createMemoryHub } from './memory-hub.ts'

const tables = ['entry', 'cell', 'device_report'] as const

/** What was answered, and «refused» where the database would not; then all that it holds. */
const tell = async (db: Database, steps: readonly ((db: Database) => Promise<unknown>)[]) => {
  for (const table of tables) await db.deleteFrom(table).execute()
  await db.updateTable('revision').set({ rev: 0, incarnation: 'life' }).execute()
  const answers: unknown[] = []
  for (const one of steps) {
    const answer = await one(db).catch(() => 'refused')
    answers.push(answer)
  }
  const rows = await Promise.all(
    tables.map(async (table) =>
      (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort(),
    ),
  )
  return { answers: JSON.parse(JSON.stringify(answers)), rows }
}

describe.each(databases)('$name', ({ open, skip }) => {
  const opened = skip ? null : open()
  afterAll(async () => {
    const real = await opened
    await real?.db.destroy()
    await real?.drop()
  })
  it.skipIf(skip)(
    'and its twin in memory answer the same and end with the same rows',
    async () => {
      const real = await opened
      if (!real) throw new Error('no database')
      const twin = createMemoryHub(await readHubSchema())
      await twin.insertInto('revision').values({ id: 1, rev: 0, incarnation: '' }).execute()
      let refused = 0
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const said = await tell(real.db, steps)
          refused += said.answers.filter((one: unknown) => one === 'refused').length
          expect(await tell(twin, steps)).toEqual(said)
        }),
        { numRuns: 150, seed: 20261124 },
      )
      expect(refused).toBeGreaterThan(50)
    },
    120_000,
  )
})
