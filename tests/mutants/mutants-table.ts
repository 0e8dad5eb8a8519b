// The README's table of bugs on purpose: what of the protocol each breaks. Run it to write the table anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { paddedTable } from '../regulation/regulation-table.ts'
import { places } from './mutant.ts'
import { mutants, unread } from './mutants.ts'

const begin = '<!-- mutants: made from tests/mutants -->'
const end = '<!-- /mutants -->'

const breaking = (list: typeof mutants, place: (typeof places)[number]): number =>
  list.filter((one) => one.of.includes(place)).length

const table = (): string => {
  const rows = places.map((place): [string, string, string] => [
    place,
    String(breaking(mutants, place)),
    String(breaking(unread, place)),
  ])
  const head = [
    'state, or step of the walk',
    'bugs that break it',
    'by somebody who had read no test',
  ] as const
  return `${paddedTable([head, ...rows])}\n\nOf ${mutants.length} in all, ${unread.length} were thought up by somebody who had read no test.`
}

/** The README with its table as the bugs are now. Throws when it has no place for it. */
export const withMutantsTable = (readme: string): string => {
  const [before, rest] = readme.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error('the README has no place for the table')
  return `${before}${begin}\n\n${table()}\n\n${end}${after}`
}

if (fileURLToPath(import.meta.url) === process.argv[1])
  writeFileSync('README.md', withMutantsTable(readFileSync('README.md', 'utf8')))
