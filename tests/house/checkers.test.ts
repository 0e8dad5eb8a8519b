// Whoever judges the journal shares no code with it: of src a checker takes types alone, and so does all that it runs.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

const oracle = 'tests/simulation/oracle'
const checkers = [
  ...readdirSync(oracle).map((name) => `${oracle}/${name}`),
  'tests/simulation/checks.ts',
  'tests/regulation/calendar-oracle.ts',
  'tests/e2e/board-count.ts',
  'tests/e2e/late-count.ts',
]

/** What a module runs of others: every import but those of types. */
const runs = (text: string): string[] =>
  [
    ...text.matchAll(
      /^(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((found) => found[1] ?? found[2] ?? '')

it.each([
  ["import { cellKey } from '../../src/domain/cell.ts'", '../../src/domain/cell.ts'],
  ["import {\n  cellKey,\n  type Cell,\n} from '../../src/domain/cell.ts'", '../../src/domain/cell.ts'],
  ["export * from './facts.ts'", './facts.ts'],
  ["import './facts.ts'", './facts.ts'],
  ["const cell = await import('./cell.ts')", './cell.ts'],
])('an import is seen: %s', (text, path) => {
  expect(runs(text)).toEqual([path])
})

it('an import of types alone runs nothing', () => {
  expect(runs("import type { Cell } from './cell.ts'\nimport type {\n  Entry,\n} from './entry.ts'")).toEqual(
    [],
  )
})

it.each(checkers)('%s runs nothing but other checkers and what comes with Node', (file) => {
  const strange = runs(readFileSync(file, 'utf8'))
    .filter((path) => !path.startsWith('node:'))
    .map((path) => (path.startsWith('.') ? normalize(join(dirname(file), path)) : path))
    .filter((path) => !checkers.includes(path))
  expect(strange).toEqual([])
})
