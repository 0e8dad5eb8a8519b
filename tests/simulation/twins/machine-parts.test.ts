// What the player leaves to the machine says the same as the plain parts of a page.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as plain from 'zod/mini'
import { sha256Hex as plainSha256Hex } from '../../../src/domain/sha256.ts'
import * as compiled from './compiled-zod.ts'
import { sha256Hex } from './machine-sha256.ts'

/** A message with every kind of object and field that the wire has. */
const messageOf = (z: typeof plain) => {
  const cell = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('topic'), lesson: z.string() }),
    z.object({ kind: z.literal('mark'), lesson: z.string(), n: z.int().check(z.minimum(1)) }),
  ])
  const value = z.union([z.strictObject({ text: z.string() }), z.object({ none: z.literal(true) })])
  return z.object({
    log: z.looseObject({ device: z.string() }),
    cell,
    value: z.nullable(value),
    reason: z.optional(z.string()),
    ais: z.exactOptional(z.string()),
    follows: z.array(z.string()).check(z.maxLength(2)),
  })
}

const field = fc.oneof(
  fc.constantFrom(null, true, 0, 1, '', 'topic', 'mark'),
  fc.constantFrom([], ['a'], ['a', 'b', 'c'], [1]),
  fc.dictionary(fc.constantFrom('text', 'none', 'more', '__proto__'), fc.constantFrom(true, 'a')),
)
const part = <T>(good: T) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: field })
const message = fc.record(
  {
    log: part({ device: 'd', more: 1 }),
    cell: fc.oneof(part({ kind: 'topic', lesson: 'a', more: 1 }), part({ kind: 'mark', lesson: 'a', n: 1 })),
    value: fc.oneof(part({ text: 'a' }), part({ none: true, more: 1 })),
    reason: part('a'),
    ais: part('a'),
    follows: part(['a']),
    more: field,
  },
  { requiredKeys: [] },
)

describe('the parts that the player leaves to the machine', () => {
  it('hash the same texts alike', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('', '\ud800', 'a\udfff'),
    )
    fc.assert(fc.property(text, (one) => sha256Hex(one) === plainSha256Hex(one)))
  })

  it('read the same messages alike, and refuse the same', () => {
    const [read, readPlain] = [messageOf(compiled as unknown as typeof plain), messageOf(plain)]
    const told = { read: 0, refused: 0 }
    fc.assert(
      fc.property(fc.oneof(message, field), (one) => {
        const answer = readPlain.safeParse(one)
        told[answer.success ? 'read' : 'refused'] += 1
        expect(JSON.stringify(read.safeParse(one))).toBe(JSON.stringify(answer))
      }),
      { numRuns: 3000, seed: 20261127 },
    )
    expect(told.read).toBeGreaterThan(100)
    expect(told.refused).toBeGreaterThan(100)
  })
})
