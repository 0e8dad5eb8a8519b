// What a deputy has given up is told to its author by a pull, and no later receipt takes the reason away.
import { expect, it } from 'vitest'
import { notCarriedSentence } from '../../src/app/messages/screens/not-carried.ts'
import { cellKey } from '../../src/domain/cell.ts'
import { type NotCarried, shownState } from '../../src/domain/transfer/not-carried.ts'
import { readTermCells } from '../../src/store/cell-view.ts'
import { countStates, listEntries } from '../../src/store/outbox-view.ts'
import { attendanceOfP1 } from '../domain/entries.ts'
import { createMemoryDevice, receiptFor } from './memory-device.ts'

const at = '2026-11-24T05:00:00.000Z'
const act: NotCarried = { cause: 'locked', note: 'период закрыт', by: 'Завьялова Т. В.', at }

it('keeps who said so, when and why beside the entry', async () => {
  const device = createMemoryDevice()
  const outcome = await device.write(attendanceOfP1, { code: 'absent' })
  const entry = outcome.kind === 'saved' ? outcome.entries[0] : undefined
  if (!entry) throw new Error('must be saved')
  await device.outbox.apply(device.log, { receipts: [receiptFor(entry)], rev: 1, at })
  const verdict = { id: entry.id, state: 'notCarried', reason: null, notCarried: act } as const
  await device.take({
    ...{ serverTime: at, incarnation: 'i1', rev: 2, reset: false, cells: [], outages: [], unread: [] },
    entries: [verdict],
  })
  const told = [{ state: 'notCarried', notCarried: act }]
  expect(await listEntries(device.db, device.author.log)).toMatchObject(told)
  await device.outbox.apply(device.log, { receipts: [receiptFor(entry, 'notCarried')], rev: 3, at })
  expect(await listEntries(device.db, device.author.log)).toMatchObject(told)
  expect((await countStates(device.db, device.author.log)).byState).toMatchObject({
    notCarried: 1,
    byHand: 0,
  })
})

it('tells a mark entered by hand from what was given up, on a colleague’s sheet too', async () => {
  const cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' } as const
  const { db, author, take } = createMemoryDevice()
  const byHand: NotCarried = { ...act, cause: 'byHand', note: '' }
  const holder = { entry: 'b1', author: 'leader', device: 'other', recordedAt: at, source: 'device' } as const
  const told = { key: cellKey(cell), cell, value: { mark: '5' } as const, candidates: [], rev: 2 }
  await take({
    ...{ serverTime: at, incarnation: 'i1', rev: 2, reset: false, entries: [], outages: [], unread: [] },
    cells: [{ ...told, holders: [holder], state: 'notCarried', notCarried: byHand }],
  })
  const view = (await readTermCells(db, author.log)).get(cellKey(cell))
  expect(view && shownState(view)).toBe('byHand')
  expect(view?.notCarried).toEqual(byHand)
})

it.each<[Partial<NotCarried>, string]>([
  [{}, 'АИС СРО не даёт изменить этот урок (период закрыт). Так решил завуч: Завьялова Т. В., '],
  [
    { cause: 'noPlace', note: '' },
    'В АИС СРО нет места для такой записи. Так решил завуч: Завьялова Т. В., ',
  ],
  [{ cause: 'byHand', note: '' }, 'Внесено вручную, отметил(а) Завьялова Т. В., '],
])('says why and who: %j', (change, words) => {
  expect(notCarriedSentence({ ...act, ...change }, 'Asia/Barnaul')).toContain(words)
})
