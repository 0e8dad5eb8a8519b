// Whatever a person typed in АИС СРО can be told to a tablet and read by a person: no text of it blocks a pull.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueText } from '../../src/app/messages/values.ts'
import { readEntry } from '../../src/contract/entry-schema.ts'
import { cellValueSchema } from '../../src/contract/value-schema.ts'
import type { Cell } from '../../src/domain/cell.ts'
import {
  projectAttendance,
  projectValue,
  readAttendance,
  readValue,
} from '../../src/domain/transfer/ais-page.ts'
import { defaultMarks } from '../../src/domain/value.ts'
import { makeEntry } from '../domain/entries.ts'

const at = { lesson: 's1@2026-11-24', pupil: 'p1' } as const
const work = { workType: 'controlTest', n: 1 } as const
const cells: readonly Cell[] = [
  { kind: 'attendance', ...at },
  { kind: 'absenceReason', ...at },
  { kind: 'work', lesson: at.lesson, ...work },
  { kind: 'mark', ...at, ...work },
  { kind: 'topic', lesson: at.lesson },
  { kind: 'homework', lesson: at.lesson },
  { kind: 'individualHomework', ...at },
  { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' },
]
/** Texts near those that mean something, longer than any field, and any others. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  fc.stringMatching(/^ ?(ОП|оп|ОТ|Н|Б|УП|\d{1,20}\.) ?\d{0,20}( .{0,20})?$/),
  fc.stringMatching(/^([2-5]|н\/а|зач|н)(\/([2-5]|н\/а|осв)){0,3}[•.]{0,2} ?$/),
  fc.integer({ min: 3990, max: 9000 }).map((length) => 'я'.repeat(length)),
)

describe('a text of АИС', () => {
  it('is a value that the wire carries and an entry may hold, whatever it says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cells), text, (cell, typed) => {
        const value = readValue(cell, typed, defaultMarks)
        expect(cellValueSchema.safeParse(value ?? { code: 'present' })).toMatchObject({ success: true })
        const entry = makeEntry({ id: 'a2', cell, value, saw: value })
        expect(readEntry(entry as never)).toEqual({ ok: true, entry })
      }),
      { numRuns: 3000 },
    )
  })

  it('is shown to the letter where no value of ours says it', () => {
    const seen = { known: 0, unknown: 0 }
    fc.assert(
      fc.property(fc.constantFrom(...cells), text, (cell, typed) => {
        const isCode = cell.kind === 'attendance' || cell.kind === 'absenceReason'
        const { attendance, reason } = readAttendance(typed)
        const value = isCode ? attendance : readValue(cell, typed, defaultMarks)
        const known = value === null || !('aisText' in value)
        seen[known ? 'known' : 'unknown'] += 1
        // What a value of ours says is the text itself, but for the writing of a code.
        const said = isCode ? projectAttendance(attendance, reason) : projectValue(value)
        if (known) expect(said.toUpperCase().trim()).toBe(typed.toUpperCase().trim())
        else expect(valueText(value)).toBe(typed)
      }),
      { numRuns: 3000 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100)
  })
})
