// Fail-stop: the first error of the storage is the last thing that was tried; a mistake of ours stops nothing.
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { readEnvelope } from '../../src/contract/entry-schema.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { signIn } from '../../src/store/device.ts'
import { saveDraft } from '../../src/store/draft.ts'
import { applyPull } from '../../src/store/pulled.ts'
import { saveFailure } from '../../src/store/save-failure.ts'
import { importQueue } from '../../src/store/second-copy/import-queue.ts'
import { exportQueue } from '../../src/store/second-copy/queue-file.ts'
import { createWriteGate } from '../../src/store/write-gate.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDevice, receiptFor } from './memory-device.ts'

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
    const write = vi.spyOn(device.disk, 'append').mockRejectedValueOnce(named('UnknownError'))
    expect(await device.write(cell, { none: true } as never)).toMatchObject({ why: 'storage' })
    expect(await device.write(cell, { none: true } as never)).toMatchObject({ why: 'storage' })
    expect(write).toHaveBeenCalledTimes(1)
    expect(device.copied).toEqual([])
  })

  describe('whose connection the browser has cut', () => {
    const cut = async (broken: boolean) => {
      const factory = new IDBFactory()
      let opened = 0
      let refuses = false
      const open = factory.open.bind(factory)
      factory.open = (name, version) => {
        opened += 1
        if (!refuses) return open(name, version)
        // A version below the one on the disk is refused by the storage itself; here it gives another reason.
        const request = open(name, 1)
        const error = new DOMException('broken', 'UnknownError')
        return Object.defineProperty(request, 'error', { get: () => error, set: () => {} })
      }
      const device = createMemoryDevice(factory)
      await device.write(cell, { none: true } as never)
      const before = opened
      refuses = broken
      forceCloseDatabase(device.db.backendDB() as never)
      return { device, opened: () => opened - before }
    }

    it('opens it once more and goes on', async () => {
      const { device, opened } = await cut(false)
      expect(await device.write(cell, { none: true } as never)).toMatchObject({ kind: 'saved' })
      expect(opened()).toBe(1)
      expect(await device.db.log.count()).toBe(2)
    })

    it('tries a storage that stays broken twice, and then never again', async () => {
      const { device, opened } = await cut(true)
      await expect(device.write(cell, { none: true } as never)).rejects.toThrow()
      await expect(device.write(cell, { none: true } as never)).rejects.toThrow()
      expect(opened()).toBeLessThanOrEqual(2)
    })
  })

  it('begins no write of any kind once the gate has closed, and is still read', async () => {
    const device = createMemoryDevice()
    await device.write(cell, { none: true } as never)
    const [entry] = await device.outbox.batch(device.log, 1)
    if (!entry) throw new Error('entry')
    device.gate.note(saveFailure(named('QuotaExceededError')))
    const pulled = {
      entries: [],
      cells: [],
      outages: [],
      unread: [],
      serverTime: '',
      incarnation: '',
      rev: 1,
    }
    const asked = { person: 'algebraist', cursor: { rev: 0, incarnation: '' } }
    const says = { incarnation: 'another', lastSeq: 0, serverTime: '' }
    const other = createMemoryDevice(new IDBFactory(), 'second')
    await other.write({ kind: 'homework', lesson: algebraFirst }, { none: true })
    const file = JSON.stringify(await exportQueue(other.db, other.log, ''))
    const writes = [
      () => saveDraft(device.db, 'topic', 'text'),
      () => signIn(device.db, { person: 'leader', name: '', board: false }),
      () => importQueue({ db: device.db, person: 'algebraist', read: readEnvelope }, file),
      () => applyPull(device.db, { ...pulled, reset: true }, asked),
      () => device.outbox.fallBack(device.log, says),
      () => device.outbox.apply(device.log, { receipts: [receiptFor(entry)], rev: 1, at: '' }),
    ]
    for (const write of writes) await expect(write()).rejects.toMatchObject({ name: 'StorageStopped' })
    expect(await device.outbox.batch(device.log, 1)).toEqual([entry])
  })

  it('closes the gate at an error of the storage in any write, not only in a tap’s', async () => {
    const device = createMemoryDevice()
    const full = device.db.transaction('rw', device.db.draft, async (tx) => {
      await device.db.draft.put({ key: 'topic', text: 'text' })
      const { idbtrans } = tx as unknown as { idbtrans: { _abort(name: string): void } }
      idbtrans._abort('QuotaExceededError')
    })
    await expect(full).rejects.toThrow()
    expect(device.gate.stopped()).toMatchObject({ why: 'full' })
    expect(await device.write(cell, { none: true } as never)).toMatchObject({ why: 'full' })
  })

  it('calls nothing saved that did not end in time', async () => {
    const device = createMemoryDevice()
    vi.spyOn(device.disk, 'append').mockRejectedValueOnce(named('WriteTimeout'))
    expect(await device.write(cell, { none: true } as never)).toMatchObject({ kind: 'notSaved', why: 'slow' })
  })

  it('goes on after a mistake of its own', async () => {
    const device = createMemoryDevice()
    vi.spyOn(device.disk, 'append').mockRejectedValueOnce(named('ConstraintError'))
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
