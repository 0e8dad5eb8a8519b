// Recording, the outbox and the watermark, over the real Dexie.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { countStates, summary } from '../../src/store/outbox-view.ts'
import { readRestored } from '../../src/store/pulled.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDevice, receiptFor } from './memory-device.ts'

const absent: CellValue = { code: 'absent' }
const cellOf = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const at = '2026-11-24T02:00:00.000Z'

const recorded = async (device: ReturnType<typeof createMemoryDevice>, pupils: number) => {
  for (let n = 1; n <= pupils; n += 1) await device.write(cellOf(`p${n}`), absent)
  return device.outbox.batch(device.log, 100)
}

describe('the log', () => {
  it('numbers entries densely and keeps them over a restart', async () => {
    const device = createMemoryDevice()
    await recorded(device, 3)
    device.db.close()
    const again = createMemoryDevice(device.indexedDB)
    await again.write(cellOf('p4'), absent)
    const entries = await again.outbox.batch(again.log, 100)
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4])
  })

  it('records an act wholly or not at all', async () => {
    const device = createMemoryDevice()
    const change = { cell: cellOf('p1'), value: absent, saw: null, follows: [] }
    // The second change cannot be stored: a function is not cloneable.
    const impossible = { ...change, value: { code: () => 'absent' } as unknown as CellValue }
    const outcome = await device.journal.record(device.author, [change, impossible])
    expect(outcome).toMatchObject({ kind: 'notSaved', why: 'failed' })
    expect(await countStates(device.db, device.author.log)).toMatchObject({
      recorded: 0,
      byState: { queued: 0 },
    })
  })

  it('goes on behind the last entry of an act', async () => {
    const device = createMemoryDevice()
    const changes = ['p1', 'p2', 'p3'].map((pupil) => ({
      ...{ cell: cellOf(pupil), value: absent, saw: null, follows: [] },
    }))
    await device.journal.record(device.author, changes)
    expect(await device.write(cellOf('p4'), absent)).toMatchObject({ kind: 'saved', entries: [{ seq: 4 }] })
    expect((await device.outbox.batch(device.log, 100)).map((entry) => entry.seq)).toEqual([1, 2, 3, 4])
  })

  it('numbers two tabs of one tablet without a clash', async () => {
    const one = createMemoryDevice()
    const two = createMemoryDevice(one.indexedDB)
    const writes = ['p1', 'p2', 'p3', 'p4'].map((pupil, n) =>
      (n % 2 ? one : two).write(cellOf(pupil), absent),
    )
    const outcomes = await Promise.all(writes)
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['saved', 'saved', 'saved', 'saved'])
    const entries = await one.outbox.batch(one.log, 100)
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4])
  })

  it('says «closed» and not «saved» once a newer tab has taken the database', async () => {
    const device = createMemoryDevice()
    await device.write(cellOf('p1'), absent)
    await new Promise((resolve, reject) => {
      const upgrade = device.indexedDB.open('temporary-journal', 99)
      upgrade.onsuccess = () => resolve(upgrade.result.close())
      upgrade.onerror = reject
    })
    expect(await device.write(cellOf('p2'), absent).catch((error) => error.name)).toMatch(/DatabaseClosed/)
    const change = { cell: cellOf('p2'), value: absent, saw: null, follows: [] }
    expect(await device.journal.record(device.author, [change])).toMatchObject({
      kind: 'notSaved',
      why: 'closed',
    })
  })
})

