// One odd part of a pull, from a hub of whatever age, hides nothing else: it is kept as it came.
import { expect, it } from 'vitest'
import { readPull, rereadParts } from '../../src/contract/read-pull.ts'
import { attendanceOfP1 } from '../domain/entries.ts'

const at = '2026-11-24T05:00:00.000Z'
const cell = {
  ...{ key: 'k1', cell: attendanceOfP1, value: { code: 'absent' }, holders: [], candidates: [] },
  ...{ state: 'accepted', rev: 3 },
}
const answer = {
  ...{ serverTime: at, incarnation: 'i1', rev: 3, more: false, reset: false, refVersion: 1 },
  ...{ entries: [{ id: 'e1', state: 'verified', reason: null }], cells: [cell], outages: [], ais: null },
}

it.each([undefined, 2, 3])(
  'an odd cell from a hub of protocol %s is kept raw beside what can be read',
  (protocol) => {
    const odd = { ...cell, key: 'k2', state: 'dreaming' }
    const read = readPull({ ...answer, ...(protocol && { protocol }), cells: [odd, cell] })
    expect(read?.cells.map((one) => one.key)).toEqual(['k1'])
    expect(read?.entries).toHaveLength(1)
    expect(read?.unread).toEqual([
      { id: 'cell k2', kind: 'cell', key: 'k2', conflict: false, raw: JSON.stringify(odd) },
    ])
    expect(
      rereadParts([{ ...read?.unread[0], raw: JSON.stringify({ ...cell, key: 'k2' }) } as never]).cells,
    ).toHaveLength(1)
  },
)

it('a part without a name, an odd verdict and an odd probe stand in the way of nothing', () => {
  const entries = [...answer.entries, { id: 'e2', state: 'dreaming', reason: null }]
  const read = readPull({ ...answer, entries, cells: [null, cell], ais: { at, reach: 'sideways' } })
  expect([read?.cells.length, read?.entries.length, read?.ais]).toEqual([1, 1, null])
  expect(read?.unread.map((part) => part.id)).toEqual(['cell null', 'entry e2'])
})

it.each([
  ...['waiting', 'accepted', 'conflict', 'superseded', 'refused', 'held'],
  ...['carrying', 'transferred', 'verified', 'notCarried'],
])('a verdict «%s» can be read', (state) => {
  const read = readPull({ ...answer, entries: [{ id: 'e1', state, reason: null }] })
  expect([read?.entries.map((one) => one.state), read?.unread]).toEqual([[state], []])
})

it('what is no answer to a pull is none', () => {
  expect(readPull({ ...answer, rev: 'three' })).toBeNull()
  expect(readPull({ ...answer, cells: 'many' })).toBeNull()
})
