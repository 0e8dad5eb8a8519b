// How much goes at once: a request stays so small that a slow link carries it, whatever the entries hold.
import { expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { fitting } from '../../src/sync/batch-size.ts'

const saying = (text: string): Entry => ({ value: { text } }) as Entry

it('takes as many entries as fit into a quarter of a megabyte, counted in bytes', () => {
  const many = Array.from({ length: 1000 }, () => saying('ж'.repeat(500)))
  const batch = fitting(many)
  const bytes = new TextEncoder().encode(JSON.stringify(batch)).length
  expect(batch.length).toBeGreaterThan(200)
  expect(bytes).toBeLessThan(257 * 1024)
})

it('takes a single entry however large it is, and all of a few small ones', () => {
  expect(fitting([saying('x'.repeat(300_000)), saying('')])).toHaveLength(1)
  expect(fitting([saying('a'), saying('b')])).toHaveLength(2)
  expect(fitting([])).toEqual([])
})
