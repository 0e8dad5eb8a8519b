// The README's table of clauses is the one that the tests give.
import { expect, it } from 'vitest'
import { readHead, regulationTable, tableInReadme } from './regulation-table.ts'

it('the table in the README is not stale: npx tsx tests/regulation/regulation-table.ts writes it', () => {
  expect(tableInReadme()).toBe(regulationTable())
})

const head = (claimed: string): string => `// п. 2.5: A sentence.\n// requirement: ${claimed}; screen: Урок\n`
it.each([
  ['a title', "describe('п. 2.5, R6: absences', () => {})"],
  ['a title beside others of the clause', "describe('п. 2.5: it', () => { it('R6 at once', () => {}) })"],
  ['a title of a table', "it.skipIf(skip).each<string>(rows)('R6 %s', () => {})"],
  ['a row', "it.each([['R6 a second before', 1], ['at its beginning', 2]])('%s', () => {})"],
])('a requirement is borne by %s', (_, code) => {
  expect(readHead('x.test.ts', head('R6') + code)).toMatchObject({ requirement: 'R6' })
})

it.each([
  ['in no title', 'R5, R6', "it('R6 at once', () => {})", 'x.test.ts: R5 '],
  ['in a comment alone', 'R6', "// R6\nit('at once', () => {})", 'x.test.ts: R6 '],
  ['in a title that begins like it', 'R1', "it('R12 at once', () => {})", 'x.test.ts: R1, R12 '],
  ['in a title, and not claimed', 'R6', "it('R6 and R7 at once', () => {})", 'x.test.ts: R7 '],
])('a claim is refused where its requirement is %s', (_, claimed, code, message) => {
  expect(() => readHead('x.test.ts', head(claimed) + code)).toThrow(message)
})

it('a test that names no clause is no test of the regulation', () => {
  expect(() => readHead('x.test.ts', '// Something else.\n')).toThrow('x.test.ts')
})
