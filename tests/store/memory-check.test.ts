// The second copy against a damaged IndexedDB: wiped, truncated, altered. What was called saved comes back.
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { deviceId } from '../../src/store/device.ts'
import { emptyHead } from '../../src/store/logs.ts'
import { countStates, readUnsent } from '../../src/store/outbox-view.ts'
import {
  headLines,
  readLines,
  rowLines,
  type SecondCopy,
  writeLines,
} from '../../src/store/second-copy/copy-lines.ts'
import { summarizeForCopy } from '../../src/store/second-copy/copy-summary.ts'
import { noteIncidentTold, readIncident } from '../../src/store/second-copy/incident.ts'
import { checkMemory } from '../../src/store/second-copy/memory-check.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDevice, receiptFor } from './memory-device.ts'

const now = '2026-11-24T06:00:00.000Z'
const absent = { code: 'absent' } as const
const cellOf = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })

const copyOf = (text: string): SecondCopy => {
  let kept = text
  return {
    append: async (more) => {
      kept += more
    },
    read: async () => kept,
    readAll: async () => kept,
    replace: async (instead) => {
      kept = instead
    },
  }
}

/** A tablet with five entries, two of which have receipts, and the copy as it stands then. */
const filled = async () => {
  const device = createMemoryDevice()
  await deviceId(device.db, () => 'tablet')
  const copy = copyOf(await summarizeForCopy(device.db, 'tablet'))
  for (const pupil of ['p1', 'p2', 'p3', 'p4', 'p5']) await device.write(cellOf(pupil), absent)
  await copy.append(rowLines(device.copied))
  const sent = (await device.outbox.batch(device.log, 2)).map((entry) => receiptFor(entry))
  await device.outbox.apply(device.log, { receipts: sent, rev: 1, at: now })
  return { device, copy }
}

/** Something has written over an entry of the log. */
const alter = async (device: ReturnType<typeof createMemoryDevice>, seq: number): Promise<void> => {
  const row = await device.db.log.get(['tablet/algebraist/1', seq])
  if (!row) throw new Error('row')
  await device.db.log.put({ ...row, entry: { ...row.entry, value: { code: 'exempt' } } })
}

