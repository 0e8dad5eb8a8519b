// Every history that once broke a promise is played again, and the simulation itself is checked: the same seed, the same story.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runSchedule } from './run-schedule.ts'
import { drawSchedule, type Schedule } from './schedule.ts'
import { shrink } from './shrink.ts'

const nothing = {
  ...{ lost: [], doubled: [], unreported: [], falselyGreen: [], overwritten: [], stuck: [], bugs: [] },
}
const folder = 'tests/simulation/seeds'

describe('the simulation', () => {
  it.each(readdirSync(folder))('keeps every promise in the history of %s', async (file) => {
    const schedule = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Schedule
    expect(await runSchedule(schedule)).toMatchObject(nothing)
  })

  it('tells the same story for the same seed', async () => {
    const schedule = drawSchedule(42)
    expect(drawSchedule(42)).toEqual(schedule)
    expect(await runSchedule(schedule)).toEqual(await runSchedule(schedule))
  })

  it.each(Array.from({ length: 12 }, (_, at) => 301 + at))(
    'ends the same over the fast twins and over IndexedDB and SQLite: seed %i',
    async (seed) => {
      const { steps } = drawSchedule(seed)
      // What happens at once is settled by each database's own pace, so here it happens one after another.
      const schedule: Schedule = {
        seed,
        steps: steps.map((step) => (step.kind === 'recordWhileSending' ? { ...step, kind: 'record' } : step)),
      }
      expect(await runSchedule(schedule, 'real')).toEqual(await runSchedule(schedule, 'fast'))
    },
  )

  it('shrinks a history to the steps that matter', async () => {
    const schedule = drawSchedule(7)
    const isLong = async ({ steps }: Schedule) => steps.filter((step) => step.kind === 'record').length >= 2
    const { steps } = await shrink(schedule, isLong)
    expect(steps.map((step) => step.kind)).toEqual(['record', 'record'])
  })
})
