// What a screen shows while the hub has not spoken, when it has, and when somebody else was faster.
import { describe, expect, it } from 'vitest'
import type { CellReport } from '../../src/domain/cell-report.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { HubState } from '../../src/domain/entry-state.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { readCell, readConflicts, readLessonCells } from '../../src/store/cell-view.ts'
import { signIn, signOut } from '../../src/store/device.ts'
import { countStates, listEntries } from '../../src/store/outbox-view.ts'
import { applyPull, keepReference } from '../../src/store/pulled.ts'
import { readCursor } from '../../src/store/reading/cursor.ts'
import { readReference } from '../../src/store/reference.ts'
import { attendanceOfP1 as cell } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { createMemoryDevice, receiptFor } from './memory-device.ts'

const absent: CellValue = { code: 'absent' }
const late: CellValue = { code: 'late', minutes: 5 }
const at = '2026-11-24T02:00:00.000Z'
const key = `${algebraFirst}/attendance/p1`

const report = (
  value: CellValue | null,
  rev: number,
  entry = 'foreign',
  state: HubState = 'accepted',
): CellReport => ({
  key,
  cell,
  value,
  holders: [{ entry, author: 'leader', device: 'other', recordedAt: at, source: 'device' }],
  candidates: [],
  state,
  rev,
})
const pull = (
  cells: CellReport[],
  rev: number,
  more: { reset?: boolean; entries?: { id: string; state: HubState }[] } = {},
) => ({
  serverTime: at,
  incarnation: 'i1',
  rev,
  reset: more.reset ?? false,
  cells,
  outages: [],
  unread: [],
  entries: (more.entries ?? []).map((one) => ({ ...one, reason: null })),
})

const saved = async (
  device: ReturnType<typeof createMemoryDevice>,
  value: CellValue | null,
): Promise<Entry> => {
  const outcome = await device.write(cell, value)
  if (outcome.kind !== 'saved' || !outcome.entries[0]) throw new Error('must be saved')
  return outcome.entries[0]
}

describe('an answer that was long on its way', () => {
  it('is let go when another tab has pulled meanwhile, or another person works here', async () => {
    const device = createMemoryDevice()
    const { person } = device.log
    const cursor = await readCursor(device.db)
    await device.take(pull([report(late, 50)], 50))
    const stale = pull([report(absent, 3)], 3)
    expect(await applyPull(device.db, stale, { person, cursor })).toBe(false)
    const now = await readCursor(device.db)
    expect(
      await applyPull(device.db, pull([report(absent, 60)], 60), { person: 'leader', cursor: now }),
    ).toBe(false)
    expect(await readCell(device.db, cell, device.author.log)).toMatchObject({ value: late })
    expect(await readCursor(device.db)).toEqual(now)
    expect(await keepReference(device.db, 'leader', tinySchool, '2026-11-23')).toBe(false)
    expect(await readReference(device.db)).toBeNull()
  })

  it('puts no older verdict of a receipt over a newer one that was pulled', async () => {
    const device = createMemoryDevice()
    const entry = await saved(device, absent)
    await device.take(pull([], 9, { entries: [{ id: entry.id, state: 'verified' }] }))
    const late = { receipts: [receiptFor(entry, 'waiting')], rev: 4, at }
    await device.outbox.apply(device.log, late)
    const states = (await listEntries(device.db, device.author.log)).map((one) => one.state)
    expect(states).toEqual(['verified'])
    await device.outbox.apply(device.log, {
      ...late,
      receipts: [receiptFor(entry, 'conflict')],
      rev: 12,
    })
    expect((await listEntries(device.db, device.author.log))[0]?.state).toBe('conflict')
  })

  it('of a hub that was restored counts for more than what the former one had told', async () => {
    const device = createMemoryDevice()
    const entry = await saved(device, absent)
    await device.take(pull([], 900, { entries: [{ id: entry.id, state: 'verified' }] }))
    await device.take(pull([], 2, { reset: true }))
    const answer = { receipts: [receiptFor(entry, 'conflict')], rev: 3, at }
    await device.outbox.apply(device.log, answer)
    expect((await listEntries(device.db, device.author.log))[0]?.state).toBe('conflict')
  })
})

