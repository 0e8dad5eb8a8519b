// Every fault of the protocol is named in the README with a test that is there, and every complaint from elsewhere stands in
// the title of one, or is said to be owed.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const faults = 51
const complaints = 20

const readme = readFileSync('README.md', 'utf8')
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

interface FaultRow {
  nos: readonly number[]
  proof: string
}

/** The rows of the table «fault | test»: the numbers that a row begins with, and what proves them. */
const rows = (readme.split(/^\| fault +\| test +\|$/m)[1]?.split('\n\n')[0] ?? '')
  .split('\n')
  .flatMap((line): FaultRow[] => {
    const [, nos, proof] = /^\| ([\d, ]+) [^|]*\|([^|]*)\|$/.exec(line) ?? []
    return nos === undefined || proof === undefined ? [] : [{ nos: nos.split(', ').map(Number), proof }]
  })

/** Files named in a row: one without a folder lies beside the one before it. */
const filesIn = (proof: string): string[] => {
  let folder = '.'
  return [...proof.matchAll(/`([^`]+\.ts)`/g)].map(([, name = '']) => {
    if (name.includes('/')) folder = dirname(name)
    return name.includes('/') ? name : join(folder, name)
  })
}

describe('the README', () => {
  it('names each fault of the protocol once', () => {
    expect(rows.flatMap((row) => row.nos).sort((a, b) => a - b)).toEqual(numbers(faults))
  })

  it.each(rows)('names tests of fault $nos that are there', ({ proof }) => {
    const files = filesIn(proof)
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  it('owes exactly those complaints that stand in no title', () => {
    const tests = execFileSync('git', ['ls-files', 'tests'], { encoding: 'utf8' }).trim().split('\n')
    const titles = tests
      .filter((file) => /^tests\/(acceptance|e2e|faults)\/.*\.ts$/.test(file) && existsSync(file))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(/(?:\bit|\btest|\)|complaint:)[( ]\s*['"`]T(\d+)\b/g),
      ])
    const told = new Set(titles.map(([, no]) => Number(no)))
    const missing = numbers(complaints).filter((no) => !told.has(no))
    const owed = [...readme.matchAll(/^.*\bOwed: (T\d+(?:, T\d+)*) with/gm)].flatMap(([, list = '']) =>
      list.split(', ').map((one) => Number(one.slice(1))),
    )
    expect(missing).toEqual(owed)
  })
})
