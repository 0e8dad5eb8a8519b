// The cells of the grid and of the cards when the tablet can't read them: what was read last stays, and a lesson that
// could never be read says so.
import { afterEach, expect, it, vi } from 'vitest'
import { createGridCells } from '../../../src/app/grid/grid-cells.ts'
import { type Cell, cellKey } from '../../../src/domain/cell.ts'
import { algebraFirst } from '../../domain/tiny-school.ts'
import { createMemoryDevice } from '../../store/memory-device.ts'

const cell: Cell = { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }
const log = { device: 'tablet', person: 'algebraist' }
const unheard = vi.fn()
process.on('unhandledRejection', unheard)
afterEach(() => {
  expect(unheard).not.toHaveBeenCalled()
})

it('keeps what it has read once the storage gives nothing more', async () => {
  const device = createMemoryDevice()
  await device.write(cell, { code: 'absent' })
  const cells = createGridCells(device.db, algebraFirst, log)
  await cells.readAll()
  device.db.close({ disableAutoOpen: true })
  await cells.readAll()
  expect(cells.get(cellKey(cell))).toMatchObject({ value: { code: 'absent' } })
  expect(cells.facts()).toBeDefined()
})

it('says to the screen that it could never read', async () => {
  const device = createMemoryDevice()
  await device.db.open()
  device.db.close({ disableAutoOpen: true })
  const cells = createGridCells(device.db, algebraFirst, log)
  const told = vi.fn()
  cells.onAny(told)
  const stop = cells.start()
  await expect.poll(() => told.mock.calls.length).toBe(1)
  expect(cells.facts).toThrow()
  stop()
})
