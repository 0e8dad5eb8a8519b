// What stands around a lesson is read anew by what has changed, and by nothing else.
import { afterEach, expect, it, vi } from 'vitest'
import { type Following, followTables, type Watched } from '../../src/store/watch-tables.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDevice } from './memory-device.ts'

let stop: () => void = () => {}
afterEach(() => stop())

const start = (watched: readonly Watched[], following: Following = {}) => {
  const device = createMemoryDevice()
  const told: unknown[] = []
  const failures: unknown[] = []
  let broken = false
  stop = followTables(
    device.db,
    watched,
    async () => {
      if (broken) throw new Error('a bug')
      return device.db.meta.toCollection().primaryKeys()
    },
    { found: (found) => told.push(found), failed: (error) => failures.push(error) },
    following,
  )
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50))
  const breakDown = () => {
    broken = true
  }
  return { device, told, failures, settled, breakDown }
}
const put = (device: ReturnType<typeof createMemoryDevice>, name: string) =>
  device.db.meta.put({ name, value: 1 })

it('reads at once, and again after a change of its row alone', async () => {
  const { device, told, settled } = start([{ meta: 'one' }])
  await settled()
  expect(told).toHaveLength(1)
  await put(device, 'other')
  await device.write({ kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }, { code: 'absent' })
  await settled()
  expect(told).toHaveLength(1)
  await put(device, 'one')
  await settled()
  expect(told).toHaveLength(2)
  expect(told.at(-1)).toContain('one')
})

it('tells the newest reading alone, whichever ends first', async () => {
  const device = createMemoryDevice()
  const told: number[] = []
  const ends: ((n: number) => void)[] = []
  const read = () => new Promise<number>((resolve) => ends.push(resolve))
  stop = followTables(device.db, ['meta'], read, { found: (n) => told.push(n), failed: () => {} })
  await put(device, 'one')
  expect(ends.length).toBeGreaterThan(1)
  const newest = ends.length - 1
  for (const n of [...ends.keys()].reverse()) {
    ends[n]?.(n)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  expect(told).toEqual([newest])
})

it('reads once after a burst where it waits for the end of one', async () => {
  const { device, told, settled } = start(['meta'], { calmly: true })
  await settled()
  for (const name of ['one', 'two', 'three']) await put(device, name)
  expect(told).toHaveLength(1)
  await vi.waitFor(() => expect(told).toHaveLength(2), 10_000)
  expect(told.at(-1)).toEqual(expect.arrayContaining(['one', 'two', 'three']))
})

it('passes by what its own tab has recorded, where that can change nothing', async () => {
  const { device, told, settled } = start(['log'], { ownToo: false })
  await settled()
  await device.write({ kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }, { code: 'absent' })
  await settled()
  expect(told).toHaveLength(1)
  await device.db.log.clear()
  await settled()
  expect(told).toHaveLength(2)
})

it('tells what failed', async () => {
  const { device, told, failures, settled, breakDown } = start(['meta'])
  await settled()
  breakDown()
  await put(device, 'one')
  await settled()
  expect(failures).toEqual([new Error('a bug')])
  expect(told).toHaveLength(1)
})

it('is silent once a newer tab has closed the database', async () => {
  const device = createMemoryDevice()
  device.db.close()
  const told: unknown[] = []
  stop = followTables(device.db, ['meta'], () => device.db.meta.count(), {
    found: (found) => told.push(found),
    failed: (error) => told.push(error),
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(told).toEqual([])
})

it('hears nothing after it was stopped', async () => {
  const { device, told, settled } = start(['meta'])
  await settled()
  stop()
  await put(device, 'one')
  await settled()
  expect(told).toHaveLength(1)
})
