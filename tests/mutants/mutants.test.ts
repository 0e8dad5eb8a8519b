// The bugs on purpose fit the source as it is, cover the protocol, and stand in the README. `npm run mutants` hunts them.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { places } from './mutant.ts'
import { mutants, unread } from './mutants.ts'
import { withMutantsTable } from './mutants-table.ts'

describe('bugs on purpose', () => {
  it.each(mutants)('$name has its place in $file', ({ file, find, replace, hunter }) => {
    expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2)
    expect(replace).not.toBe(find)
    expect(hunter === undefined || existsSync(hunter)).toBe(true)
  })

  it('are at least thirty, and one for each state and each step', () => {
    expect(new Set(mutants.map((one) => one.name)).size).toBe(mutants.length)
    expect(mutants.length).toBeGreaterThanOrEqual(30)
    const covered = new Set(mutants.flatMap((one) => one.of))
    expect(places.filter((place) => !covered.has(place))).toEqual([])
  })

  it('were thought up, half of them at least, by somebody who had read no test', () => {
    expect(unread.length * 2).toBeGreaterThanOrEqual(mutants.length)
  })

  it('stand in the README (npx tsx tests/mutants/mutants-table.ts)', () => {
    const readme = readFileSync('README.md', 'utf8')
    expect(withMutantsTable(readme)).toBe(readme)
  })
})
