// Every history that once broke a promise is played again, and the simulation itself is checked: the same seed, the same story.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Happened, runSchedule } from './run-schedule.ts'
import { drawSchedule, type NetworkMode, type Schedule, type Step } from './schedule.ts'
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

  const record: Step = { kind: 'record', tablet: 0, cell: 0, value: 0 }
  const offline: Step = { kind: 'network', tablet: 0, mode: 'offline' }
  const press: Step = { kind: 'press', tablet: 0, times: 12 }
  const odd: readonly NetworkMode[] = ['unknownReceipt', 'wrongHash', 'doubledReceipt']
  it.each<{ fault: keyof Happened; steps: Step[] }>([
    {
      fault: 'measured',
      steps: [{ kind: 'jumpClock', tablet: 0, hours: 20 }, record, { ...record, cell: 1 }],
    },
    { fault: 'held', steps: [offline, record, { kind: 'network', tablet: 0, mode: 'breaks' }, press] },
    { fault: 'carried', steps: [offline, record, { kind: 'carryFile', tablet: 0, to: 1 }] },
    ...[1, 3].map((hour) => ({
      fault: 'early' as const,
      steps: [record, { kind: 'moveLesson' as const, cell: 0, hour }, { ...record, value: 1 }],
    })),
    { fault: 'brought', steps: [{ kind: 'departedFile', tablet: 0, cell: 0, value: 0, isBack: true }] },
    { fault: 'rebuilt', steps: [offline, record, { kind: 'wipe', tablet: 0 }] },
    ...odd.map((mode) => ({
      fault: 'spoiled' as const,
      steps: [{ kind: 'network' as const, tablet: 0, mode }, record],
    })),
  ])('makes the fault really happen and heals: $fault by $steps', async ({ fault, steps }) => {
    const { happened, ...verdict } = await runSchedule({ seed: 2, steps })
    expect(happened[fault]).toBeGreaterThan(0)
    expect(verdict).toMatchObject(nothing)
  })

  it('keeps every promise wherever the hub breaks in a commit that batches of several tablets share', async () => {
    const tablets = [0, 1, 2]
    const waiting: readonly Step[] = [
      ...tablets.map((tablet) => ({ ...offline, tablet })),
      ...tablets.map((tablet) => ({ ...record, tablet, cell: tablet + 1 })),
    ]
    let shared = 0
    for (let after = 1; after < 60; after += 2) {
      const steps: Step[] = [...waiting, { kind: 'breakHub', after }, { kind: 'comeBack' }]
      const { happened, ...verdict } = await runSchedule({ seed: 2, steps }, 'real')
      shared += happened.shared
      expect({ after, ...verdict }).toMatchObject({ after, ...nothing })
    }
    expect(shared).toBeGreaterThan(30)
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
        steps: steps.flatMap((step): Step[] => {
          if (step.kind === 'recordWhileSending') return [{ ...step, kind: 'record' }]
          if (step.kind !== 'comeBack') return [step]
          return [0, 1, 2].map((tablet) => ({ kind: 'network', tablet, mode: 'ok' }))
        }),
      }
      expect(await runSchedule(schedule, 'real')).toEqual(await runSchedule(schedule, 'fast'))
    },
  )

  it('shrinks a history to the steps that matter', async () => {
    const drawn = Array.from({ length: 20 }, (_, seed) => drawSchedule(seed))
    const schedule = drawn.reduce((longest, one) => (one.steps.length > longest.steps.length ? one : longest))
    const isLong = async ({ steps }: Schedule) => steps.filter((step) => step.kind === 'record').length >= 2
    const { steps } = await shrink(schedule, isLong)
    expect(steps.map((step) => step.kind)).toEqual(['record', 'record'])
  })
})