describe('the start of the journal', () => {
  it('finds everything in place and changes nothing', async () => {
    const { device, copy } = await filled()
    expect(await checkMemory(device.db, copy, now)).toBeNull()
    expect(await readIncident(device.db)).toBeNull()
  })

  it('brings back what a wiped IndexedDB held, under the old name of the tablet', async () => {
    const { device, copy } = await filled()
    const before = await readUnsent(device.db, device.log)
    const wiped = createMemoryDevice(new IDBFactory())
    expect(await checkMemory(wiped.db, copy, now)).toEqual({ at: now, restored: 5, lost: 0, altered: 0 })
    expect(await deviceId(wiped.db, () => 'another')).toBe('tablet')
    expect((await readUnsent(wiped.db, wiped.log)).slice(-3)).toEqual(before)
    expect(await readIncident(wiped.db)).toMatchObject({ restored: 5 })
    // What is written from here on goes into a log of its own.
    await wiped.write(cellOf('p6'), absent)
    const [newest] = (await readUnsent(wiped.db, wiped.log)).slice(-1)
    expect(newest).toMatchObject({ seq: 1, log: { epoch: 2 }, prevHash: '' })
    expect(await checkMemory(wiped.db, copy, now)).toBeNull()
  })

  it('brings back as unsent what had no receipt when the copy was last summed up', async () => {
    const { device } = await filled()
    const copy = copyOf(await summarizeForCopy(device.db, 'tablet'))
    const wiped = createMemoryDevice(new IDBFactory())
    expect(await checkMemory(wiped.db, copy, now)).toMatchObject({ restored: 3, lost: 0 })
    expect((await readUnsent(wiped.db, wiped.log)).map((entry) => entry.seq)).toEqual([3, 4, 5])
  })

  it('knows a wiped tablet for what it is even when all was sent', async () => {
    const { device } = await filled()
    const all = (await readUnsent(device.db, device.log)).map((entry) => receiptFor(entry))
    await device.outbox.apply(device.log, { receipts: all, rev: 2, at: now })
    const copy = copyOf(await summarizeForCopy(device.db, 'tablet'))
    const wiped = createMemoryDevice(new IDBFactory())
    expect(await checkMemory(wiped.db, copy, now)).toMatchObject({ restored: 0, lost: 0 })
    expect(await countStates(wiped.db, wiped.log)).toMatchObject({ recorded: 0 })
    await wiped.write(cellOf('p6'), absent)
    expect((await readUnsent(wiped.db, wiped.log)).map((entry) => entry.log.epoch)).toEqual([2])
  })

  it('puts back the end that a truncated log has lost', async () => {
    const { device, copy } = await filled()
    const key = 'tablet/algebraist/1'
    const head = await device.db.logHead.get(key)
    if (!head) throw new Error('head')
    await device.db.log.bulkDelete([
      [key, 4],
      [key, 5],
    ])
    await device.db.logHead.put({ ...head, lastSeq: 3 })
    expect(await checkMemory(device.db, copy, now)).toMatchObject({ restored: 2, lost: 0 })
    expect(await countStates(device.db, device.log)).toMatchObject({
      recorded: 5,
      byState: { accepted: 2, queued: 3 },
    })
  })

  it('counts as lost what is neither here nor in the copy nor at the hub', async () => {
    const { device } = await filled()
    await device.db.log.delete(['tablet/algebraist/1', 4])
    expect(await checkMemory(device.db, copyOf(''), now)).toMatchObject({ restored: 0, lost: 1 })
    // Said once: the next start finds the hole accounted for.
    expect(await checkMemory(device.db, copyOf(''), now)).toBeNull()
    expect(await countStates(device.db, device.log)).toMatchObject({ recorded: 4, byState: { queued: 2 } })
  })

  // The last of a log too, which no later entry names.
  it.each([4, 5])('puts right entry %i that is not what was once written, before it is sent', async (seq) => {
    const { device, copy } = await filled()
    const before = await readUnsent(device.db, device.log)
    await alter(device, seq)
    expect(await checkMemory(device.db, copy, now)).toMatchObject({ altered: 1, restored: 1, lost: 0 })
    expect(await readUnsent(device.db, device.log)).toEqual(before)
    expect(await checkMemory(device.db, copy, now)).toBeNull()
  })

  it('only tells of an altered entry that the copy does not hold', async () => {
    const { device } = await filled()
    await alter(device, 4)
    expect(await checkMemory(device.db, copyOf(''), now)).toMatchObject({ altered: 1, restored: 0 })
  })

  it('adds to a loss that nobody has heard of yet what a later start finds, and counts no loss twice', async () => {
    const { device } = await filled()
    await device.write(cellOf('p6'), absent)
    const start = (at: string) => checkMemory(device.db, copyOf(''), at)
    await device.db.log.delete(['tablet/algebraist/1', 3])
    await start('2026-11-24T06:00:00.000Z')
    await alter(device, 5)
    await start('2026-11-24T07:00:00.000Z')
    expect(await readIncident(device.db)).toEqual({
      ...{ at: '2026-11-24T07:00:00.000Z', restored: 0, lost: 1, altered: 1 },
    })
    await device.db.log.delete(['tablet/algebraist/1', 4])
    await start('2026-11-24T08:00:00.000Z')
    // Entry 5 is still not what it was: the same start after start is no news.
    for (const hour of ['09', '10']) await start(`2026-11-24T${hour}:00:00.000Z`)
    expect(await readIncident(device.db)).toEqual({
      ...{ at: '2026-11-24T08:00:00.000Z', restored: 0, lost: 2, altered: 1 },
    })
  })

  it('speaks of what is new alone once the hub has heard of the rest', async () => {
    const { device } = await filled()
    await device.write(cellOf('p6'), absent)
    const start = (at: string) => checkMemory(device.db, copyOf(''), at)
    await device.db.log.delete(['tablet/algebraist/1', 3])
    await alter(device, 5)
    await start('2026-11-24T06:00:00.000Z')
    const first = await readIncident(device.db)
    if (!first) throw new Error('incident')
    await noteIncidentTold(device.db, first)
    await start('2026-11-24T07:00:00.000Z')
    expect(await readIncident(device.db)).toEqual(first)
    await device.db.log.delete(['tablet/algebraist/1', 4])
    await start('2026-11-24T08:00:00.000Z')
    expect(await readIncident(device.db)).toMatchObject({ lost: 1, altered: 1 })
  })

  it('takes back from what nobody has heard of yet whatever the copy brings after all', async () => {
    const { device, copy } = await filled()
    await device.db.log.delete(['tablet/algebraist/1', 4])
    expect(await checkMemory(device.db, copyOf(''), now)).toMatchObject({ restored: 0, lost: 1 })
    expect(await checkMemory(device.db, copy, now)).toMatchObject({ restored: 1, lost: 0 })
  })

  it('tells anew of an entry altered again after it was put right', async () => {
    const { device, copy } = await filled()
    await alter(device, 4)
    const first = await checkMemory(device.db, copy, '2026-11-24T06:00:00.000Z')
    if (!first) throw new Error('incident')
    await noteIncidentTold(device.db, first)
    await alter(device, 4)
    expect(await checkMemory(device.db, copyOf(''), '2026-11-24T07:00:00.000Z')).toEqual({
      ...{ at: '2026-11-24T07:00:00.000Z', restored: 0, lost: 0, altered: 1 },
    })
  })

  it('puts nothing over another entry: what finds its place taken goes on in the next epoch', async () => {
    const { device, copy } = await filled()
    // The storage went back to an older state, and was written on from there.
    const back = createMemoryDevice(new IDBFactory())
    for (const pupil of ['p1', 'p2', 'p3', 'p6']) await back.write(cellOf(pupil), { code: 'exempt' })
    expect(await checkMemory(back.db, copy, now)).toMatchObject({ restored: 5, lost: 0 })
    const pupils = (await readUnsent(back.db, back.log)).map(({ cell, log, seq, value }) => [
      cell.kind === 'attendance' && cell.pupil,
      log.epoch,
      seq,
      value && 'code' in value && value.code,
    ])
    expect(pupils).toEqual([
      ...[
        ['p1', 1, 1, 'exempt'],
        ['p2', 1, 2, 'exempt'],
        ['p3', 1, 3, 'exempt'],
        ['p6', 1, 4, 'exempt'],
      ],
      ['p5', 1, 5, 'absent'],
      ...[
        ['p1', 2, 1, 'absent'],
        ['p2', 2, 2, 'absent'],
        ['p3', 2, 3, 'absent'],
        ['p4', 2, 4, 'absent'],
      ],
    ])
    expect((await readUnsent(device.db, device.log)).length).toBe(3)
  })

  it('takes no watermark of a former life of the hub for the restored one’s', async () => {
    const device = createMemoryDevice()
    await deviceId(device.db, () => 'tablet')
    for (const pupil of ['p1', 'p2', 'p3']) await device.write(cellOf(pupil), absent)
    const says = { lastSeq: 3, serverTime: now, incarnation: 'first' }
    await device.outbox.fallBack(device.log, says)
    const all = (await readUnsent(device.db, device.log)).map((entry) => receiptFor(entry))
    await device.outbox.apply(device.log, { receipts: all, rev: 2, at: now })
    const copy = copyOf(await summarizeForCopy(device.db, 'tablet'))
    // A backup from before the last two; the tablet dies before it has noted that in its copy.
    await device.outbox.fallBack(device.log, { ...says, lastSeq: 1, incarnation: 'second' })
    await device.db.log.delete(['tablet/algebraist/1', 2])
    expect(await checkMemory(device.db, copy, now)).toMatchObject({ lost: 1 })
    expect((await readUnsent(device.db, device.log)).map((entry) => entry.seq)).toEqual([3])
  })

  it('believes the smaller of two words about one log that are of two lives of the hub', () => {
    const head = { ...emptyHead({ device: 'tablet', person: 'algebraist' }, 1), lastSeq: 9 }
    const line = (watermark: number, incarnation: string) => headLines([{ ...head, watermark, incarnation }])
    const told = (text: string) => readLines(text).logs.map((one) => one.watermark)
    expect(told(line(4, 'first') + line(7, 'first'))).toEqual([7])
    expect(told(line(7, 'first') + line(4, 'second'))).toEqual([4])
    expect(told(line(4, 'second') + line(7, 'first'))).toEqual([4])
  })

  it('reads past a line that a power cut tore, and one that was altered', async () => {
    const { device } = await filled()
    const [first, second, third] = device.copied
    if (!first || !second || !third) throw new Error('rows')
    const altered = rowLines([second]).replace('absent', 'exempt')
    const torn = rowLines([third]).slice(0, 80)
    const wiped = createMemoryDevice(new IDBFactory())
    const copy = copyOf(
      `${writeLines([{ kind: 'device', device: 'tablet' }])}${rowLines([first])}${altered}${torn}`,
    )
    expect(await checkMemory(wiped.db, copy, now)).toMatchObject({ restored: 1 })
    expect((await readUnsent(wiped.db, wiped.log)).map((entry) => entry.id)).toEqual([first.id])
  })
})