describe('the outbox', () => {
  it('is the log above the watermark, and receipts move it', async () => {
    const device = createMemoryDevice()
    const entries = await recorded(device, 4)
    await device.outbox.apply(device.log, {
      receipts: entries.slice(0, 2).map((e) => receiptFor(e)),
      rev: 1,
      at,
    })
    expect((await device.outbox.batch(device.log, 100)).map((entry) => entry.seq)).toEqual([3, 4])
    expect(await device.db.logHead.toArray()).toMatchObject([{ lastSeq: 4, watermark: 2 }])
    expect(await device.db.verdict.count()).toBe(0)
  })

  it('does not pass an entry without a receipt, and does not send again what has one', async () => {
    const device = createMemoryDevice()
    const [first, second, third] = await recorded(device, 3)
    if (!first || !second || !third) throw new Error('three entries')
    const late = [receiptFor(second), receiptFor(third, 'refused')]
    await device.outbox.apply(device.log, { receipts: late, rev: 1, at })
    expect(await device.db.logHead.toArray()).toMatchObject([{ watermark: 0 }])
    expect((await device.outbox.batch(device.log, 100)).map((entry) => entry.seq)).toEqual([1])
    await device.outbox.apply(device.log, { receipts: [receiptFor(first)], rev: 2, at })
    expect(await device.db.logHead.toArray()).toMatchObject([{ watermark: 3 }])
  })

  it('stops at an entry without a receipt, whatever has one behind it', async () => {
    const device = createMemoryDevice()
    const entries = await recorded(device, 3)
    const receipts = entries.filter((one) => one.seq !== 2).map((one) => receiptFor(one))
    await device.outbox.apply(device.log, { receipts, rev: 1, at })
    expect(await device.db.logHead.toArray()).toMatchObject([{ watermark: 1 }])
    expect((await device.outbox.batch(device.log, 100)).map((entry) => entry.seq)).toEqual([2])
  })

  it('takes the same receipts twice without a change', async () => {
    const device = createMemoryDevice()
    const receipts = (await recorded(device, 2)).map((entry) => receiptFor(entry))
    await device.outbox.apply(device.log, { receipts, rev: 1, at })
    await device.outbox.apply(device.log, { receipts, rev: 1, at })
    expect(await device.db.receipt.count()).toBe(1)
  })

  it('believes no receipt for something else than it sent', async () => {
    const device = createMemoryDevice()
    const [entry] = await recorded(device, 1)
    if (!entry) throw new Error('one entry')
    const forged = [
      { ...receiptFor(entry), hash: '0'.repeat(64) },
      { ...receiptFor(entry), id: 'another' },
      { ...receiptFor(entry), seq: 9 },
    ]
    const outcome = await device.outbox.apply(device.log, { receipts: forged, rev: 1, at })
    expect(outcome).toEqual({ unverifiable: 3, forkedFrom: null })
    expect(await summary(device.db, device.author.log)).toMatchObject({ unsent: 1 })
  })

  it('knows the oldest unsent entry of all logs, whichever log is sent first', async () => {
    const device = createMemoryDevice()
    const [oldest] = await recorded(device, 1)
    // Another tablet's log, brought in a file: it goes first, and its first entry is there already.
    const other = createMemoryDevice(device.indexedDB, 'other')
    const [sent, newer] = await recorded(other, 2)
    if (!oldest || !sent || !newer) throw new Error('three entries')
    await other.outbox.apply(other.log, { receipts: [receiptFor(sent)], rev: 1, at })
    expect(newer.recordedAt > oldest.recordedAt).toBe(true)
    expect(await summary(device.db, device.author.log)).toEqual({
      ...{ unsent: 2, oldestUnsentAt: oldest.recordedAt },
    })
  })

  it('sends again what a restored hub no longer knows', async () => {
    const device = createMemoryDevice()
    const receipts = (await recorded(device, 4)).map((entry) => receiptFor(entry))
    await device.outbox.apply(device.log, { receipts, rev: 1, at })
    const hub = (incarnation: string, lastSeq: number) => ({ incarnation, lastSeq, serverTime: at })
    expect(await device.outbox.fallBack(device.log, hub('first', 4))).toEqual([])
    expect(await readRestored(device.db)).toBeNull()
    expect(await device.outbox.fallBack(device.log, hub('second', 2))).toMatchObject([{ seq: 3 }, { seq: 4 }])
    expect((await device.outbox.batch(device.log, 100)).map((entry) => entry.seq)).toEqual([3, 4])
    expect(await readRestored(device.db)).toBe(at)
    // Of the same life it takes no such word: what it gave receipts for it has.
    await device.outbox.apply(device.log, { receipts, rev: 1, at })
    expect(await device.outbox.fallBack(device.log, hub('second', 2))).toEqual([])
    expect(await device.outbox.batch(device.log, 100)).toEqual([])
  })

  it('sends again what a restored hub lacks behind an entry that was passed by', async () => {
    const device = createMemoryDevice()
    const [first, , ...later] = (await recorded(device, 4)).map((entry) => receiptFor(entry))
    if (!first) throw new Error('entries')
    await device.outbox.apply(device.log, { receipts: [first, ...later], rev: 1, at })
    await device.outbox.fallBack(device.log, { incarnation: 'second', lastSeq: 1, serverTime: at })
    expect((await device.outbox.batch(device.log, 100)).map((entry) => entry.seq)).toEqual([2, 3, 4])
  })

  it('sends everything again to a restored hub that has the same numbers of a copy of this tablet', async () => {
    const device = createMemoryDevice()
    const receipts = (await recorded(device, 3)).map((entry) => receiptFor(entry))
    await device.outbox.apply(device.log, { receipts, rev: 1, at })
    const hub = (incarnation: string, lastHash: string | undefined) => ({
      ...{ incarnation, lastHash },
      lastSeq: 2,
      serverTime: at,
    })
    const sentAgain = async (of: ReturnType<typeof hub>) =>
      (await device.outbox.fallBack(device.log, of)).map((row) => row.seq)
    expect(await sentAgain(hub('second', receipts[1]?.hash))).toEqual([3])
    await device.outbox.apply(device.log, { receipts, rev: 1, at })
    expect(await sentAgain(hub('third', 'of another history'))).toEqual([1, 2, 3])
  })

  it('sends nothing again from places that a rebuild or a fork has left empty', async () => {
    const device = createMemoryDevice()
    const receipts = (await recorded(device, 4)).map((entry) => receiptFor(entry))
    await device.outbox.apply(device.log, { receipts, rev: 1, at })
    // As after a rebuild: the watermark is known, the receipts are gone, and so is one entry that the hub had.
    await device.db.receipt.clear()
    await device.db.log.filter((row) => row.seq === 3).delete()
    const rows = await device.outbox.fallBack(device.log, {
      incarnation: 'second',
      lastSeq: 1,
      serverTime: at,
    })
    expect(rows.map((row) => row.seq)).toEqual([2, 4])
    const again = receipts.filter((one) => [2, 4].includes(one.seq))
    await device.outbox.apply(device.log, { receipts: again, rev: 1, at })
    const [head] = await device.db.logHead.toArray()
    expect(head).toMatchObject({ watermark: 4, incarnation: 'second' })
  })

  it('counts every entry in exactly one state: the sum is the last number', async () => {
    const device = createMemoryDevice()
    const [first, second] = await recorded(device, 3)
    if (!first || !second) throw new Error('entries')
    const receipts = [receiptFor(first), receiptFor(second, 'conflict')]
    await device.outbox.apply(device.log, { receipts, rev: 1, at })
    const counted = await countStates(device.db, device.author.log)
    expect(counted.byState).toMatchObject({ accepted: 1, conflict: 1, queued: 1 })
    expect(Object.values(counted.byState).reduce((a, b) => a + b)).toBe(counted.recorded)
  })
})
