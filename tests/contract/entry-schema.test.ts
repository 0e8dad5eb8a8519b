// What the wire accepts as an entry, and what it keeps raw instead of guessing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Envelope, envelopeSchema, readEntry } from '../../src/contract/entry-schema.ts'
import { makeEntry } from '../domain/entries.ts'

const plain = makeEntry({ id: 'e1' })
const asEnvelope = (entry: unknown): Envelope => envelopeSchema.parse(JSON.parse(JSON.stringify(entry)))

describe('an entry on the wire', () => {
  it('is read back as it was made', () => {
    expect(readEntry(asEnvelope(plain))).toEqual({ ok: true, entry: plain })
  })

  it.each<[string, object, 'malformed' | 'newerSchema']>([
    ['a newer schema is kept for later', { ...plain, schema: 3 }, 'newerSchema'],
    ['today’s schema is chained', { ...plain, schema: 2 }, 'malformed'],
    ['the former was not', { ...plain, prevHash: '' }, 'malformed'],
    ['a field this build does not know is not dropped', { ...plain, mood: 'fine' }, 'newerSchema'],
    ['nor one inside the value', { ...plain, value: { code: 'absent', why: 'x' } }, 'newerSchema'],
    ['a value of another cell is malformed', { ...plain, value: { marks: ['5'], owed: false } }, 'malformed'],
    [
      'so is a clock off by more than any is',
      { ...plain, clock: { offsetMs: 1e300, doubtMs: 0 } },
      'malformed',
    ],
    ['so is a cell of no kind', { ...plain, cell: { kind: 'weather', lesson: 'x' } }, 'malformed'],
    ['and a time that is none', { ...plain, recordedAt: 'yesterday' }, 'malformed'],
  ])('%s', (_, entry, why) => {
    expect(readEntry(asEnvelope(entry))).toEqual({ ok: false, why })
  })

  it('an envelope without a place in a log is no entry at all', () => {
    expect(envelopeSchema.safeParse({ id: 'e1', schema: 1 }).success).toBe(false)
  })

  it('never throws on whatever stands in the envelope', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (fields) => {
        const read = readEntry({ ...fields, schema: 1, id: 'e', log: plain.log, seq: 1 } as Envelope)
        expect(read.ok).toBe(false)
      }),
    )
  })
})
