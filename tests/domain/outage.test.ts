// The watch as a table: what each probe does to the register.
import { describe, expect, it } from 'vitest'
import { type Outage, type Probe, watch } from '../../src/domain/outage.ts'

const quietMs = 10 * 60_000
const probe = (time: string, reach: Probe['reach']): Probe => ({
  at: `2026-11-24T${time}:00.000Z`,
  reach,
  evidence: 'test',
})
const open: Outage = {
  no: 7,
  scope: { kind: 'school' },
  openedAt: '2026-11-24T01:00:00.000Z',
  openedBy: probe('01:00', 'down'),
  restoredAt: null,
  restoredBy: null,
  closedAt: null,
  confirmedAt: null,
}
const restored: Outage = { ...open, restoredAt: '2026-11-24T02:40:00.000Z', restoredBy: probe('02:40', 'up') }

describe('the outage watch', () => {
  it.each<[string, Outage | null, Probe, string]>([
    ['nothing happens while АИС answers', null, probe('01:00', 'up'), 'none'],
    ['a silent АИС opens an outage', null, probe('01:00', 'down'), 'open'],
    ['an АИС that only reads opens one too', null, probe('01:00', 'readOnly'), 'open'],
    ['further silence changes nothing', open, probe('01:05', 'down'), 'none'],
    ['the first answer is the return of access', open, probe('02:40', 'up'), 'restore'],
    ['nine quiet minutes are not enough', restored, probe('02:49', 'up'), 'none'],
    ['ten quiet minutes close it', restored, probe('02:50', 'up'), 'close'],
    ['silence within them takes the return back', restored, probe('02:45', 'down'), 'relapse'],
  ])('%s', (_, state, seen, kind) => {
    expect(watch(state, seen, quietMs).kind).toBe(kind)
  })
})
