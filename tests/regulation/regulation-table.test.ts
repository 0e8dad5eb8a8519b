// The README's table of clauses is the one that the tests give.
import { expect, it } from 'vitest'
import { readHead, regulationTable, tableInReadme } from './regulation-table.ts'

it('the table in the README is not stale: npx tsx tests/regulation/regulation-table.ts writes it', () => {
  expect(tableInReadme()).toBe(regulationTable())
})

it('a test that names no clause is no test of the regulation', () => {
  expect(() => readHead('x.test.ts', '// Something else.\n')).toThrow('x.test.ts')
})
