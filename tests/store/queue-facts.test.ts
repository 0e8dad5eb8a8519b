// What «Очередь» says beside the entries: gaps by their numbers, the last receipt, what goes before what.
import { afterEach, describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import { entryHash, logKey } from '../../src/domain/entry.ts'
import { countOnTheWay } from '../../src/store/outbox-view.ts'
import {
  noteReadRefusals,
  readLastReceipt,
  readReadRefusals,
  readSum,
  withForerunners,
} from '../../src/store/reading/queue-facts.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createTablet, cutNetwork, type Tablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

const absent = { code: 'absent' } as const
const late = { code: 'late', minutes: 5 } as const
const log = { device: 'tablet', epoch: 1 }
const of = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })

describe('the facts of a queue', () => {
  const made: Tablet[] = []
  afterEach(async () => {
    for (const one of made.splice(0)) await one.close()
  })
  const tablet = async () => {
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const one = await createTablet({ clock, send: cutNetwork, person: 'algebraist', device: 'tablet' })
    made.push(one)
    for (const pupil of ['p1', 'p2', 'p3', 'p4', 'p5']) await one.write(of(pupil), absent)
    return one
  }

  it('names no gap where all is there', async () => {
    const one = await tablet()
    expect(await readSum(one.db, one.log)).toEqual({ recorded: 5, gaps: [] })
  })

  it('names the numbers that are not there', async () => {
    const one = await tablet()
    const key = logKey(one.log)
    await one.db.log.bulkDelete([2, 3, 5].map((seq): [string, number] => [key, seq]))
    const gaps = [
      { ...log, fromSeq: 2, toSeq: 3 },
      { ...log, fromSeq: 5, toSeq: 5 },
    ]
    expect(await readSum(one.db, one.log)).toEqual({ recorded: 5, gaps })
  })

  it('names only what is unaccounted for, where a place is rightly empty', async () => {
    const one = await tablet()
    const key = logKey(one.log)
    const head = await one.db.logHead.get(key)
    if (!head) throw new Error('no log')
    await one.db.log.bulkDelete([2, 4].map((seq): [string, number] => [key, seq]))
    await one.db.receipt.add({ logKey: key, fromSeq: 2, toSeq: 2, rev: 0, at: '2026-11-24T05:00:00.000Z' })
    await one.db.logHead.put({ ...head, absent: 1 })
    expect(await readSum(one.db, one.log)).toEqual({ recorded: 4, gaps: [{ ...log, fromSeq: 4, toSeq: 4 }] })
  })

  it('knows the hour of the last receipt, and none before the first', async () => {
    const one = await tablet()
    expect(await readLastReceipt(one.db, one.log)).toBeNull()
    const [first] = await one.outbox.batch(one.log, 1)
    if (!first) throw new Error('nothing to send')
    const receipt = { id: first.id, seq: 1, hash: entryHash(first), state: 'accepted' as const, reason: null }
    await one.outbox.apply(one.log, { receipts: [receipt], rev: 1, at: '2026-11-24T05:10:00.000Z' })
    expect(await readLastReceipt(one.db, one.log)).toBe('2026-11-24T05:10:00.000Z')
  })

  it('counts as on the way all that the hub has and АИС is not known to hold', async () => {
    const one = await tablet()
    const states = ['accepted', 'carrying', 'transferred', 'verified'] as const
    const receipts = (await one.outbox.batch(one.log, 4)).map((entry, at) => {
      const state = states[at] ?? 'accepted'
      return { id: entry.id, seq: entry.seq, hash: entryHash(entry), state, reason: null }
    })
    await one.outbox.apply(one.log, { receipts, rev: 1, at: '2026-11-24T05:10:00.000Z' })
    expect(await countOnTheWay(one.db, one.log)).toBe(3)
  })

  it('sends with an entry what was recorded before it in the same cell, and nothing else', async () => {
    const one = await tablet()
    const second = await one.write(of('p2'), late)
    await one.write(of('p2'), null)
    const rows = await one.db.log.where('cellKey').equals(`${algebraFirst}/attendance/p2`).toArray()
    const asked = await withForerunners(one.db, [second?.id ?? ''])
    expect(asked.sort()).toEqual(
      rows
        .filter((row) => row.seq <= (second?.seq ?? 0))
        .map((row) => row.id)
        .sort(),
    )
    expect(asked).toHaveLength(2)
  })

  it('remembers which refusals were read', async () => {
    const one = await tablet()
    await noteReadRefusals(one.db, ['a', 'b'])
    await noteReadRefusals(one.db, ['c'])
    expect([...(await readReadRefusals(one.db))]).toEqual(['a', 'b', 'c'])
  })
})
