// The README's table «clause → test → screen», made from the heads of the tests here. Run by itself, it writes it:
//   npx tsx tests/regulation/regulation-table.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { titlesIn } from './test-titles.ts'

const folder = dirname(fileURLToPath(import.meta.url))
const root = join(folder, '../..')
const readme = join(root, 'README.md')
/** Numbers of requirements in a text: «R3, R13» are two. */
const numbersIn = (text: string): Set<string> => new Set(text.match(/\bR\d+\b/g))

const [begin, end] = ['<!-- regulation: made from the tests -->', '<!-- /regulation -->']

interface Row {
  clause: string
  says: string
  requirement: string
  screen: string
  file: string
}

/**
 * The first two lines of a test: `// п. 2.5: a sentence.` and `// requirement: R6; screen: Урок`. Throws where they
 * claim a requirement that no title or row of the file bears, or leave out one that is borne.
 */
export const readHead = (file: string, text: string): Row => {
  const [first = '', second = ''] = text.split('\n')
  const [, clause, says] = /^\/\/ п\. ([\d.]+): (.+?)\.?$/.exec(first) ?? []
  const [, requirement, screen] = /^\/\/ requirement: (.+); screen: (.+)$/.exec(second) ?? []
  if (!clause || !says || !requirement || !screen)
    throw new Error(`${file} does not say which clause it bears`)
  const claimed = numbersIn(requirement)
  const borne = numbersIn(titlesIn(file, text).join(' '))
  const differing = [...new Set([...claimed, ...borne])].filter((one) => claimed.has(one) !== borne.has(one))
  if (differing.length > 0)
    throw new Error(
      `${file}: ${differing.join(', ')} is claimed and in no title, or in a title and not claimed`,
    )
  return { clause, says, requirement, screen, file }
}

const inOrder = (a: Row, b: Row): number => {
  const [x, y] = [a.clause, b.clause].map((clause) => clause.split('.').map(Number)) as [number[], number[]]
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0) || (a.file < b.file ? -1 : 1)
}

/** The columns are padded as a formatter of Markdown would pad them. */
export const paddedTable = (rows: readonly (readonly string[])[]): string => {
  const [head = []] = rows
  const widths = head.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  const lines = rows.map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`)
  return [lines[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.slice(1)].join(
    '\n',
  )
}

export const regulationTable = (): string => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts') && name.startsWith('clause-'))
  const rows = files
    .map((name) => readHead(relative(root, join(folder, name)), readFileSync(join(folder, name), 'utf8')))
    .sort(inOrder)
  return paddedTable([
    ['clause', 'requirement', 'what the test shows', 'test', 'screen'],
    ...rows.map((row) => [row.clause, row.requirement, row.says, `\`${row.file}\``, row.screen]),
  ])
}

/** What stands between the markers, or null where the README has lost them. */
export const tableInReadme = (text = readFileSync(readme, 'utf8')): string | null => {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  return from < 0 || to < from ? null : text.slice(from + begin.length, to).trim()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(readme, 'utf8')
  if (tableInReadme(text) === null) throw new Error(`README.md has no ${begin} … ${end}`)
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)]
  writeFileSync(readme, `${text.slice(0, from)}\n\n${regulationTable()}\n\n${text.slice(to)}`)
}
