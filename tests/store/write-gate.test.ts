// Fail-stop: the first error of the storage is the last thing that was tried; a mistake of ours stops nothing.
import { describe, expect, it, vi } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { saveFailure } from '../../src/store/save-failure.ts'
import { createWriteGate } from '../../src/store/write-gate.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDevice } from './memory-device.ts'

const cell: Cell = { kind: 'topic', lesson: algebraFirst }
const named = (name: string, inner?: Error): Error =>
  Object.assign(new Error(name), { name, ...(inner ? { inner } : {}) })
/** As Dexie tells of a bulk write: without `inner`, with what happened to each row. */
const bulk = (...failures: Error[]): Error => Object.assign(named('BulkError'), { failures })

describe('a save that failed', () => {
  it.each([
    ['a full disk, as Dexie wraps it', named('AbortError', named('QuotaExceededError')), 'full'],
    ['a disk that fails', named('UnknownError'), 'storage'],
    ['a commit that was aborted', named('AbortError'), 'storage'],
    ['a database that a newer tab has taken', named('DatabaseClosedError'), 'closed'],
    ['a write that did not end', named('WriteTimeout'), 'slow'],
    ['a bulk write on a full disk', bulk(named('AbortError')), 'storage'],
    ['a mistake in one row of several', bulk(named('ConstraintError')), 'failed'],
    ['a mistake in the entry itself', named('BulkError', named('ConstraintError')), 'failed'],
  ])('is told apart: %s', (_, error, why) => {
    expect(saveFailure(error).why).toBe(why)
  })
})

describe('the journal', () => {
  it('writes nothing more after the storage has failed, and says the same each time', async () => {
    const device = createMemoryDevice()
    const write = vi.spyOn(device.db.log, 'bulkAdd').mockRejectedValueOnce(named('UnknownError'))
    expect(await device.write(cell, { none: true } as never)).toMatchObject({ why: 'storage' })
    expect(await device.write(cell, { none: true } as never)).toMatchObject({ why: 'storage' })
    expect(write).toHaveBeenCalledTimes(1)
    expect(device.copied).toEqual([])
  })

  it('goes on after a mistake of its own', async () => {
    const device = createMemoryDevice()
    vi.spyOn(device.db.log, 'bulkAdd').mockRejectedValueOnce(named('ConstraintError'))
    expect(await device.write(cell, { none: true } as never)).toMatchObject({ why: 'failed' })
    expect(await device.write(cell, { none: true } as never)).toMatchObject({ kind: 'saved' })
  })

  it('gives a write its time and no more', async () => {
    const timers: (() => void)[] = []
    const gate = createWriteGate({
      setTimer: (fn) => {
        timers.push(fn)
        return () => {}
      },
      timeoutMs: 5_000,
      onStop: () => {},
    })
    const never = gate.inTime(new Promise(() => {}))
    timers[0]?.()
    await expect(never).rejects.toMatchObject({ name: 'WriteTimeout' })
  })
})
