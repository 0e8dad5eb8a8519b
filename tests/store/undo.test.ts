// Fifty acts back and forth again, over restarts; nobody else's value is ever written over.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.ts'
import type { CellReport } from '../../src/domain/cell-report.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { readCell } from '../../src/store/cell-view.ts'
import { countStates } from '../../src/store/outbox-view.ts'
import { readActs, readHistory, redoLast, undoLast } from '../../src/store/undo.ts'
import { attendanceOfP1 as cell } from '../domain/entries.ts'
import { algebraFirst } from '../domain/tiny-school.ts'
import { createMemoryDevice, receiptFor } from './memory-device.ts'

type Device = ReturnType<typeof createMemoryDevice>

const absent: CellValue = { code: 'absent' }
const late: CellValue = { code: 'late', minutes: 5 }
const lesson = algebraFirst
const topic: Cell = { kind: 'topic', lesson }

const restarted = (device: Device): Device => {
  device.db.close()
  return createMemoryDevice(device.indexedDB)
}
const undo = (device: Device) => undoLast(device.db, device.journal, device.author, { lesson })
const redo = (device: Device) => redoLast(device.db, device.journal, device.author, lesson)
const shown = async (device: Device, of = cell): Promise<CellValue | null> =>
  (await readCell(device.db, of, device.author.log))?.value ?? null
const recorded = async (device: Device) => (await countStates(device.db, device.author.log)).recorded

/** Somebody else's value reaches the tablet after the hub has taken everything of this one. */
const othersValue = async (device: Device, value: CellValue): Promise<void> => {
  const [row] = await device.db.log.toArray()
  if (!row) throw new Error('something must be recorded')
  const at = '2026-11-24T02:00:00.000Z'
  await device.outbox.apply(device.log, { receipts: [receiptFor(row.entry)], rev: 1, at })
  const told: CellReport = {
    ...{ key: row.cellKey, cell, value, candidates: [], state: 'accepted', rev: 2 },
    holders: [{ entry: 'foreign', author: 'leader', device: 'other', recordedAt: at, source: 'device' }],
  }
  const nothing = { reset: false, outages: [], unread: [], entries: [] }
  await device.take({ ...nothing, serverTime: at, incarnation: 'i1', rev: 2, cells: [told] })
}

