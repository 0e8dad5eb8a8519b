// The unsent queue as a file: out of one tablet, into another, any number of times, and never by halves.
import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEnvelope } from '../../src/contract/entry-schema.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { type Entry, entryHash, logKey } from '../../src/domain/entry.ts'
import { countStates, readUnsent } from '../../src/store/outbox-view.ts'
import { readSum } from '../../src/store/reading/queue-facts.ts'
import { importQueue } from '../../src/store/second-copy/import-queue.ts'
import { checkMemory } from '../../src/store/second-copy/memory-check.ts'
import { exportQueue, type QueueFile } from '../../src/store/second-copy/queue-file.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { cases, spoiled } from '../fuzz/spoiled.ts'
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
const take = (device: ReturnType<typeof createMemoryDevice>, text: string, person = 'algebraist') =>
  importQueue(
    { db: device.db, person, read: readEnvelope, copy: (rows) => device.copied.push(...rows) },
    text,
  )
const other = () => createMemoryDevice(new IDBFactory(), 'second')

describe('a file of unsent entries', () => {
  it('holds what has no receipt, and comes whole into another tablet of the same person', async () => {
    const { device, file } = await written()
    const tablet = other()
    const text = JSON.stringify(file)
    expect(await take(tablet, text)).toEqual({ kind: 'imported', added: 2, known: 0 })
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
    await take(tablet, text)
    const again = { kind: 'imported', added: 0, known: 2 }
    expect(await take(tablet, text)).toEqual(again)
    expect(await take(device, text)).toEqual(again)
  })

  it('brings other entries under the same numbers into a log of their own, and keeps them twice at once', async () => {
    const { device } = await written()
    // A copy of the tablet: the same name, the same log, other entries.
    const copy = createMemoryDevice(new IDBFactory(), 'tablet')
    for (const pupil of ['p4', 'p5', 'p6', 'p1']) await copy.write(cellOf(pupil), { code: 'exempt' })
    const text = JSON.stringify(await exportQueue(copy.db, copy.log, now))
    const before = await readUnsent(device.db, device.log)
    device.copied.splice(0)
    expect(await take(device, text)).toEqual({ kind: 'imported', added: 4, known: 0 })
    const after = await readUnsent(device.db, device.log)
    expect(after.slice(0, 2)).toEqual(before)
    const places = after.map((entry) => [
      entry.cell.kind === 'attendance' && entry.cell.pupil,
      entry.log.epoch,
      entry.seq,
    ])
    // The fourth finds its own number free.
    expect(places.slice(2)).toEqual([
      ['p1', 1, 4],
      ['p4', 2, 1],
      ['p5', 2, 2],
      ['p6', 2, 3],
    ])
    expect(device.copied.map((row) => row.entry)).toEqual(expect.arrayContaining(after.slice(2)))
    expect(await countStates(device.db, device.log)).toMatchObject({ recorded: 7 })
    // Again, although they stand elsewhere by now.
    expect(await take(device, text)).toEqual({ kind: 'imported', added: 0, known: 4 })
    expect(await device.write(cellOf('p2'), { code: 'exempt' })).toMatchObject({ kind: 'saved' })
  })

  it('leaves a number missing that it does not bring back', async () => {
    const device = createMemoryDevice()
    for (const pupil of ['p1', 'p2', 'p3']) await device.write(cellOf(pupil), { code: 'absent' })
    const text = JSON.stringify(await exportQueue(device.db, device.log, now))
    for (const pupil of ['p4', 'p5']) await device.write(cellOf(pupil), { code: 'absent' })
    await device.db.log.bulkDelete([2, 4].map((seq): [string, number] => [logKey(device.log), seq]))
    expect(await take(device, text)).toMatchObject({ added: 1, known: 2 })
    const gaps = [{ device: 'tablet', epoch: 1, fromSeq: 4, toSeq: 4 }]
    expect(await readSum(device.db, device.log)).toEqual({ recorded: 5, gaps })
    expect(await checkMemory(device.db, null, now)).toMatchObject({ lost: 1 })
  })

  it.each<[string, number[]]>([
    ['one told of as lost', []],
    ['one told of as lost, and hides none that is missing since', [5]],
  ])('brings back %s', async (_, missing) => {
    const device = createMemoryDevice()
    for (const pupil of ['p1', 'p2', 'p3']) await device.write(cellOf(pupil), { code: 'absent' })
    const text = JSON.stringify(await exportQueue(device.db, device.log, now))
    for (const pupil of ['p4', 'p5', 'p6']) await device.write(cellOf(pupil), { code: 'absent' })
    const [first] = await device.outbox.batch(device.log, 1)
    if (!first) throw new Error('entry')
    await device.outbox.apply(device.log, { receipts: [receiptFor(first)], rev: 1, at: now })
    const remove = (seqs: number[]) =>
      device.db.log.bulkDelete(seqs.map((seq): [string, number] => [logKey(device.log), seq]))
    await remove([2])
    await checkMemory(device.db, null, now)
    await remove(missing)
    expect(await take(device, text)).toMatchObject({ added: 1 })
    const { gaps } = await readSum(device.db, device.log)
    expect(gaps.map((gap) => [gap.fromSeq, gap.toSeq])).toEqual(missing.map((seq) => [seq, seq]))
  })

  const resealed = (file: QueueFile, change: (entry: Entry, at: number) => object): string =>
    JSON.stringify({
      ...file,
      entries: file.entries.map(({ entry }, at) => {
        const other = { ...entry, ...change(entry, at) } as Entry
        return { hash: entryHash(other), entry: other }
      }),
    })

  it.each<[string, (entry: Entry, at: number) => object, string]>([
    ['a number that no log reaches', () => ({ seq: 2 ** 53 - 1 }), 'numbers'],
    [
      'a number that would take a start its time',
      (_, at) => ({ seq: at === 0 ? 5 : 500_000_000 }),
      'numbers',
    ],
    ['numbers far apart', (_, at) => ({ seq: at === 0 ? 5 : 900_000 }), 'numbers'],
    ['an epoch of centuries', ({ log }) => ({ log: { ...log, epoch: 2 ** 40 } }), 'numbers'],
    ['a value that no screen can show', () => ({ value: 5 }), 'altered'],
    ['a field of a later build', () => ({ mood: 'fine' }), 'otherVersion'],
  ])('is refused whole for %s', async (_, change, why) => {
    const { file } = await written()
    const tablet = other()
    expect(await take(tablet, resealed(file, change))).toMatchObject({ kind: 'refused', why })
    expect(await tablet.db.log.count()).toBe(0)
    expect(await tablet.db.logHead.count()).toBe(0)
  })

  it('is refused when it says something else under an id that is here', async () => {
    const { device, file } = await written()
    const before = await readUnsent(device.db, device.log)
    const text = resealed(file, () => ({ value: { code: 'exempt' } }))
    expect(await take(device, text)).toMatchObject({ kind: 'refused', why: 'altered' })
    expect(await readUnsent(device.db, device.log)).toEqual(before)
  })

  /** With the hashes of what it says by now, where it says anything that has one. */
  const seal = (value: unknown): unknown => {
    const { entries } = (value ?? {}) as { entries?: unknown }
    if (!Array.isArray(entries)) return value
    const lines = entries.map((one: { entry?: Entry } | null) =>
      one?.entry === undefined ? one : { ...one, hash: entryHash(one.entry) },
    )
    return { ...(value as object), entries: lines }
  }

  it('never throws, and after a refusal nothing has changed, whatever is in it', async () => {
    const { device, file } = await written()
    await fc.assert(
      fc.asyncProperty(spoiled([file]), fc.boolean(), async (value, sealed) => {
        const text = JSON.stringify(sealed ? seal(value) : value)
        const before = JSON.stringify([await device.db.log.toArray(), await device.db.logHead.toArray()])
        const outcome = await take(device, text)
        const after = JSON.stringify([await device.db.log.toArray(), await device.db.logHead.toArray()])
        if (outcome.kind === 'refused') expect(after).toBe(before)
        // What came in has a place from which it is sent.
        else expect(await device.write(cellOf('p1'), { code: 'absent' })).toMatchObject({ kind: 'saved' })
      }),
      cases(400),
    )
  }, 120_000)

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
    expect(await take(tablet, spoiled(file))).toMatchObject({ kind: 'refused', why })
    expect(await tablet.db.log.count()).toBe(0)
    expect(await tablet.db.logHead.count()).toBe(0)
  })

  it('is refused under another name', async () => {
    const { file } = await written()
    const tablet = other()
    const outcome = await take(tablet, JSON.stringify(file), 'leader')
    expect(outcome).toMatchObject({ kind: 'refused', why: 'otherPerson' })
  })
})
