// Entries for tables: everything that a row does not name is plain.
import type { Cell } from '../../src/domain/cell.ts'
import { type Entry, entryHash, entrySchema } from '../../src/domain/entry.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { algebraFirst } from './tiny-school.ts'

interface Wanted {
  id: string
  author?: string
  device?: string
  cell?: Cell
  value?: CellValue | null
  saw?: CellValue | null
  follows?: readonly string[]
  reason?: string
  seq?: number
}

export const attendanceOfP1: Cell = { kind: 'attendance', lesson: algebraFirst, pupil: 'p1' }

export const makeEntry = (wanted: Wanted): Entry => ({
  schema: 1,
  id: wanted.id,
  log: { device: wanted.device ?? 'tablet', person: wanted.author ?? 'algebraist', epoch: 1 },
  seq: wanted.seq ?? 1,
  role: 'subjectTeacher',
  cell: wanted.cell ?? attendanceOfP1,
  value: wanted.value === undefined ? { code: 'absent' } : wanted.value,
  saw: wanted.saw ?? null,
  follows: wanted.follows ?? [],
  ...(wanted.reason !== undefined && { reason: wanted.reason }),
  recordedAt: '2026-11-24T01:10:00.000Z',
  clock: null,
  appBuild: 'test',
  refVersion: 1,
  source: 'device',
})

/** A log of these entries as a tablet of today writes it: numbered and chained. */
export const chain = (wanted: readonly Wanted[]): Entry[] => {
  let prevHash = ''
  return wanted.map((one, at) => {
    const entry = { ...makeEntry({ ...one, seq: at + 1 }), schema: entrySchema, prevHash }
    prevHash = entryHash(entry)
    return entry
  })
}