describe('undo', () => {
  it('puts back what was seen by a new entry, act by act, also after a restart', async () => {
    const device = createMemoryDevice()
    await device.write(cell, absent)
    await device.write(cell, late)
    const again = restarted(device)
    expect((await undo(again)).kind).toBe('saved')
    expect(await shown(again)).toEqual(absent)
    expect((await undo(again)).kind).toBe('saved')
    expect(await shown(again)).toBeNull()
    expect((await undo(again)).kind).toBe('nothing')
    expect(await recorded(again)).toBe(4)
    expect((await readActs(again.db, again.author.log, 10)).map((act) => act.undone)).toEqual([true, true])
  })

  it('leaves a settled disagreement to its card, and takes back what was recorded before it', async () => {
    const device = createMemoryDevice()
    await device.write(topic, { planItem: null, text: 'Степень' })
    const settled = { cell, value: late, saw: absent, follows: ['ours', 'theirs'] }
    expect((await device.journal.record(device.author, [settled])).kind).toBe('saved')
    expect((await undo(device)).kind).toBe('saved')
    expect(await shown(device, topic)).toBeNull()
    expect((await undo(device)).kind).toBe('nothing')
    expect(await shown(device)).toEqual(late)
  })

  it('writes nothing over a value that came in since, names it, and passes it by once the person knows', async () => {
    const device = createMemoryDevice()
    await device.write(cell, absent)
    await othersValue(device, late)
    const outcome = await undo(device)
    expect(outcome).toMatchObject({ kind: 'overtaken', entry: { cell }, now: { value: late } })
    expect(await recorded(device)).toBe(1)
    const told = new Set(outcome.kind === 'overtaken' ? [outcome.act] : [])
    const past = await undoLast(device.db, device.journal, device.author, { lesson, told })
    expect(past.kind).toBe('nothing')
    expect(await shown(device)).toEqual(late)
  })

  it('takes back no value that somebody else alone holds by now, though it is the same', async () => {
    const device = createMemoryDevice()
    await device.write(cell, absent)
    await othersValue(device, absent)
    expect((await undo(device)).kind).toBe('overtaken')
    expect(await recorded(device)).toBe(1)
  })

  it('says of a refused act that nothing of it stands, and takes back the rest of one refused in part', async () => {
    const device = createMemoryDevice()
    await device.write(cell, absent)
    const refuseNewest = async (rev: number): Promise<void> => {
      const row = (await device.db.log.toArray()).at(-1)
      if (!row) throw new Error('something must be recorded')
      const receipts = [receiptFor(row.entry, 'refused')]
      await device.outbox.apply(device.log, { receipts, rev, at: '2026-11-24T02:00:00.000Z' })
    }
    await refuseNewest(1)
    const outcome = await undo(device)
    expect(outcome).toMatchObject({ kind: 'refused', entry: { cell, value: absent } })
    const told = new Set(outcome.kind === 'refused' ? [outcome.act] : [])
    const past = await undoLast(device.db, device.journal, device.author, { lesson, told })
    expect(past.kind).toBe('nothing')

    const blank = { saw: null, follows: [] }
    const both = [
      { cell: topic, value: { planItem: null, text: 'Степень' }, ...blank },
      { cell, value: late, ...blank },
    ]
    await device.journal.record(device.author, both)
    await refuseNewest(2)
    expect((await undo(device)).kind).toBe('saved')
    expect(await shown(device, topic)).toBeNull()
    expect(await recorded(device)).toBe(4)
  })

  it('goes fifty acts back and no further', async () => {
    const device = createMemoryDevice()
    for (let no = 1; no <= 52; no += 1) await device.write(topic, { planItem: null, text: `тема ${no}` })
    for (let step = 0; step < 50; step += 1) expect((await undo(device)).kind).toBe('saved')
    expect((await undo(device)).kind).toBe('nothing')
    expect(await shown(device, topic)).toEqual({ planItem: null, text: 'тема 2' })
  })

  it('takes back acts of its own lesson alone', async () => {
    const device = createMemoryDevice()
    const elsewhere: Cell = { kind: 'topic', lesson: 'other@2026-11-24' }
    await device.write(cell, absent)
    await device.write(elsewhere, { planItem: null, text: 'дроби' })
    expect((await undo(device)).kind).toBe('saved')
    expect(await shown(device)).toBeNull()
    expect(await shown(device, elsewhere)).toEqual({ planItem: null, text: 'дроби' })
  })

  it('leaves an act that filled several lessons to where it was done', async () => {
    const device = createMemoryDevice()
    const reason = { reason: 'illness' } as const
    const [here, there] = [lesson, 'other@2026-11-24'].map((id) => ({
      ...{ value: reason, saw: null, follows: [] },
      cell: { kind: 'absenceReason', lesson: id, pupil: 'p1' } as const,
    }))
    if (!here || !there) throw new Error('two lessons')
    await device.journal.record(device.author, [here, there])
    expect((await undo(device)).kind).toBe('nothing')
    expect(await shown(device, here.cell)).toEqual(reason)
  })
})

describe('redo', () => {
  it('brings back what was taken back, in order, also after a restart, each time by a new entry', async () => {
    const device = createMemoryDevice()
    await device.write(cell, absent)
    await device.write(cell, late)
    await undo(device)
    await undo(device)
    const again = restarted(device)
    expect((await readHistory(again.db, again.author.log, lesson)).mayRedo).toBe(true)
    await redo(again)
    expect(await shown(again)).toEqual(absent)
    await redo(again)
    expect(await shown(again)).toEqual(late)
    expect((await redo(again)).kind).toBe('nothing')
    expect(await recorded(again)).toBe(6)
    const { acts, mayRedo } = await readHistory(again.db, again.author.log, lesson)
    expect(acts.map((act) => act.undone)).toEqual([false, false])
    expect(mayRedo).toBe(false)
    await undo(again)
    expect(await shown(again)).toEqual(absent)
    await redo(again)
    expect(await shown(again)).toEqual(late)
  })

  it('is over once something new has been recorded', async () => {
    const device = createMemoryDevice()
    await device.write(cell, absent)
    await undo(device)
    await device.write(cell, late)
    expect((await redo(device)).kind).toBe('nothing')
    expect(await shown(device)).toEqual(late)
  })

  it('writes nothing over a value that came in since', async () => {
    const device = createMemoryDevice()
    await device.write(cell, absent)
    await undo(device)
    await othersValue(device, late)
    // The undo's own entry has no receipt yet, so the cell still shows it: the hub will judge the pair.
    const [, taken] = await device.db.log.toArray()
    if (!taken) throw new Error('the undo is an entry')
    const at = '2026-11-24T02:00:00.000Z'
    await device.outbox.apply(device.log, { receipts: [receiptFor(taken.entry)], rev: 1, at })
    expect(await redo(device)).toMatchObject({ kind: 'overtaken', now: { value: late } })
    expect(await shown(device)).toEqual(late)
  })
})
