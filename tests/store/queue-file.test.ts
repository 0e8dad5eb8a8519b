// The unsent queue as a file: out of one tablet, into another, any number of times, and never by halves.
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { countStates, readUnsent } from '../../src/store/outbox-view.ts'
import { exportQueue, importQueue, type QueueFile } from '../../src/store/second-copy/queue-file.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDevice, receiptFor } from './memory-device.ts'

const now = '2026-11-24T06:00:00.000Z'
const cellOf = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })

const written = async () => {
  const device = createMemoryDevice()
  for (const pupil of ['p1', 'p2', 'p3']) await device.write(cellOf(pupil), { code: 'absent' })
  const [first] = await device.outbox.batch(device.log, 1)
  if (!first) throw new Error('entry')
  await device.outbox.apply(device.log, { receipts: [receiptFor(first)], rev: 1, at: now })
  return { device, file: await exportQueue(device.db, device.log, now) }
}
const other = () => createMemoryDevice(new IDBFactory(), 'second')

describe('a file of unsent entries', () => {
  it('holds what has no receipt, and comes whole into another tablet of the same person', async () => {
    const { device, file } = await written()
    const tablet = other()
    const text = JSON.stringify(file)
    expect(await importQueue(tablet.db, 'algebraist', text)).toEqual({ kind: 'imported', added: 2, known: 0 })
    expect(await readUnsent(tablet.db, tablet.log)).toEqual(await readUnsent(device.db, device.log))
    // The other tablet's own entries go on in its own log.
    await tablet.write(cellOf('p4'), { code: 'exempt' })
    const logs = (await readUnsent(tablet.db, tablet.log)).map((entry) => entry.log.device)
    expect(logs).toEqual(['tablet', 'tablet', 'second'])
    expect(await countStates(tablet.db, tablet.log)).toMatchObject({ recorded: 3, byState: { queued: 3 } })
  })

  it('adds nothing when it comes again, here or where it was written', async () => {
    const { device, file } = await written()
    const text = JSON.stringify(file)
    const tablet = other()
    await importQueue(tablet.db, 'algebraist', text)
    const again = { kind: 'imported', added: 0, known: 2 }
    expect(await importQueue(tablet.db, 'algebraist', text)).toEqual(again)
    expect(await importQueue(device.db, 'algebraist', text)).toEqual(again)
  })

  const spoil = (file: QueueFile, change: object): string => {
    const [first, ...rest] = file.entries
    if (!first) throw new Error('entry')
    return JSON.stringify({ ...file, entries: [{ ...first, entry: { ...first.entry, ...change } }, ...rest] })
  }

  it.each<[string, (file: QueueFile) => string, string]>([
    ['is not JSON', () => '{', 'notAQueue'],
    ['is something else', () => '[1, 2]', 'notAQueue'],
    ['has no entries', (file) => JSON.stringify({ ...file, entries: 'many' }), 'notAQueue'],
    ['is of another version', (file) => JSON.stringify({ ...file, version: 2 }), 'otherVersion'],
    ['was altered', (file) => spoil(file, { value: { code: 'exempt' } }), 'altered'],
    ['names a log that is none', (file) => spoil(file, { log: null }), 'altered'],
    ['has a number that is none', (file) => spoil(file, { seq: 'first' }), 'altered'],
    ['holds null for a line', (file) => JSON.stringify({ ...file, entries: [null] }), 'altered'],
  ])('is refused whole when it %s', async (_, spoiled, why) => {
    const { file } = await written()
    const tablet = other()
    expect(await importQueue(tablet.db, 'algebraist', spoiled(file))).toMatchObject({ kind: 'refused', why })
    expect(await tablet.db.log.count()).toBe(0)
    expect(await tablet.db.logHead.count()).toBe(0)
  })

  it('is refused under another name', async () => {
    const { file } = await written()
    const tablet = other()
    const outcome = await importQueue(tablet.db, 'leader', JSON.stringify(file))
    expect(outcome).toMatchObject({ kind: 'refused', why: 'otherPerson' })
  })
})