describe('a cell on screen', () => {
  it('shows the own entry while the hub has given no receipt, whatever is pulled', async () => {
    const device = createMemoryDevice()
    await saved(device, absent)
    await device.take(pull([report(late, 50)], 50))
    expect(await readCell(device.db, cell, device.author.log)).toMatchObject({
      value: absent,
      state: 'queued',
    })
  })

  it('keeps showing it after the receipt until the hub tells something newer', async () => {
    const device = createMemoryDevice()
    await device.take(pull([report(late, 3)], 3))
    const entry = await saved(device, absent)
    expect(entry).toMatchObject({ saw: late, follows: ['foreign'] })
    await device.outbox.apply(device.log, { receipts: [receiptFor(entry)], rev: 5, at })
    expect(await readCell(device.db, cell, device.author.log)).toMatchObject({
      value: absent,
      state: 'accepted',
    })
    await device.take(pull([report(late, 7, 'newer')], 7))
    expect(await readCell(device.db, cell, device.author.log)).toMatchObject({
      value: late,
      follows: ['newer'],
    })
  })

  it('shows what stands when the own entry was refused', async () => {
    const device = createMemoryDevice()
    await device.take(pull([report(late, 3)], 3))
    const entry = await saved(device, absent)
    await device.outbox.apply(device.log, { receipts: [receiptFor(entry, 'refused')], rev: 5, at })
    expect(await readCell(device.db, cell, device.author.log)).toMatchObject({
      value: late,
      state: 'accepted',
    })
    expect(await listEntries(device.db, device.author.log)).toMatchObject([{ state: 'refused' }])
  })

  it('shows what stands when the own entry had been replaced before its receipt came', async () => {
    const device = createMemoryDevice()
    const entry = await saved(device, absent)
    // Stored at 5, the answer lost; a colleague replaced it at 6; sent again, it got its receipt at 7.
    await device.take(pull([report(late, 6)], 6))
    await device.outbox.apply(device.log, { receipts: [receiptFor(entry, 'superseded')], rev: 7, at })
    expect(await readCell(device.db, cell, device.author.log)).toMatchObject({
      ...{ value: late, state: 'accepted', follows: ['foreign'], author: 'leader' },
    })
    // The next tap follows what is seen, so nobody has to choose.
    expect(await saved(device, null)).toMatchObject({ saw: late, follows: ['foreign'] })
  })

  it('takes the verified word from the pull and never invents it', async () => {
    const device = createMemoryDevice()
    const entry = await saved(device, absent)
    await device.outbox.apply(device.log, { receipts: [receiptFor(entry)], rev: 1, at })
    const own = { ...report(absent, 9, entry.id, 'verified') }
    await device.take(pull([own], 9, { entries: [{ id: entry.id, state: 'verified' }] }))
    expect(await readCell(device.db, cell, device.author.log)).toMatchObject({ state: 'verified' })
    expect((await countStates(device.db, device.author.log)).byState.verified).toBe(1)
  })

  it('lists an open conflict with its candidates', async () => {
    const device = createMemoryDevice()
    const candidates = [absent, late].map((value, n) => ({
      value,
      entries: report(value, 1, `e${n}`).holders,
    }))
    await device.take(pull([{ ...report(absent, 4, 'e0', 'conflict'), candidates }], 4))
    expect(await readConflicts(device.db, device.author.log)).toMatchObject([{ key, candidates: [{}, {}] }])
  })

  it('is of the lesson alone', async () => {
    const device = createMemoryDevice()
    await saved(device, absent)
    await device.write({ kind: 'topic', lesson: 's4@2026-11-24' }, { planItem: null, text: 'x' })
    expect([...(await readLessonCells(device.db, algebraFirst, device.author.log)).keys()]).toEqual([key])
  })
})

describe('a pull', () => {
  it('with a reset forgets the hub and keeps every own entry', async () => {
    const device = createMemoryDevice()
    const entry = await saved(device, absent)
    await device.outbox.apply(device.log, { receipts: [receiptFor(entry)], rev: 90, at })
    await device.take(pull([report(absent, 2, entry.id)], 2, { reset: true }))
    expect(await readCursor(device.db)).toEqual({ rev: 2, incarnation: 'i1' })
    expect(await readCell(device.db, cell, device.author.log)).toMatchObject({
      value: absent,
      author: 'leader',
    })
    expect((await countStates(device.db, device.author.log)).recorded).toBe(1)
  })

  it('of nothing, on a new tablet, erases nothing', async () => {
    const device = createMemoryDevice()
    await saved(device, absent)
    await device.take(pull([], 0, { reset: true }))
    expect(await readCell(device.db, cell, device.author.log)).toMatchObject({
      value: absent,
      state: 'queued',
    })
  })
})

describe('a shared tablet', () => {
  it('refuses to sign out while anything is unsent, and shows the next person nothing of the last', async () => {
    const device = createMemoryDevice()
    await signIn(device.db, { person: 'algebraist', name: 'Рябинина', board: false })
    const entry = await saved(device, absent)
    expect(await signOut(device.db, device.author.log)).toEqual({ kind: 'unsent', count: 1 })
    await device.outbox.apply(device.log, { receipts: [receiptFor(entry)], rev: 1, at })
    await device.take(pull([report(absent, 1, entry.id)], 1))
    expect(await signOut(device.db, device.author.log)).toEqual({ kind: 'signedOut' })
    const next = { ...device.author.log, person: 'leader' }
    expect((await readLessonCells(device.db, algebraFirst, next)).size).toBe(0)
    expect((await listEntries(device.db, device.author.log)).length).toBe(1)
  })
})
